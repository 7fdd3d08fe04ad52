"""Where the work of learning is done: in this process, or in several of this machine."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Protocol, TypeVar

_Work = TypeVar("_Work")
_Result = TypeVar("_Result")


class Engine(Protocol):
    """Does pieces of work, on one machine or many."""

    def map(self, function: Callable[[_Work], _Result], work: Iterable[_Work], /) -> Iterator[_Result]:
        """Yield what ``function`` makes of each piece of work, in their order.

        Work is taken when there is room for it, so neither all pieces nor all results are held at once.
        """


class Here:
    """Does all in this process."""

    def map(self, function: Callable[[_Work], _Result], work: Iterable[_Work], /) -> Iterator[_Result]:
        """Yield what ``function`` makes of each piece of work."""
        return map(function, work)


class Processes:
    """Does the work in processes of this machine."""

    AHEAD = 3
    """Pieces of work for each process that are begun or waiting for it."""

    def __init__(self, executor: ProcessPoolExecutor, jobs: int) -> None:
        self._executor = executor
        self._ahead = self.AHEAD * jobs

    def map(self, function: Callable[[_Work], _Result], work: Iterable[_Work], /) -> Iterator[_Result]:
        """Yield what ``function`` makes of each piece of work."""
        pending: deque[Future[_Result]] = deque()
        for piece in work:
            pending.append(self._executor.submit(function, piece))
            if len(pending) >= self._ahead:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


@contextmanager
def local(jobs: int) -> Iterator[Engine]:
    """Give an engine of this machine.

    Args:
        jobs: Number of processes.
    """
    if jobs < 2:
        yield Here()
        return
    executor = ProcessPoolExecutor(jobs)
    try:
        yield Processes(executor, jobs)
    finally:
        executor.shutdown(cancel_futures=True)
