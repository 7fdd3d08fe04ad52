"""Runs that are told to end: the usual status, no process and no scratch file is left, old files stay."""

import os
import signal
import subprocess
import sys

import pytest

from cli.running import write

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals and no such signals", allow_module_level=True)

import pty

TEXT = "On day {0} they met Caterina Ferrante in Lisbon. Then {0} friends of hers left for Porto.\n"
OLD = '{"canonym":1,"articles":0,"records":0}\n'
CHECK = "check articles --jobs 2 --no-cache --format json"
SIGNALS = pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGKILL, -9)],
    ids=lambda value: getattr(value, "name", None),
)


@pytest.fixture
def folder(tmp_path):
    many = "".join(map(TEXT.format, range(900)))
    write(tmp_path, {f"articles/{number}.txt": f"{number} {many}" for number in range(48)})
    return write(tmp_path, {"termbase.learned.jsonl": OLD})


def begun(arguments, folder):
    """Begin a command and return it and its terminal when it has said something."""
    shown, terminal = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "canonym", *arguments],
        cwd=folder,
        env={**os.environ, "CI": "", "TMPDIR": str(folder / "scratch")},
        stdout=subprocess.PIPE,
        stderr=terminal,
        start_new_session=True,
    )
    os.close(terminal)
    os.read(shown, 1000)  # waits until the work has begun
    return running, shown


@SIGNALS
@pytest.mark.parametrize(
    "command", ["learn articles -j2", "check articles --jobs 2 --no-cache --format json"]
)
def test_nothing_is_left(command, number, status, folder):
    (folder / "scratch").mkdir()
    running, shown = begun(command.split(), folder)
    os.kill(running.pid, number)  # the first process alone, as `kill` and `docker stop` do
    with running:
        # The other processes have the same standard output: it ends when all of them have ended.
        assert running.stdout.read() == b""
        assert running.wait(60) == status
    os.close(shown)
    assert (folder / "termbase.learned.jsonl").read_text() == OLD
    assert sorted(path.name for path in folder.iterdir()) == ["articles", "scratch", "termbase.learned.jsonl"]
    assert list((folder / "scratch").iterdir()) == [] or number == signal.SIGKILL


def test_what_was_begun_to_ignore_a_hangup_goes_on(folder):
    script = 'trap "" HUP; exec "$0" -m canonym "$@"'
    command = ["/bin/sh", "-c", script, sys.executable, "learn", "articles", "-j2"]
    shown, terminal = pty.openpty()
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=terminal, start_new_session=True
    ) as running:
        os.close(terminal)
        os.read(shown, 1000)
        os.kill(running.pid, signal.SIGHUP)
        assert b"written to" in running.stdout.read()
        assert running.wait(60) == 0
    os.close(shown)
