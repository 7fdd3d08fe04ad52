"""Signals that end a run are for the first of its processes: it ends the others, and none stays after.

Ctrl-C reaches all processes of a terminal, SIGTERM and SIGHUP often the first alone, and SIGKILL lets
nobody say goodbye; so the others also end by themselves when the first is gone.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_Work = TypeVar("_Work")
_Result = TypeVar("_Result")


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold back what ends a run until the block ends; threads that begin in it never see it."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # which would let them through again when it is begun with the first
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Duty:
    """What a process that works for another is about, and whether it was told to end.

    While it works it ends at once. While it hands a result over it must not: who reads half of a result
    waits for the rest for ever. It then ends before it works again.
    """

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._works = self._is_told = False

    def begin(self) -> None:
        """Work from now on."""
        with self._changing:
            if self._is_told:
                os._exit(1)
            self._works = True

    def leave(self) -> None:
        """Work no more."""
        with self._changing:
            self._works = False

    def end(self) -> None:
        """End the process, now or before it works again."""
        with self._changing:
            if self._works:
                os._exit(1)
            self._is_told = True


_duty = _Duty()


def begin_helping(told: "Connection[Any, Any]", prepare: Callable[[], None]) -> None:
    """Begin a process that works for another: leave Ctrl-C to that one, and end when it says so or is gone.

    Args:
        told: Has something to read when the process is to end; nobody reads it, so that all may see it.
        prepare: Prepares the process for its work.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGHUP})
    _duty.begin()
    threading.Thread(target=_end_when_told, args=(told,), daemon=True).start()
    prepare()
    _duty.leave()


def help_with(function: Callable[[_Work], _Result], piece: _Work) -> _Result:
    """Return what ``function`` makes of a piece of work, in a process that works for another."""
    _duty.begin()
    try:
        return function(piece)
    finally:
        _duty.leave()


def _end_when_told(told: "Connection[Any, Any]") -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    if parent.sentinel not in wait([told, parent.sentinel]):
        _duty.end()
        parent.join()
    os._exit(1)
