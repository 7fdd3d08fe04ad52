"""Runs our own processes for work that must not delay typing. They end on request, or with the server."""

import _thread
import asyncio
import os
import signal
import sys
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_GRACE = 5.0
"""Seconds within which a process must end by itself."""
_INPUT = 0


@asynccontextmanager
async def running(module: str, *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a module of ours in a process of its own, which ends with this context."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # import nothing from the working directory, which may be a workspace
        "-m",
        module,
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        await _end(process)


async def _end(process: asyncio.subprocess.Process) -> None:
    """Close its input, so that it ends; if it does not, kill it."""
    assert process.stdin is not None
    process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), _GRACE)
    except TimeoutError:
        process.kill()
        await process.wait()


def end_with_input() -> None:
    """Interrupt this process when its standard input is closed, as Ctrl-C does.

    A process that does not end by that is stopped. Unfinished files are never put in their places.
    """

    def wait() -> None:
        while os.read(_INPUT, 1024):  # sys.stdin would be locked when the process ends by itself
            pass
        _interrupt()
        time.sleep(_GRACE)
        os._exit(1)

    signal.signal(signal.SIGINT, signal.default_int_handler)  # also if it started with Ctrl-C ignored
    threading.Thread(target=wait, daemon=True).start()


def _interrupt() -> None:
    """Interrupt the main thread, even while it waits."""
    if sys.platform == "win32":
        _thread.interrupt_main()
    else:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
