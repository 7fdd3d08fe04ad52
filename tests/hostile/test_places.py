"""Whatever takes the place of a file, no command waits for ever, fails, or changes it."""

import os
import random
import socket
import stat
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from cli.running import canonym, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has few of these")
TERMBASE = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n'
FILES = {
    "termbase.toml": TERMBASE,
    "canonym.toml": 'corpus = ["articles"]\n',
    "d/draft.txt": "In Punjir.\n",
    "d/other.txt": "To Punjir.\n",
    "articles/a.txt": "In Panjshir they met.\n",
    ".gitignore": "*.bak\n",
    "pyproject.toml": "",
    "known.json": '{"version": 1, "findings": []}\n',
    "termbase.learned.jsonl": '{"canonym":1,"articles":0,"records":0}\n',
}
COMMANDS = {
    "check": ("check", "d"),
    "fix": ("check", "--fix", "d"),
    "named": ("check", "--fix", "d/other.txt", "d/draft.txt", "--jobs", "1"),
    "interactive": ("check", "--interactive", "d"),
    "baseline": ("check", "--update-baseline", "--baseline", "known.json", "d"),
    "learn": ("learn", "--jobs", "1", "--quiet"),
    "init": ("init",),
    "explain": ("explain", "Punjir"),
    "config": ("config",),
}


def device(path: Path) -> None:
    try:
        os.mknod(path, 0o666 | stat.S_IFCHR, Path(os.devnull).stat().st_rdev)
    except PermissionError:
        path.symlink_to(os.devnull)


def listening(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


KINDS: dict[str, Callable[[Path], None]] = {
    "device": device,
    "fifo": os.mkfifo,
    "socket": listening,
    "folder": Path.mkdir,
    "link out": lambda path: path.symlink_to(victim(path)),
    "link to folder": lambda path: path.symlink_to(victim(path).parent),
    "link to nothing": lambda path: path.symlink_to(victim(path).with_name("nothing")),
    "link to itself": lambda path: path.symlink_to(path.name),
}


def victim(path: Path) -> Path:
    return next(above for above in path.parents if above.name == "clone").parent / "out" / "victim.txt"


ALL = [
    (kind, place, command)
    for kind, place, command in product(KINDS, FILES, COMMANDS)
    if not (kind in ("fifo", "link to folder") and place.startswith("d/") and command == "named")
]
"""A person who names a FIFO wants the program to wait for it. A named link to a folder means the folder."""


def test_nothing_is_done_to_what_is_no_file(tmp_path, rounds):
    for number, (kind, place, command) in enumerate(random.sample(ALL, min(rounds, len(ALL)))):
        base = write(tmp_path / str(number), {"out/victim.txt": "In Punjir.\n"})
        clone = write(base / "clone", FILES)
        (clone / place).unlink()
        KINDS[kind](clone / place)
        before = looks(base / "out", clone / place)
        done = canonym(*COMMANDS[command], cwd=clone, stdin=b"a\nn\ny\n")
        said = (kind, place, command, done)
        assert done.code in (0, 1, 2), said
        assert "Traceback" not in done.err + done.out, said
        assert looks(base / "out", clone / place) == before, said


def looks(folder: Path, place: Path) -> dict[Path, tuple[int, int, bytes, str]]:
    """All that lies in a folder, and what stands in a place."""
    return {path: state_of(path) for path in (*folder.rglob("*"), place)}


def state_of(path: Path) -> tuple[int, int, bytes, str]:
    held = path.lstat()
    content = path.read_bytes() if stat.S_ISREG(held.st_mode) else b""
    goal = str(path.readlink()) if stat.S_ISLNK(held.st_mode) else ""
    return stat.S_IFMT(held.st_mode), held.st_ino, content, goal
