"""Checks open documents outside of the event loop, the newest version first."""

import asyncio
import gc
from collections.abc import Awaitable, Callable

from canonym.lsp.background.worker_threads import Workers
from canonym.lsp.checks.analysis import Examination, examine_version
from canonym.lsp.documents.documents import Snapshot
from canonym.lsp.session.check_basis import Basis
from canonym.lsp.session.failures import CHECKING, Failures
from canonym.matching.forget_words import forget_words

_FORGET = 1 << 9
"""Checks after which the typed words are forgotten."""


class Analyst:
    """Keeps the newest examination of each open document.

    Args:
        workers: The threads for the work.
        current: Returns the open version of a document.
        basis: Returns the termbases and settings for a document; None if it is not checked.
        failures: Records documents whose check failed.
    """

    def __init__(
        self,
        workers: Workers,
        current: Callable[[str], Snapshot | None],
        basis: Callable[[Snapshot], Awaitable[Basis | None]],
        failures: Failures,
    ) -> None:
        self._workers = workers
        self._current = current
        self._basis = basis
        self._failures = failures
        self._failed: dict[str, tuple[Snapshot, Basis]] = {}
        self._latest: dict[str, Examination] = {}
        self._done = 0
        self._forgetting: asyncio.Future[None] | None = None
        self._running: dict[str, asyncio.Task[None]] = {}

    async def examination(self, uri: str) -> Examination | None:
        """Return the findings of the open version; None if it is closed, not checked, or failed.

        Edits during a check are combined: the next check is of the newest version.
        """
        while (snapshot := self._current(uri)) is not None:
            basis = await self._basis(snapshot)
            if basis is None:
                return None
            latest = self._latest.get(uri)
            if latest is not None and latest.snapshot is snapshot and latest.basis == basis:
                return latest
            failed = self._failed.get(uri)
            if failed is not None and failed[0] is snapshot and failed[1] == basis:
                return None
            if uri not in self._running:
                self._running[uri] = asyncio.ensure_future(self._examine(snapshot, basis))
            await asyncio.shield(self._running[uri])
        return None

    def latest(self, uri: str) -> Examination | None:
        """Return the newest examination, perhaps of an older version."""
        return self._latest.get(uri)

    def forget(self, uri: str) -> None:
        """Forget a closed document."""
        self._latest.pop(uri, None)
        self._failed.pop(uri, None)

    async def _examine(self, snapshot: Snapshot, basis: Basis) -> None:
        try:
            self._latest[snapshot.uri] = await self._workers.now(examine_version, snapshot, basis)
            self._failed.pop(snapshot.uri, None)
            self._done += 1
            if self._done % _FORGET == 0:
                self._forgetting = asyncio.ensure_future(self._workers.later(_forget, basis))
        except Exception as error:
            self._latest.pop(snapshot.uri, None)
            self._failed[snapshot.uri] = (snapshot, basis)
            self._failures.note(snapshot.uri, CHECKING, error)
        finally:
            del self._running[snapshot.uri]
            if self._current(snapshot.uri) is None:
                self.forget(snapshot.uri)
                self._failures.clear(snapshot.uri)


def _forget(basis: Basis) -> None:
    """Forget the typed words. The garbage collector would find their cycles only much later."""
    forget_words(basis.knowledge.index)
    gc.collect()
