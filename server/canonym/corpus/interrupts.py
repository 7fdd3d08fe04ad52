"""Ctrl-C, which a terminal sends to all processes of a run, is for the first of them: it ends the others."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold back Ctrl-C until the block ends; threads and processes that begin in it never see one."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # which would let them through again when it is begun with the first
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
