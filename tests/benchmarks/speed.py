"""Canonym beside other checkers on the same work: the same articles, the same list of wrong and right words.

Installs typos, codespell, cSpell and textlint with prh into build/speed, generates articles and rules from a
seed, runs the programs in turn, and prints medians, ratios and peak memory; then how Canonym grows with files
and with concepts. The others look words up in a list; Canonym matches by likeness besides.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from cold_start import concept, prose, word

from canonym.termbase.learned import dump
from canonym.termbase.termbase import Termbase

HOME = Path("build/speed").resolve()
BIN = "Scripts" if os.name == "nt" else "bin"
ARTICLE = 4400
SLOW = {"cspell": 10, "textlint": 50}
"""Programs that get only one file in so many, for nobody would wait for the rest."""
HABITS = (
    ("sh", "sch"),
    ("ou", "u"),
    ("ai", "ay"),
    ("k", "kh"),
    ("z", "s"),
    ("v", "w"),
    ("i", "ee"),
    ("e", "i"),
)
"""Letters that one habit writes, and another."""
ENDS = {"typos": (0, 2), "codespell": (0, 64, 65)}
"""With which codes a program ends when all went well, where these are not 0 and 1."""


class Run(NamedTuple):
    """One run of a program: wall time in seconds, and peak memory of its largest process in MiB."""

    seconds: float
    memory: float


class Rule(NamedTuple):
    """A word that is wrong, and the right one."""

    wrong: str
    right: str


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--rules", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--programs", default="typos,codespell,cspell,textlint,canonym", help="by comma")
    parser.add_argument("--no-growth", action="store_true", help="leave out how Canonym grows")
    parser.add_argument("--million", action="store_true", help="grow to a million concepts")
    arguments = parser.parse_args()
    programs = arguments.programs.split(",")
    install(programs)
    rules = make_rules(arguments.rules)
    folder = make_articles(HOME / "articles", arguments.files, rules)
    commands = {name: COMMANDS[name](folder, rules) for name in programs}
    print(compared(commands, folder, arguments.rounds))
    if not arguments.no_growth:
        print(growth(arguments.files, rules, [1_000, 10_000, 100_000, *[1_000_000] * arguments.million]))
    return 0


def install(programs: Sequence[str]) -> None:
    """Install the other programs, once, into build/speed."""
    python = HOME / "venv" / BIN / "python"
    if not python.exists():
        venv.create(HOME / "venv", with_pip=True)
    if wanted := [name for name in ("typos", "codespell") if name in programs]:
        subprocess.run([python, "-m", "pip", "install", "--quiet", *wanted], check=True)
    packages = {"cspell": ["cspell"], "textlint": ["textlint", "textlint-rule-prh"]}
    if wanted := [package for name, several in packages.items() if name in programs for package in several]:
        npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(HOME)]
        subprocess.run([*npm, *wanted], check=True)


def make_rules(size: int) -> list[Rule]:
    """Return rules whose wrong words are no right words of others."""
    chance = random.Random(size)
    right = sorted({word(chance) + word(chance).lower() for _ in range(2 * size)})[:size]
    wrong = [respelt(name, chance) for name in right]
    return [Rule(w, r) for w, r in zip(wrong, right, strict=True) if w not in set(right)]


def respelt(name: str, chance: random.Random) -> str:
    """Return ``name`` as another habit of transliteration would write it."""
    for here, there in chance.sample(HABITS, len(HABITS)):
        if here in name[1:]:
            return name[0] + name[1:].replace(here, there, 1)
    return name + name[-1]


def make_articles(folder: Path, files: int, rules: Sequence[Rule]) -> Path:
    """Write ``files`` articles in which every tenth word is of a rule, one in eight of them wrong."""
    chance = random.Random(files)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for number in range(files):
        some = chance.sample(rules, min(60, len(rules)))
        text = prose([rule.right for rule in some], chance, ARTICLE, misspelt=0)
        for rule in some[::8]:
            text = text.replace(rule.right, rule.wrong, 1)
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8", newline="\n")
    return folder


def typos(folder: Path, rules: Sequence[Rule]) -> list[str]:
    lines = "".join(f'"{rule.wrong.lower()}" = "{rule.right.lower()}"\n' for rule in rules)
    config = written("typos.toml", f"[default.extend-words]\n{lines}")
    return [str(HOME / "venv" / BIN / "typos"), "--config", config, "--format", "brief", str(folder)]


def codespell(folder: Path, rules: Sequence[Rule]) -> list[str]:
    words = written("codespell.txt", "".join(f"{rule.wrong}->{rule.right}\n" for rule in rules))
    return [str(HOME / "venv" / BIN / "codespell"), "-D", words, str(folder)]


def cspell(folder: Path, rules: Sequence[Rule]) -> list[str]:
    settings = {"version": "0.2", "flagWords": [f"{rule.wrong}->{rule.right}" for rule in rules]}
    settings |= {"words": [rule.right for rule in rules]}
    config = written("cspell.json", json.dumps(settings))
    return [
        str(HOME / "node_modules/.bin/cspell"),
        "--no-progress",
        "--config",
        config,
        *sample(folder, "cspell"),
    ]


def textlint(folder: Path, rules: Sequence[Rule]) -> list[str]:
    entries = "".join(f"  - expected: {rule.right}\n    pattern: {rule.wrong}\n" for rule in rules)
    prh = written("prh.yml", f"version: 1\nrules:\n{entries}")
    config = written("textlintrc.json", json.dumps({"rules": {"prh": {"rulePaths": [prh]}}}))
    return [str(HOME / "node_modules/.bin/textlint"), "--config", config, *sample(folder, "textlint")]


def canonym(folder: Path, rules: Sequence[Rule]) -> list[str]:
    return checking(folder, "names", [rule.right for rule in rules])


COMMANDS: dict[str, Callable[[Path, Sequence[Rule]], list[str]]] = {
    "typos": typos,
    "codespell": codespell,
    "cspell": cspell,
    "textlint": textlint,
    "canonym": canonym,
}


def checking(folder: Path, name: str, forms: Sequence[str]) -> list[str]:
    """Write a termbase of ``forms``; return the command that checks ``folder`` against it, without cache."""
    chance = random.Random(len(forms))
    termbase = Termbase(concepts=tuple(concept(form, chance) for form in sorted(forms)), articles=len(forms))
    path = written(f"{name}.jsonl", "".join(dump(termbase)))
    options = ["--isolated", "--no-cache", "--quiet", "--format", "concise", "--termbase", path]
    return [sys.executable, "-m", "canonym", "check", *options, str(folder)]


def written(name: str, text: str) -> str:
    (HOME / name).write_text(text, encoding="utf-8", newline="\n")
    return str(HOME / name)


def sample(folder: Path, program: str) -> list[str]:
    return [str(path) for path in sorted(folder.iterdir())[:: SLOW[program]]]


def compared(commands: dict[str, list[str]], folder: Path, rounds: int) -> str:
    """Run all programs in turn, ``rounds`` times, and return the table of medians."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(run(command))
    files = sum(1 for _ in folder.iterdir())
    size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    medians = {name: statistics.median(one.seconds for one in many) for name, many in runs.items()}
    base = medians.get("typos")
    lines = [
        f"{files} files, {size:.1f} MB, medians of {rounds}",
        "program      seconds  × typos    MiB  files",
    ]
    for name, many in runs.items():
        ratio = f"{medians[name] / base:7.2f}" if base and name not in SLOW else "      –"
        memory = max(one.memory for one in many)
        checked = len(range(0, files, SLOW.get(name, 1)))
        lines.append(f"{name:10} {medians[name]:9.2f}  {ratio}  {memory:5.0f}  {checked:5}")
    return "\n".join(lines)


