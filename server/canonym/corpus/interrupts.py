"""Signals that end a run are for the first of its processes: it ends the others, and none stays behind.

Ctrl-C reaches all processes of a terminal, SIGTERM and SIGHUP often the first alone, and SIGKILL lets
nobody say goodbye; so the others also end by themselves when the first is gone.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from multiprocessing import resource_tracker


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
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


@contextmanager
def ended_with_interrupts(executor: Executor) -> Iterator[None]:
    """Wait for what ``executor`` has in hand when the block ends; on an interrupt end its processes."""
    try:
        yield
    except KeyboardInterrupt:
        _end_helpers(executor)
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def _end_helpers(executor: Executor) -> None:
    """End the processes of ``executor``, whatever they have in hand.

    One that is ended may have sent half of a result. The executor waits for the other half for ever while
    anybody could still send it; so this process closes its own end of the pipe, which it never uses. That a
    thread of the executor then stumbles over work that was called off is nothing to tell.
    """
    threading.excepthook = lambda _: None
    processes = multiprocessing.active_children()
    for process in processes:
        process.terminate()
    for process in processes:
        process.join()
    results = getattr(executor, "_result_queue", None)
    if results is not None:
        getattr(results, "_writer").close()  # noqa: B009  (no public name leads there)


def _end_with(parent: "multiprocessing.process.BaseProcess") -> None:
    parent.join()
    os._exit(1)
