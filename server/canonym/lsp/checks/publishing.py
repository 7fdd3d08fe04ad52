"""Shows diagnostics. They are pushed only to an editor that does not pull them."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from lsprotocol import types

from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.checks.diagnostics import Link, diagnostics_of, failure_of
from canonym.lsp.documents.documents import Snapshot
from canonym.lsp.session.failures import CHECKING
from canonym.lsp.session.session import Session


class OwnFiles(Protocol):
    """The interface to our own files."""

    def is_own(self, snapshot: Snapshot) -> bool:
        """Return whether a document is one of our own files."""
        ...

    def problems(self, snapshot: Snapshot) -> list[types.Diagnostic]:
        """Return the mistakes in one of our own files."""
        ...


class Publisher:
    """Keeps the diagnostics of the editor up to date.

    Args:
        session: The session.
        analysis: Returns the analysis of the open version of a document.
        own_files: Finds mistakes in our own files.
        link: Returns the URI of the documentation of a rule.
    """

    def __init__(
        self,
        session: Session,
        analysis: Callable[[str], Awaitable[Analysis | None]],
        own_files: OwnFiles,
        link: Link,
    ) -> None:
        self._session = session
        self._analysis = analysis
        self._own_files = own_files
        self._link = link

    async def diagnostics(self, uri: str) -> tuple[Snapshot, list[types.Diagnostic]] | None:
        """Return the diagnostics of an open document with their version; None if it was closed."""
        snapshot = self._session.documents.get(uri)
        if snapshot is None:
            return None
        return await self._diagnostics(snapshot, own=self._own_files.is_own(snapshot))

    async def _diagnostics(
        self, given: Snapshot, *, own: bool
    ) -> tuple[Snapshot, list[types.Diagnostic]] | None:
        session, uri = self._session, given.uri
        try:
            if own:
                return given, self._own_files.problems(given)
            analysis = await self._analysis(uri)
            found = [] if analysis is None else diagnostics_of(analysis, session.can, self._link)
        except Exception as error:
            session.failures.note(uri, CHECKING, error)
            analysis, found = None, []
        snapshot = session.documents.get(uri) if analysis is None else analysis.snapshot
        return None if snapshot is None else (snapshot, [*map(failure_of, session.failures.of(uri)), *found])

    def show(self, snapshot: Snapshot, *, own: bool) -> None:
        """Show the findings of a new version. An editor that pulls asks by itself.

        Args:
            snapshot: The version.
            own: Whether it is one of our own files.
        """
        if not self._session.can.pulls:
            self._session.spawn(self._push(snapshot, own=own), "checking")

    def clear(self, uri: str) -> None:
        """Remove the diagnostics of a closed document."""
        if not self._session.can.pulls:
            self._session.editor.publish(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    def show_all(self) -> None:
        """Show the findings of all documents again, because termbases or settings have changed."""
        self.show_open()
        if self._session.can.refreshes_lenses:
            self._session.editor.refresh_lenses()

    def show_open(self, but: str = "") -> None:
        """Show again what is found in open documents, and tell those who wait for news of drafts.

        Args:
            but: A document whose findings are shown already.
        """
        self._session.changes.note()
        if not self._session.can.pulls:
            for snapshot in self._session.documents:
                if snapshot.uri != but:
                    self.show(snapshot, own=self._own_files.is_own(snapshot))
        elif self._session.can.refreshes_diagnostics:
            self._session.editor.refresh_diagnostics()

    async def _push(self, snapshot: Snapshot, *, own: bool) -> None:
        """Publish the findings of a version, unless there is a newer one, which has its own turn."""
        if not self._is_newest(snapshot):
            return
        found = await self._diagnostics(snapshot, own=own)
        if found is not None and found[0] is snapshot and self._is_newest(snapshot):
            params = types.PublishDiagnosticsParams(snapshot.uri, found[1], snapshot.version)
            self._session.editor.publish(params)

    def _is_newest(self, snapshot: Snapshot) -> bool:
        # By identity: a document that is closed and opened again may have the same version and text.
        return self._session.documents.get(snapshot.uri) is snapshot
