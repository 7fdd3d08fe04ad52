"""Signals that end the process: SIGTERM, and SIGHUP of a closed terminal, handled like Ctrl-C."""

import signal
import threading
from collections.abc import Callable
from types import FrameType


class Ended(KeyboardInterrupt):
    """A signal told this process to end.

    Attributes:
        number: The signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def raise_on_end_signals() -> None:
    """Raise ``Ended`` in the main thread, once, on a signal that would end this process."""
    ending = False

    def end(number: int, _frame: FrameType | None) -> None:
        nonlocal ending
        if not ending:  # a second signal must not interrupt the clean-up
            ending = True
            raise Ended(number)

    on_endings(end)


def on_endings(act: Callable[[int, FrameType | None], None]) -> None:
    """Call ``act`` on SIGTERM and SIGHUP, unless this process started with them ignored, as by ``nohup``.

    In other threads than the main one it does nothing, because Python allows no handlers there.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, act)
