"""Checks many drafts in this process or in several, and yields the outcomes in order."""

import gc
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.cli.check.checker import Checker, Outcome, Plan
from canonym.matching.draft import forget
from canonym.termbase.errors import SourceError

if TYPE_CHECKING:
    from canonym.cli.check.outcome_cache import Cache

DRAFTS_PER_PROCESS = 100
"""Fewer drafts are checked sooner than another process would load the termbase."""
_CHUNK = 8
_DEATHS = 3
"""If this many processes in a row die on different drafts, the drafts are not to blame."""

OnProgress = Callable[[int], None]
"""Receives the number of drafts that are done."""


def check_drafts(
    checker: Checker, paths: Sequence[Path], jobs: int, cache: "Cache | None", on_progress: OnProgress
) -> list[Outcome]:
    """Return the outcome of each draft, in the order of ``paths``.

    Args:
        checker: Checks in this process.
        paths: The drafts.
        jobs: The number of processes; 0 for as many as are worth it.
        cache: Knows unchanged drafts; None if there is no cache.
        on_progress: Receives the progress.
    """
    known = {path: outcome for path in paths if cache and (outcome := cache.get(path))}
    waiting = [path for path in paths if path not in known]
    fresh = _checked(checker, waiting, _jobs(jobs, len(waiting)))
    with closing(fresh):
        for done, (path, outcome) in enumerate(zip(waiting, fresh, strict=True), len(known) + 1):
            known[path] = outcome
            if cache:
                cache.put(path, outcome)
            on_progress(done)
    return [known[path] for path in paths]


def _jobs(wanted: int, drafts: int) -> int:
    if wanted:
        return min(wanted, max(drafts, 1))
    return max(1, min(os.cpu_count() or 1, drafts // DRAFTS_PER_PROCESS))


def _checked(checker: Checker, paths: Sequence[Path], jobs: int) -> Generator[Outcome]:
    if jobs <= 1:
        yield from (_check_once(checker, path) for path in paths)
        return
    from concurrent.futures import BrokenExecutor

    _ = checker.index  # compiles once here, not in every process at the same time
    done = 0
    try:
        for outcome in _in_processes(checker.plan, paths, jobs, _CHUNK):
            yield outcome
            done += 1
    except BrokenExecutor:
        yield from _one_by_one(checker, paths[done:])


def _in_processes(plan: Plan, paths: Sequence[Path], jobs: int, chunk: int) -> Iterator[Outcome]:
    """Yield the outcomes. Processes are spawned, because Windows and macOS cannot fork safely."""
    from multiprocessing import get_context

    from canonym.corpus.workers.local_workers import processes

    chunks = (paths[start : start + chunk] for start in range(0, len(paths), chunk))
    with processes(jobs, get_context("spawn"), partial(_begin, plan)) as engine:
        for outcomes in engine.map(_check_files, chunks):
            yield from outcomes


def _one_by_one(checker: Checker, paths: Sequence[Path]) -> Iterator[Outcome]:
    """Continue with one process at a time after one died, so that a fatal draft costs only itself."""
    from concurrent.futures import BrokenExecutor

    done, died = 0, 0
    while done < len(paths):
        try:
            for outcome in _in_processes(checker.plan, paths[done:], 1, 1):
                yield outcome
                done, died = done + 1, 0
        except BrokenExecutor as error:
            died += 1
            if died >= _DEATHS:
                message = "process after process died, perhaps for want of memory; try --jobs 1"
                raise SourceError("--jobs", 0, "", message) from error
            name = checker.project.name(paths[done])
            yield Outcome(name, problem="its check ended the process, perhaps for want of memory")
            done += 1


_checker: list[Checker] = []


def _begin(plan: Plan) -> None:
    """Load the termbase once in a process."""
    gc.set_threshold(100_000, 20, 100)  # the same as in the first process
    _checker[:] = [Checker(plan)]


def _check_files(paths: Sequence[Path]) -> list[Outcome]:
    return [_check_once(_checker[0], path) for path in paths]


def _check_once(checker: Checker, path: Path) -> Outcome:
    """Check one draft of many, and drop everything except the outcome."""
    outcome = checker.check_file(path)
    forget(checker.index)
    return outcome
