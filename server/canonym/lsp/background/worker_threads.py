"""Where work is done that must not hold up the reading of messages."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

_Params = ParamSpec("_Params")
_Result = TypeVar("_Result")


class Workers:
    """Two threads of our own: one for what somebody waits for at the keyboard, one for everything else.

    The pool of pygls reads the editor's messages; a long job in it would make the server deaf.
    """

    def __init__(self) -> None:
        self._typing = ThreadPoolExecutor(1, "canonym-typing")
        self._background = ThreadPoolExecutor(1, "canonym-background")
        self._stopped = False

    async def now(
        self, work: Callable[_Params, _Result], /, *args: _Params.args, **kwargs: _Params.kwargs
    ) -> _Result:
        """Do something that a keystroke waits for."""
        return await self._run(self._typing, work, *args, **kwargs)

    async def later(
        self, work: Callable[_Params, _Result], /, *args: _Params.args, **kwargs: _Params.kwargs
    ) -> _Result:
        """Do something that may take its time; keep each piece short, so that others get their turn."""
        return await self._run(self._background, work, *args, **kwargs)

    def stop(self) -> None:
        """Start nothing more; who asks for something after that is cancelled."""
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
