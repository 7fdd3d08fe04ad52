"""Does the work of learning in this process, or in several on this machine."""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import Pipe, active_children, get_context
from multiprocessing.context import BaseContext
from threading import Timer, active_count
from typing import Any, Protocol, TypeVar

from canonym.corpus.workers.helper_processes import begin_helping, help_with, interrupts_held

_Work = TypeVar("_Work")
_Result = TypeVar("_Result")
_Helper = TypeVar("_Helper")
_Given_co = TypeVar("_Given_co", covariant=True)


class EngineError(Exception):
    """The work cannot be done there. The message says why, or what to do."""


class Engine(Protocol):
    """Does pieces of work on one machine or many."""

    def map(self, function: Callable[[_Work], _Result], work: Iterable[_Work], /) -> Iterator[_Result]:
        """Yield the result of ``function`` for each piece of work, in order.

        Work is taken when there is room for it, so neither all pieces nor all results are in memory at once.
        """


class Here:
    """Does all work in this process."""

    def map(self, function: Callable[[_Work], _Result], work: Iterable[_Work], /) -> Iterator[_Result]:
        """Yield the result of ``function`` for each piece of work."""
        return map(function, work)


class Processes:
    """Does the work in processes of this machine."""

    AHEAD = 3
    """Pieces of work for each process, running or waiting."""

    def __init__(self, executor: ProcessPoolExecutor, jobs: int) -> None:
        self._executor = executor
        self._ahead = self.AHEAD * jobs

    def map(self, function: Callable[[_Work], _Result], work: Iterable[_Work], /) -> Iterator[_Result]:
        """Yield the result of ``function`` for each piece of work.

        Raises:
            BrokenExecutor: A process died. All results before the first missing one were yielded.
        """
        pending: deque[Future[_Result]] = deque()
        broken: BrokenExecutor | None = None
        for piece in work:
            try:
                with interrupts_held():  # this may start a process
                    pending.append(self._executor.submit(help_with, function, piece))
            except BrokenExecutor as error:
                broken = error
                break
            if len(pending) >= self._ahead:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
        if broken is not None:
            raise broken


@contextmanager
def processes(jobs: int, context: BaseContext | None, prepare: Callable[[], None]) -> Iterator[Processes]:
    """Provide processes on this machine. The end of the block waits for running work.

    An interrupt does not wait. It tells the processes to end, and they do so by themselves. A process killed
    from outside may have sent half of a result, and the executor would wait for the rest for ever.

    Args:
        jobs: The number of processes.
        context: How processes start; None for the default of the system.
        prepare: Prepares each process for its work.
    """
    receiver, sender = Pipe(duplex=False)
    with receiver, sender:
        executor = ProcessPoolExecutor(jobs, context, begin_helping, (receiver, prepare))
        stubborn = Timer(_PATIENCE, _end_all)
        stubborn.daemon = True  # nobody waits for it where a second interrupt comes before it is called off
        try:
            yield Processes(executor, jobs)
        except (KeyboardInterrupt, GeneratorExit):
            sender.send_bytes(b".")
            with interrupts_held():
                stubborn.start()
            raise
        finally:
            executor.shutdown(cancel_futures=True)
            stubborn.cancel()


_PATIENCE = 5.0
"""Seconds within which a process must end on request. A library that lets no Python run may take longer."""


def _end_all() -> None:
    for process in active_children():
        process.terminate()


@contextmanager
def local(jobs: int) -> Iterator[Engine]:
    """Provide an engine on this machine.

    Args:
        jobs: Number of processes.
    """
    if jobs < 2:
        yield Here()
        return
    with processes(jobs, None, _begin) as engine:
        yield engine


class Helped(Protocol[_Given_co]):
    """Does pieces of work that all need one helper object."""

    def __call__(
        self, function: Callable[[_Given_co, _Work], _Result], work: Iterable[_Work], /
    ) -> Iterator[_Result]:
        """Yield the result of ``function`` for the helper and each piece of work, in order."""


@contextmanager
def helped(helper: _Helper, jobs: int) -> Iterator[Helped[_Helper]]:
    """Provide a map over functions of ``helper`` and a piece of work. Each process gets the helper once.

    Args:
        helper: The object that all work needs.
        jobs: Number of processes.
    """
    if jobs < 2:
        yield lambda function, work: map(partial(function, helper), work)
        return
    # A process must not be forked beside other threads: the copy would hold their locks for ever.
    context = get_context("spawn") if active_count() > 1 else None
    with processes(jobs, context, partial(_begin_helped, helper)) as engine:
        yield lambda function, work: engine.map(partial(_helped, function), work)


def _begin() -> None:
    gc.set_threshold(*_SELDOM)


_SELDOM = (200_000, 20, 20)
"""Thresholds of the garbage collector. Millions of words make no reference cycles."""


@contextmanager
def garbage_collected_seldom() -> Iterator[None]:
    """Search for reference cycles seldom, in this process, until the block ends."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


_helper: Any = None
"""The helper object of this process."""


def _begin_helped(helper: Any) -> None:  # noqa: ANN401  (whatever the work needs)
    global _helper  # noqa: PLW0603  (set once, when the process starts)
    _helper = helper
    _begin()


def _helped(function: Callable[[Any, _Work], _Result], piece: _Work) -> _Result:
    return function(_helper, piece)