def growth(files: int, rules: Sequence[Rule], sizes: Sequence[int]) -> str:
    """Return how the time of a check grows with files (sixteenth, quarter, all) and with concepts."""
    lines = ["canonym by files"]
    for share in (16, 4, 1):
        folder = make_articles(HOME / "growth", max(1, files // share), rules)
        one = run(canonym(folder, rules))
        lines.append(f"{max(1, files // share):9} {one.seconds:9.2f} s  {one.memory:5.0f} MiB")
    folder = make_articles(HOME / "growth", max(1, files // 16), rules)
    lines.append(f"canonym by concepts, {max(1, files // 16)} files")
    for size in sizes:
        chance = random.Random(size)
        forms = {f"{word(chance)} {word(chance)}{number}" for number in range(size)}
        one = run(checking(folder, "growth", [form.rstrip("0123456789") for form in sorted(forms)]))
        lines.append(f"{size:9} {one.seconds:9.2f} s  {one.memory:5.0f} MiB")
    return "\n".join(lines)


def run(command: Sequence[str]) -> Run:
    """Run a program to its end; findings make it end with one of the codes in ``ENDS``."""
    errors = HOME / "errors.txt"
    with errors.open("wb") as told:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=HOME, stdout=subprocess.DEVNULL, stderr=told)
        code, memory = waited(process)
        elapsed = time.perf_counter() - start
    ends = next((ends for name, ends in ENDS.items() if name in command[0]), (0, 1))
    if code not in ends:
        sys.exit(f"{command[0]} ended with {code}\n{errors.read_text(errors='replace')[-2000:]}")
    return Run(elapsed, memory)


def waited(process: "subprocess.Popen[bytes]") -> tuple[int, float]:
    """Wait for a process; its peak memory is known where the system tells it."""
    if not hasattr(os, "wait4"):
        return process.wait(), 0.0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    sys.exit(main())
