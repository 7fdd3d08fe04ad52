"""Ends all processes of a run on a signal. The first process ends the others, so that none remains.

Ctrl-C reaches all processes of a terminal. SIGTERM and SIGHUP often reach only the first, and SIGKILL gives
no chance to react. So the others also end by themselves when the first is gone.
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
    """Hold back the signals that end a run during the block. Threads that begin in it never see them."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # it would unblock the signals if the first process started it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _HelperState:
    """What a helping process does now, and whether it must end.

    While it works, it ends at once. While it hands over a result, it must not end: a reader of half a result
    would wait for the rest for ever. Then it ends before its next work.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()  # the thread that ends the process must see whole states
        self._is_working = self._must_end = False

    def begin(self) -> None:
        """Note that work begins."""
        with self._lock:
            if self._must_end:
                os._exit(1)
            self._is_working = True

    def pause(self) -> None:
        """Note that work is over."""
        with self._lock:
            self._is_working = False

    def end(self) -> None:
        """End the process, now or before its next work."""
        with self._lock:
            if self._is_working:
                os._exit(1)
            self._must_end = True


_state = _HelperState()


def begin_helping(end_signal: "Connection[Any, Any]", prepare: Callable[[], None]) -> None:
    """Begin a helping process: leave Ctrl-C to the first process, and end when it says so or is gone.

    Args:
        end_signal: Becomes readable when the process is to end. Nobody reads it, so all processes see it.
        prepare: Prepares the process for its work.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGHUP})
    _state.begin()
    threading.Thread(target=_end_on_signal, args=(end_signal,), daemon=True).start()
    prepare()
    _state.pause()


def help_with(function: Callable[[_Work], _Result], piece: _Work) -> _Result:
    """Return the result of ``function`` for a piece of work, in a helping process."""
    _state.begin()
    try:
        return function(piece)
    finally:
        _state.pause()


def _end_on_signal(end_signal: "Connection[Any, Any]") -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    if parent.sentinel not in wait([end_signal, parent.sentinel]):
        _state.end()
        parent.join()
    os._exit(1)
