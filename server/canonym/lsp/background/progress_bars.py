"""Progress bars with a button that stops the work."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from lsprotocol import types

from canonym.lsp.editor import EditorError

_Result = TypeVar("_Result")

_PATIENCE = 1.0
"""Seconds that people wait without an explanation."""

Report = Callable[[str, int | None], None]
"""Receives a description of the work, and the percentage if it is known."""


class Stopped(Exception):  # noqa: N818  named by what it says
    """The editor stopped the work."""


class Work:
    """Shows long work in the editor, and stops it when the editor says so.

    Args:
        create: Requests a progress bar from the editor; None if it has none.
        notify: Sends progress.
    """

    def __init__(
        self,
        create: Callable[[types.ProgressToken], Awaitable[None]] | None,
        notify: Callable[[types.ProgressToken, object], None],
    ) -> None:
        self._create = create
        self._notify = notify
        self._tasks: dict[types.ProgressToken, asyncio.Future[Any]] = {}

    async def show(
        self,
        title: str,
        work: Callable[[Report], Awaitable[_Result]],
        token: types.ProgressToken | None = None,
    ) -> _Result:
        """Do ``work`` under a progress bar.

        Args:
            title: The title of the bar.
            work: The work. It receives a function to report to.
            token: The editor's own token for it, if there is one.

        Raises:
            asyncio.CancelledError: The editor stopped it.
        """
        task: asyncio.Task[_Result]
        if token is None:
            token = await self._new_token()
        if token is None:
            return await work(lambda _text, _percent: None)
        task = asyncio.ensure_future(_started(work, self._reporter(token, title)))
        self._tasks[token] = task
        message = "stopped"
        try:
            result = await task
            message = "done"
        finally:
            task.cancel()
            del self._tasks[token]
            self._send(token, types.WorkDoneProgressEnd(message=message))
        return result

    async def show_if_slow(self, title: str, work: Awaitable[_Result]) -> _Result:
        """Do ``work``, and show a bar if it takes longer than people like to wait.

        Raises:
            Stopped: The editor stopped it.
        """
        task = asyncio.ensure_future(work)
        done, _ = await asyncio.wait([task], timeout=_PATIENCE)
        token = None if done else await self._new_token()
        if token is None:
            return await task
        self._tasks[token] = task
        self._send(token, types.WorkDoneProgressBegin(title=title, cancellable=True))
        try:
            await asyncio.wait([task])
        finally:
            del self._tasks[token]
            self._send(token, types.WorkDoneProgressEnd())
        if task.cancelled():
            raise Stopped
        return task.result()

    def cancel(self, token: types.ProgressToken) -> None:
        """Stop the work of ``token``, if it still runs."""
        task = self._tasks.get(token)
        if task is not None:
            task.cancel()

    async def _new_token(self) -> types.ProgressToken | None:
        if self._create is None:
            return None
        token = str(uuid.uuid4())
        try:
            await self._create(token)
        except EditorError:  # the work is done even if the editor refuses a bar
            return None
        return token

    def _reporter(self, token: types.ProgressToken, title: str) -> Report:
        self._send(token, types.WorkDoneProgressBegin(title=title, cancellable=True, percentage=0))

        def report(text: str, percent: int | None) -> None:
            self._send(
                token, types.WorkDoneProgressReport(message=text, percentage=percent, cancellable=True)
            )

        return report

    def _send(
        self,
        token: types.ProgressToken,
        value: types.WorkDoneProgressBegin | types.WorkDoneProgressReport | types.WorkDoneProgressEnd,
    ) -> None:
        self._notify(token, value)


async def _started(work: Callable[[Report], Awaitable[_Result]], report: Report) -> _Result:
    return await work(report)
