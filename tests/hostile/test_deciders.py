"""Many people decide at once, each in a way of their own, and no decision is lost."""

import asyncio
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from cli.running import write
from lsp.editor import editing

pytestmark = pytest.mark.asyncio

AT_LEAST = 40
"""Decisions, of which many more than one are made at a time."""
AT_ONCE = 8
"""Commands that an editor gives before it hears of the first."""
COMMENT = "# Kept by the desk.\n"
LIBRARY = """\
import sys
from functools import partial
from pathlib import Path
from canonym.project.writing.write_decisions import edit_termbase
from canonym.termbase.authored import add_name
who, count = sys.argv[1], int(sys.argv[2])
for number in range(count):
    assert edit_termbase(Path("termbase.toml"), partial(add_name, form=f"Name {who} {number}"))
"""


async def test_no_decision_is_lost(tmp_path, rounds):
    each = max(rounds, AT_LEAST) // 5
    askers = ("eins", "zwei")
    folder = write(
        tmp_path.resolve(), {"termbase.toml": COMMENT + "".join(entries(who, each) for who in askers)}
    )
    for who in askers:
        write(
            folder, {f"{who}.txt": "".join(f"They came to {wrong(who, n)} at last.\n" for n in range(each))}
        )
    # The answers of the command line wait in a file: nobody types as fast as this test wants to be.
    running = [start(folder, "-c", LIBRARY, who, each) for who in ("drei", "vier")]
    running += [
        start(folder, "-m", "canonym", "check", "--interactive", f"{who}.txt", answers=each) for who in askers
    ]
    async with editing("vscode", folder) as editor:
        for first in range(0, each, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, each))
            uri = editor.uri("new.txt")
            said = [editor.run("canonym.addName", uri=uri, form=f"Name fünf {n}") for n in numbers]
            assert await asyncio.gather(*said) == [True for _ in numbers]
    for process in running:
        assert process.wait(timeout=600) in (0, 1), process.args
    text = (folder / "termbase.toml").read_text("utf-8")
    assert text.startswith(COMMENT)
    names = tomllib.loads(text)["name"]
    assert sorted(name["preferred"] for name in names) == sorted(
        [right(who, n) for who in askers for n in range(each)]
        + [f"Name {who} {n}" for who in ("drei", "vier", "fünf") for n in range(each)]
    )
    admitted = [form for name in names for form in name.get("admitted", ())]
    assert sorted(admitted) == sorted(wrong(who, n) for who in askers for n in range(each))
    for who in askers:
        assert (folder / f"{who}.said").read_text("utf-8").count("noted in termbase.toml") == each


def right(who: str, number: int) -> str:
    return f"{who.capitalize()}ort{number}"


def wrong(who: str, number: int) -> str:
    return f"{who.capitalize()}rot{number}"


def entries(who: str, count: int) -> str:
    return "".join(
        f'[[name]]\npreferred = "{right(who, n)}"\ndeprecated = ["{wrong(who, n)}"]\n' for n in range(count)
    )


def start(folder: Path, *arguments: object, answers: int = 0) -> "subprocess.Popen[bytes]":
    """Start Python; what it says of a draft lies beside the draft."""
    name = Path(str(arguments[-1])).stem
    write(folder, {f"{name}.answers": "a\n" * answers})
    with (folder / f"{name}.answers").open("rb") as stdin, (folder / f"{name}.said").open("wb") as out:
        command = [sys.executable, *map(str, arguments)]
        return subprocess.Popen(command, cwd=folder, stdin=stdin, stdout=out, stderr=out)


async def test_no_known_finding_is_lost(tmp_path, rounds):
    names = [f"d{n}" for n in range(min(max(rounds, 4), 12))]
    write(tmp_path, {"termbase.toml": "".join(entries("eins", 1))})
    write(tmp_path, {f"{name}/a.txt": f"They came to {wrong('eins', 0)} at last.\n" for name in names})
    command = ("-m", "canonym", "check", "--update-baseline", "--baseline", "known.json")
    for process in [start(tmp_path, *command, name) for name in names]:
        assert process.wait(timeout=120) == 0, process.args
    known = json.loads((tmp_path / "known.json").read_text("utf-8"))["findings"]
    assert sorted(entry["path"] for entry in known) == sorted(f"{name}/a.txt" for name in names)
