"""A repository that somebody sent: links in place of our files change nothing outside."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.running import canonym, write
from lsp.editor import editing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")

NAMES = 500
"""Enough of them for an index to be compiled."""
TERMBASE = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n' + "".join(
    f'[[name]]\npreferred = "Name number {number}"\n' for number in range(NAMES)
)
DRAFTS = {"drafts/a.txt": "Punjir\n", "drafts/b.txt": "Name number 7 in Punjir\n"}
COMMANDS = {
    "check": ("check", "drafts"),
    "fix": ("check", "--fix", "drafts"),
    "one draft": ("check", "drafts/a.txt"),
    "explain": ("explain", "Punjir"),
    "learn": ("learn", "--jobs", "1", "drafts"),
}


def link(place: Path, target: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(os.path.relpath(target, place.parent))


TRAPS: dict[str, Callable[[Path, Path], None]] = {
    "folder": link,
    "index": lambda ours, victim: link(ours / "index", victim),
    "findings": lambda ours, victim: link(ours / "cache", victim),
    "locks": lambda ours, victim: link(ours / "locks", victim),
    ".gitignore": lambda ours, victim: link(ours / ".gitignore", victim / "kept.txt"),
    ".gitignore that is not there": lambda ours, victim: link(ours / ".gitignore", victim / "new.txt"),
    "tag": lambda ours, victim: link(ours / "cache" / "CACHEDIR.TAG", victim / "new.txt"),
    "folder to a file": lambda ours, victim: link(ours, victim / "kept.txt"),
    "folder to nothing": lambda ours, victim: link(ours, victim / "new"),
    "pipe": lambda ours, victim: os.mkfifo(ours),
}
"""Each gets the place of ``.canonym`` and a folder outside of the repository."""


@pytest.fixture
def repository(tmp_path, user_cache) -> Path:
    """A repository as it was sent, without traps."""
    return write(tmp_path / "sent", {"termbase.toml": TERMBASE, **DRAFTS})


@pytest.fixture
def victim(tmp_path) -> Path:
    """A folder outside, with files named as those that we make and remove."""
    folder = write(
        tmp_path / "victim", {"kept.txt": "mine\n", "old.tmp": "mine\n", "a.stamp": f"{'0' * 64}\n"}
    )
    write(folder, {f"{'0' * 64}.index": "mine\n", "index/kept.txt": "mine\n"})
    for path in folder.rglob("*"):
        os.utime(path, (1e9, 1e9))
    return folder


def state(folder: Path) -> dict[str, object]:
    """All that a person may see of a folder: names, contents, times, rights."""
    seen: dict[str, object] = {}
    for path in (folder, *sorted(folder.rglob("*"))):
        status = path.lstat()
        content = path.read_bytes() if path.is_file() else None
        seen[str(path)] = (content, status.st_mtime_ns, status.st_mode)
    return seen


def test_without_traps_it_is_silent_about_its_places(repository):
    for command in COMMANDS.values():
        done = canonym(*command, cwd=repository)
        assert ".canonym" not in done.err
        assert done.code in (0, 1)


@pytest.mark.parametrize("trap", TRAPS)
def test_nothing_outside_changes(repository, victim, user_cache, trap):
    TRAPS[trap](repository / ".canonym", victim)
    before = state(victim)
    for command in COMMANDS.values():
        done = canonym(*command, cwd=repository)
        assert done.code in (0, 1), done.err
        assert done.err.count("so the user's cache directory is used instead") <= 1
        assert state(victim) == before


@pytest.mark.parametrize("trap", ["folder", "index", "findings", ".gitignore"])
def test_it_is_said_once_and_the_users_cache_serves(repository, victim, user_cache, trap):
    TRAPS[trap](repository / ".canonym", victim)
    first = canonym("check", "--jobs", "2", "drafts", cwd=repository)
    assert first.err.count("so the user's cache directory is used instead") == 1
    assert list(user_cache.rglob("*.json"))
    assert list(user_cache.rglob("*.index"))
    again = canonym("check", "drafts", cwd=repository)
    assert again.out == first.out
    assert "used instead" not in canonym("check", "--quiet", "drafts", cwd=repository).err


@pytest.mark.parametrize("kind", ["link", "hard link", "pipe", "folder"])
def test_single_files_of_ours_that_are_something_else(repository, victim, user_cache, kind):
    whole = canonym("check", "drafts", cwd=repository)
    files = [path for path in (repository / ".canonym").rglob("*") if path.is_file()]
    assert len(files) >= len(DRAFTS) + len(("index", "stamp", ".gitignore", "CACHEDIR.TAG"))
    for file in files:
        file.unlink()
        if kind == "link":
            link(file, victim / "kept.txt")
        elif kind == "hard link":
            file.hardlink_to(victim / "kept.txt")
        elif kind == "pipe":
            os.mkfifo(file)
        else:
            file.mkdir()
    before = state(victim)
    done = canonym("check", "drafts", cwd=repository)
    assert (done.code, done.out) == (whole.code, whole.out)
    assert state(victim) == before


def test_a_check_writes_beside_the_termbase_and_not_beside_drafts(repository, tmp_path, user_cache):
    drafts = write(tmp_path / "elsewhere", DRAFTS)
    before = state(drafts)
    termbase = repository / "termbase.toml"
    for command in (
        ("check", "--isolated", "--no-cache", "--termbase", termbase, drafts),
        ("check", "--termbase", termbase, drafts),
        ("explain", "--termbase", termbase, "Punjir"),
        ("config", "--termbase", termbase),
    ):
        canonym(*command, cwd=drafts)
        assert state(drafts) == before
    assert len(list((repository / ".canonym" / "index").glob("*.index"))) == 1
    assert not user_cache.exists()


@pytest.mark.asyncio
@pytest.mark.parametrize("trap", ["folder", "index", ".gitignore"])
async def test_the_server_says_it_once_in_its_log(repository, victim, user_cache, trap):
    TRAPS[trap](repository / ".canonym", victim)
    before = state(victim)
    async with editing("vscode", repository) as editor:
        uri = editor.open("drafts/a.txt")
        assert len(await editor.found(uri)) == 1
        decided = editor.open("termbase.toml", language="toml")
        editor.replace(decided, TERMBASE + '[[name]]\npreferred = "Kabul"\ndeprecated = ["Cabul"]\n')
        await editor.until_found(editor.open("drafts/c.txt", "Cabul\n"), len)
        logged = [one.message for one in editor.client.log_messages if "user's cache" in one.message]
    assert len(logged) == 1
    assert state(victim) == before
