"""A process that is killed at any moment leaves every file as it was, or as it was to be."""

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import pytest

from canonym.termbase.authored import admit
from cli.running import write

NAMES = 300
"""Enough of them for a write to take a while."""
TERMBASE = "".join(f'[[name]]\npreferred = "Ort{n:04}"\ndeprecated = ["Or{n:04}"]\n' for n in range(NAMES))
DRAFT = "".join(f"They came to Or{n:04} at last.\n" for n in range(NAMES))
ARTICLES = {
    f"articles/{n}.txt": f"Yesterday Caterina Ferrante{'aeiou'[n % 5]} spoke in Lisbon.\n" for n in range(40)
}
ANSWERS = 12


class Job(NamedTuple):
    """A command that writes a file.

    Attributes:
        arguments: Of ``canonym``.
        file: What it writes.
        answers: What a person says to it.
    """

    arguments: tuple[str, ...]
    file: str
    answers: str = ""

    def read(self, folder: Path) -> bytes | None:
        """What the file holds; None while it is not there."""
        path = folder / self.file
        return path.read_bytes() if path.exists() else None


JOBS = {
    "learn": Job(("learn", "--jobs", "1", "--quiet", "articles"), "termbase.learned.jsonl"),
    "fix": Job(("check", "--fix", "--quiet", "draft.txt"), "draft.txt"),
    "baseline": Job(("check", "--update-baseline", "--baseline", "known.json", "draft.txt"), "known.json"),
    "decisions": Job(("check", "--interactive", "draft.txt"), "termbase.toml", "a\n" * ANSWERS + "q\n"),
}


@pytest.mark.parametrize("name", JOBS)
def test_killed_at_any_moment_a_file_is_whole(name, tmp_path, rounds):
    job = JOBS[name]
    whole, took = undisturbed(job, newsroom(tmp_path / "quiet"))
    for number in range(rounds // len(JOBS) + 1):
        folder = newsroom(tmp_path / str(number))
        with running(job, folder) as process:
            if number % 2:
                wait_for_any_moment(process, took)
            else:
                wait_for_a_write(process, folder)
            process.kill()
        assert job.read(folder) in whole


def newsroom(folder: Path) -> Path:
    """A folder in which each job has something to write."""
    return write(folder, {"termbase.toml": TERMBASE, "draft.txt": DRAFT, **ARTICLES})


def undisturbed(job: Job, folder: Path) -> tuple[list[bytes | None], float]:
    """All that the file may hold if nobody kills the job, and the seconds that the job takes."""
    held = [job.read(folder)]
    began = perf_counter()
    with running(job, folder) as process:
        assert process.wait(timeout=60) in (0, 1)
    took = perf_counter() - began
    for answered in range(ANSWERS if job.answers else 0):
        text = held[-1].decode()
        held.append(admit(text, f"Ort{answered:04}", f"Or{answered:04}").encode())
    assert job.read(folder) not in held[:-1]
    return [*held, job.read(folder)], took


@contextmanager
def running(job: Job, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The job in a process, which has heard all answers and does not wait for anybody."""
    answers, said = folder / "answers", folder / "said"
    answers.write_text(job.answers)
    command = [sys.executable, "-m", "canonym", *job.arguments]
    with (
        answers.open("rb") as stdin,
        said.open("wb") as out,
        subprocess.Popen(command, cwd=folder, stdin=stdin, stdout=out, stderr=out) as process,
    ):
        yield process


def wait_for_any_moment(process: subprocess.Popen[bytes], took: float) -> None:
    """Wait for a moment between the start of a process and its end."""
    try:
        process.wait(timeout=random.uniform(0, took))
    except subprocess.TimeoutExpired:
        return


def wait_for_a_write(process: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait until a file is being written beside the others, as far as anybody can see that."""
    before = set(folder.iterdir())
    while process.poll() is None:
        if any(path.suffix == ".tmp" for path in set(folder.iterdir()) - before):
            return


CHECK = Job(("check", "--format", "concise", "."), "said")


def test_killed_at_any_moment_a_check_finds_the_same_the_next_time(tmp_path, rounds):
    quiet = drafts(tmp_path / "quiet")
    began = perf_counter()
    with running(CHECK, quiet) as process:
        assert process.wait(timeout=60) == 1
    took, found = perf_counter() - began, CHECK.read(quiet)
    folder = drafts(tmp_path / "killed")
    for _ in range(rounds // len(JOBS) + 1):
        with running(CHECK, folder) as process:
            wait_for_any_moment(process, took)
            process.kill()
        with running(CHECK, folder) as process:
            assert process.wait(timeout=60) == 1
        assert CHECK.read(folder) == found
        for kept in (*folder.rglob("*.json"), *folder.rglob("*.stamp"), *folder.rglob("*.index")):
            kept.unlink()


def drafts(folder: Path) -> Path:
    """A folder of which a check keeps an index, and what it found."""
    return write(folder, {"termbase.toml": TERMBASE, **{f"{n}.txt": DRAFT[n * 60 :] for n in range(8)}})
