"""Signals that end a run are for the first of its processes: it ends the others, and none stays behind.

Ctrl-C reaches all processes of a terminal, SIGTERM and SIGHUP often the first alone, and SIGKILL lets
nobody say goodbye; so the others also end by themselves when the first is gone.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from multiprocessing import resource_tracker
from threading import Thread


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


def begin_helping() -> None:
    """Begin a process that works for another: leave Ctrl-C to that one, and end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGHUP})
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent,), daemon=True).start()


@contextmanager
def ended_with_interrupts(executor: Executor) -> Iterator[None]:
    """Wait for what ``executor`` has in hand when the block ends; on an interrupt end its processes.

    A process that is ended may have sent half of a result. A thread of the executor waits for the other half
    then, and for ever. So a run that was interrupted must leave without waiting for its threads.
    """
    try:
        yield
    except KeyboardInterrupt:
        for process in multiprocessing.active_children():
            process.terminate()
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    except BaseException:
        executor.shutdown(cancel_futures=True)
        raise
    executor.shutdown()


def _end_with(parent: "multiprocessing.process.BaseProcess") -> None:
    parent.join()
    os._exit(1)
