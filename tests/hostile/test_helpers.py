"""Processes that help another end when it is interrupted, whatever they have in hand, and say nothing."""

import subprocess
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("interrupts are sent otherwise there", allow_module_level=True)

WORK = """
import os, re, signal, sys, time
from multiprocessing import get_context
from canonym.corpus.workers import local_workers

def nothing(): pass
def large(piece): return bytes(5_000_000)
def long(piece): return time.sleep(600 * (piece > 1))
def stubborn(piece): return piece < 2 or re.match("(a|a)*$", "a" * 60 + "b")
def idle(piece): return piece
"""
RUN = """
from helpers import *

if __name__ == "__main__":
    local_workers._PATIENCE = 0.5
    function, method, seen = sys.argv[1:]
    try:
        with local_workers.processes(2, get_context(method), nothing) as helpers:
            for number, _ in enumerate(helpers.map(globals()[function], range(50)), 1):
                if number == int(seen):
                    os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt:
        sys.exit(130)
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize(("function", "seen"), [("large", 3), ("long", 1), ("stubborn", 1), ("idle", 50)])
def test_an_interrupt_ends_them_at_once_and_nobody_says_a_word(function, seen, method, tmp_path, rounds):
    (tmp_path / "helpers.py").write_text(WORK, "utf-8")
    (tmp_path / "run.py").write_text(RUN, "utf-8")
    command = [sys.executable, "-X", "dev", "run.py", function, method, str(seen)]
    for _ in range(max(2, rounds // 10)):  # eight kinds, each run takes a second
        # All of them have this standard output: it ends when all of them have ended.
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60, check=False)
        assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
