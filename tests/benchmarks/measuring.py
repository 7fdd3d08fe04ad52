"""Runs a program and tells how long it took, or how much memory, its children included."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

EVERY = 0.05
"""Seconds between two looks at the memory."""


class Run(NamedTuple):
    """One run of a program.

    Attributes:
        seconds: Wall time; that of the limit if it was stopped then.
        ended: Whether it came to its end in time.
        lines: How many lines it printed.
    """

    seconds: float
    ended: bool
    lines: int = 0


def run(command: Sequence[str], folder: Path, limit: float, ends: Sequence[int] = (0, 1)) -> Run:
    """Run a program, ``limit`` seconds at most; ``ends`` are the exit codes with which all went well."""
    start = time.perf_counter()
    process = _started(command, folder)
    try:
        code = process.wait(limit)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return Run(limit, ended=False)
    elapsed = time.perf_counter() - start
    if code not in ends:
        told = (folder / "errors.txt").read_text(errors="replace")
        sys.exit(f"{command[0]} ended with {code}\n{told[-2000:]}")
    with (folder / "output.txt").open("rb") as output:
        return Run(elapsed, ended=True, lines=sum(1 for line in output if line.strip()))


def peak(command: Sequence[str], folder: Path, limit: float) -> float:
    """Return the most memory, in MiB, that a program and its children had at any of many looks.

    On Linux it is the sum of their proportional set sizes: a page that several of them map counts once.
    Elsewhere it is not known, and 0.
    """
    most, stop = 0.0, time.perf_counter() + limit
    process = _started(command, folder)
    while process.poll() is None:
        if time.perf_counter() > stop:
            process.kill()
            process.wait()
            break
        if sys.platform == "linux":
            most = max(most, sum(map(_proportional, _family(process.pid))))
        time.sleep(EVERY)
    return most / 2**10


def _started(command: Sequence[str], folder: Path) -> "subprocess.Popen[bytes]":
    """Start a program in a session of its own, by which its children are known."""
    with (folder / "output.txt").open("wb") as output, (folder / "errors.txt").open("wb") as errors:
        return subprocess.Popen(command, cwd=folder, stdout=output, stderr=errors, start_new_session=True)


def _family(leader: int) -> list[int]:
    """Processes of the session that a process leads."""
    return [
        int(entry.name)
        for entry in os.scandir("/proc")
        if entry.name.isdigit() and _session(entry.name) == leader
    ]


def _session(pid: str) -> int:
    try:
        return os.getsid(int(pid))
    except OSError:  # it has just ended
        return 0


def _proportional(pid: int) -> int:
    """The proportional set size of a process, in KiB."""
    try:
        with Path(f"/proc/{pid}/smaps_rollup").open() as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    except OSError:
        return 0
