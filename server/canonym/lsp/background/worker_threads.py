"""Threads for work that must not delay the reading of messages."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

_Params = ParamSpec("_Params")
_Result = TypeVar("_Result")


class Workers:
    """Two threads: one for work that somebody at the keyboard waits for, one for all other work.

    The thread pool of pygls reads the editor's messages, so long work in it would block the server.
    """

    def __init__(self) -> None:
        self._typing = ThreadPoolExecutor(1, "canonym-typing")
        self._background = ThreadPoolExecutor(1, "canonym-background")
        self._stopped = False

    async def now(
        self, work: Callable[_Params, _Result], /, *args: _Params.args, **kwargs: _Params.kwargs
    ) -> _Result:
        """Do work that a keystroke waits for."""
        return await self._run(self._typing, work, *args, **kwargs)

    async def later(
        self, work: Callable[_Params, _Result], /, *args: _Params.args, **kwargs: _Params.kwargs
    ) -> _Result:
        """Do work that may take longer. Keep each piece short, so that other work gets its turn."""
        return await self._run(self._background, work, *args, **kwargs)

    def stop(self) -> None:
        """Start no more work. A later request is cancelled."""
        self._stopped = True
        for pool in (self._typing, self._background):
            pool.shutdown(wait=False, cancel_futures=True)

    async def _run(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[_Params, _Result],
        *args: _Params.args,
        **kwargs: _Params.kwargs,
    ) -> _Result:
        if self._stopped:
            raise asyncio.CancelledError
        return await asyncio.wrap_future(pool.submit(work, *args, **kwargs))
