"""Measures ``canonym check`` on one small file, against the start of Python alone.

It makes a termbase of 5,000 concepts and a draft of 5 KB. The check and ``python -c pass`` run in turn, each
in its own process, and the medians are compared. The very first check may compile the termbase and is shown
separately.
"""

import argparse
import compileall
import random
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

import canonym
from canonym.termbase.concept import Attestation, Concept, Kind, Term
from canonym.termbase.learned import dump
from canonym.termbase.termbase import Termbase

LIMIT = 8.0
ONSETS = (
    "b",
    "br",
    "ch",
    "d",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "v",
    "z",
)
NUCLEI = ("a", "e", "i", "o", "u", "ai", "ou")
CODAS = ("", "", "l", "n", "r", "s", "sh", "k")
FILLER = "the minister said on Monday that talks with the council would go on until a way was found"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--concepts", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    compile_sources()
    with tempfile.TemporaryDirectory() as folder:
        command = prepare(Path(folder), arguments.concepts)
        first = seconds(command, folder)
        pairs = [
            (seconds(command, folder), seconds([sys.executable, "-c", "pass"], folder))
            for _ in range(arguments.runs)
        ]
    check, python = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"python -c pass       {python * 1000:7.1f} ms")
    print(f"canonym check        {check * 1000:7.1f} ms   {check / python:.1f} x (limit {LIMIT:.0f} x)")
    print(f"the very first check {first * 1000:7.1f} ms   {first / python:.1f} x")
    return 0 if check <= LIMIT * python else 1


def compile_sources() -> None:
    """Compile Canonym to bytecode, as an installation does: an environment may keep Python from it."""
    compileall.compile_dir(Path(canonym.__file__).parent, quiet=1)


def prepare(folder: Path, size: int) -> list[str]:
    """Write termbase and draft, and return the command that checks the one against the other."""
    chance = random.Random(5000)
    names = sorted({f"{word(chance)} {word(chance)}" for _ in range(2 * size)})[:size]
    termbase = Termbase(concepts=tuple(concept(name, chance) for name in names), articles=size)
    (folder / "names.jsonl").write_text("".join(dump(termbase)), encoding="utf-8", newline="\n")
    (folder / "draft.md").write_text(prose(names, chance), encoding="utf-8", newline="\n")
    script = Path(sysconfig.get_path("scripts")) / "canonym"
    canonym = [str(script)] if script.is_file() else [sys.executable, "-m", "canonym"]
    return [*canonym, "check", "--isolated", "--termbase", "names.jsonl", "draft.md"]


def word(chance: random.Random) -> str:
    syllables = (
        chance.choice(ONSETS) + chance.choice(NUCLEI) + chance.choice(CODAS)
        for _ in range(chance.choice((2, 3)))
    )
    return "".join(syllables).capitalize()


def concept(name: str, chance: random.Random) -> Concept:
    frequency = chance.randint(2, 60)
    attestations = tuple(
        Attestation(
            f"archive/{chance.randint(1, 9999):04}.txt", chance.randint(1, 80), f"They met {name} in town."
        )
        for _ in range(3)
    )
    term = Term(name, frequency=frequency, articles=min(frequency, 9), attestations=attestations)
    return Concept(name.lower(), Kind.PERSON, (term,))


def prose(names: list[str], chance: random.Random, size: int = 5000, misspelt: float = 1 / 8) -> str:
    """Return about ``size`` characters in which every tenth word is a name, a share of them misspelt."""
    words: list[str] = []
    while sum(map(len, words)) + len(words) < size:
        name = chance.choice(names)
        words += [
            *chance.sample(FILLER.split(), 9),
            name if chance.random() >= misspelt else name[:-2] + name[-1] * 2,
        ]
    lines = [" ".join(words[start : start + 40]) + "." for start in range(0, len(words), 40)]
    return "\n\n".join(line[0].upper() + line[1:] for line in lines) + "\n"


def seconds(command: list[str], folder: str) -> float:
    """Return the wall time of a command; 0 and 1 are its right ends."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    elapsed = time.perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return elapsed


if __name__ == "__main__":
    sys.exit(main())
