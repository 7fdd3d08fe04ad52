"""Processes of our own for work that must not hold up typing; they end when told to, or with the server."""

import asyncio
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

_GRACE = 5.0
"""Seconds that a process has to end by itself."""
_INPUT = 0


@asynccontextmanager
async def running(module: str, *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a module of ours in a process of its own, which ends with this context."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # import nothing that happens to lie in the working directory, which may be a workspace
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
    """Close its input, which tells it to end; if it does not, end it."""
    assert process.stdin is not None
    process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), _GRACE)
    except TimeoutError:
        process.kill()
        await process.wait()


def when_told_to_end(act: Callable[[], None]) -> None:
    """Call ``act`` when the standard input of this process is closed; for the process itself."""

    def wait() -> None:
        while os.read(_INPUT, 1024):  # sys.stdin would be locked when the process ends by itself
            pass
        act()

    threading.Thread(target=wait, daemon=True).start()


def end_at_once() -> None:
    """End this process without tidying up; what is half done was never put in its place."""
    os._exit(1)
