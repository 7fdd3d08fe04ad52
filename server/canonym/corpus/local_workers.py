"""Where the work of learning is done: in this process, or in several of this machine."""

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

from canonym.corpus.helper_processes import begin_helping, help_with, interrupts_held

_Work = TypeVar("_Work")
_Result = TypeVar("_Result")
_Helper = TypeVar("_Helper")
_Given_co = TypeVar("_Given_co", covariant=True)


class EngineError(Exception):
    """The work cannot be done there; the message says why, or what to do."""


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
        """Yield what ``function`` makes of each piece of work.

        Raises:
            BrokenExecutor: A process died; all results before the first that is missing were given.
        """
        pending: deque[Future[_Result]] = deque()
        broken: BrokenExecutor | None = None
        for piece in work:
            try:
                with interrupts_held():  # for this may begin a process
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
    """Give processes of this machine; when the block ends, what they have in hand is waited for.

    On an interrupt it is not. Then the processes are told to end, and do so by themselves: one that is ended
    from outside may have sent half of a result, and the executor would wait for the rest for ever.

    Args:
        jobs: Number of processes.
        context: How they begin; as is usual on this system if None.
        prepare: Prepares each for its work.
    """
    heard, told = Pipe(duplex=False)
    with heard, told:
        executor = ProcessPoolExecutor(jobs, context, begin_helping, (heard, prepare))
        stubborn = Timer(_PATIENCE, _end_all)
        try:
            yield Processes(executor, jobs)
        except (KeyboardInterrupt, GeneratorExit):
            told.send_bytes(b".")
            with interrupts_held():
                stubborn.start()
            raise
        finally:
            executor.shutdown(cancel_futures=True)
            stubborn.cancel()


_PATIENCE = 5.0
"""Seconds in which a process ends that was told to; a library that lets no Python run may take longer."""


def _end_all() -> None:
    for process in active_children():
        process.terminate()


@contextmanager
def local(jobs: int) -> Iterator[Engine]:
    """Give an engine of this machine.

    Args:
        jobs: Number of processes.
    """
    if jobs < 2:
        yield Here()
        return
    with processes(jobs, None, _begin) as engine:
        yield engine


class Helped(Protocol[_Given_co]):
    """Does pieces of work that all need one helper."""

    def __call__(
        self, function: Callable[[_Given_co, _Work], _Result], work: Iterable[_Work], /
    ) -> Iterator[_Result]:
        """Yield what ``function`` makes of the helper and each piece of work, in their order."""


@contextmanager
def helped(helper: _Helper, jobs: int) -> Iterator[Helped[_Helper]]:
    """Give a map over functions of ``helper`` and a piece of work; each process gets the helper but once.

    Args:
        helper: What all work needs.
        jobs: Number of processes.
    """
    if jobs < 2:
        yield lambda function, work: map(partial(function, helper), work)
        return
    # Beside other threads a process must not be forked: what they hold would stay held in the copy.
    context = get_context("spawn") if active_count() > 1 else None
    with processes(jobs, context, partial(_begin_helped, helper)) as engine:
        yield lambda function, work: engine.map(partial(_helped, function), work)


def _begin() -> None:
    gc.set_threshold(*_SELDOM)


_SELDOM = (200_000, 20, 20)
"""When to look for rings of dead objects: words by the million make none."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for rings of dead objects seldom, in this process and until the block ends."""
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


_helper: Any = None
"""What a process of ``helped`` was given."""


def _begin_helped(helper: Any) -> None:  # noqa: ANN401  (whatever the work needs)
    global _helper  # noqa: PLW0603  (the one place that a process begins with)
    _helper = helper
    _begin()


def _helped(function: Callable[[Any, _Work], _Result], piece: _Work) -> _Result:
    return function(_helper, piece)
