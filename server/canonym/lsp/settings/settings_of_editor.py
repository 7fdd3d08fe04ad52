"""Requests the editor's settings and remembers the answers."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from canonym.lsp.editor import EditorError
from canonym.lsp.settings.configuration import SECTION, Overrides, overrides_from

log = logging.getLogger("canonym.lsp")

Ask = Callable[[str | None, str], Awaitable[Sequence[object]]]
"""Requests a section of the settings of a resource, or of the workspace."""


class EditorSettings:
    """The settings of the editor for each resource.

    Args:
        ask: Sends the request; None for an editor without it.
        sent: Settings from the start of the session, for where the editor says nothing.
    """

    def __init__(self, ask: Ask | None, sent: object = None) -> None:
        self._ask = ask
        self._answers: dict[str | None, asyncio.Task[Overrides]] = {}
        self._said: set[str] = set()
        self._default = self._read(sent)

    async def of(self, uri: str | None) -> Overrides:
        """Return the settings for a resource; for None those of the workspace."""
        if self._ask is None:
            return self._default
        if uri not in self._answers:
            self._answers[uri] = asyncio.ensure_future(self._fetch(uri))
        return await asyncio.shield(self._answers[uri])

    def forget(self, uri: str | None = None) -> None:
        """Request the settings again at the next use: for one resource, or for all."""
        if uri is None:
            self._answers.clear()
        else:
            self._answers.pop(uri, None)

    def push(self, value: object) -> None:
        """Take settings that the editor sent by itself. They count if it cannot be asked."""
        if isinstance(value, dict) and value.get(SECTION) is not None:
            self._default = self._read(value[SECTION])
        self.forget()

    async def _fetch(self, uri: str | None) -> Overrides:
        assert self._ask is not None
        try:
            answers = await self._ask(uri, SECTION)
        except EditorError as error:
            log.warning("the editor did not tell its settings (%s)", error)
            return self._default
        return self._read(answers[0]) if answers and answers[0] is not None else self._default

    def _read(self, value: object) -> Overrides:
        """Parse settings, and log each unknown one once."""
        read = overrides_from(value)
        for problem in read.problems:
            if problem not in self._said:
                self._said.add(problem)
                log.warning("setting not understood: %s", problem)
        return read
