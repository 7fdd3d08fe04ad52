"""While a command is at work, somebody puts a link in the place of what it writes, again and again."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from cli.running import canonym, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
TERMBASE = '[[name]]\npreferred = "Panjshir"\ndeprecated = ["Punjir"]\n'
WRONG, RIGHT = "In Punjir.\n", "In Panjshir.\n"
KNOWN = '{"version": 1, "findings": []}\n'
LEARNED = '{"canonym":1,"articles":0,"records":0}\n'
TARGETS = {
    "d/draft.txt": (WRONG, ("check", "--fix", "d")),
    "termbase.toml": (TERMBASE, ("check", "--interactive", "d")),
    "known.json": (KNOWN, ("check", "--update-baseline", "--baseline", "known.json", "d")),
    "report.json": (KNOWN, ("check", "--output", "json:report.json", "d")),
    "termbase.learned.jsonl": (LEARNED, ("learn", "--jobs", "1", "--quiet", "d")),
}


@pytest.mark.parametrize("name", TARGETS)
def test_what_a_link_leads_to_is_never_written(name, tmp_path, rounds):
    content, command = TARGETS[name]
    clone = write(tmp_path / "clone", {"termbase.toml": TERMBASE, "d/draft.txt": WRONG, name: content})
    victim = write(tmp_path, {"victim": content}) / "victim"
    with swapping(clone / name, victim, content):
        for _ in range(rounds // len(TARGETS) + 1):
            done = canonym(*command, cwd=clone, stdin=b"a\n")
            assert "Traceback" not in done.err + done.out
            assert victim.read_text("utf-8") == content
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


@contextmanager
def swapping(path: Path, victim: Path, content: str) -> Iterator[None]:
    """Let ``path`` be now a file and now a link to ``victim``, as fast as can be."""
    stop = Event()

    def swap() -> None:
        other = path.with_name("swapped")
        while not stop.is_set():
            other.symlink_to(victim)
            other.replace(path)
            other.write_text(content, "utf-8")
            other.replace(path)

    thread = Thread(target=swap)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
