"""Shows diagnostics: pushed to an editor that does not ask for them, never to one that does."""

from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.checks.diagnostics import diagnostics_of, failure_of
from canonym.lsp.documents.documents import Snapshot
from canonym.lsp.failures import CHECKING

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer


class Publisher:
    """Keeps what the editor shows in step with what was found.

    Args:
        server: The session.
    """

    def __init__(self, server: "CanonymServer") -> None:
        self._server = server

    async def diagnostics(self, uri: str) -> tuple[Snapshot, list[types.Diagnostic]] | None:
        """Return the diagnostics of an open document with the version they are of; None if it was closed."""
        server = self._server
        snapshot = server.documents.get(uri)
        if snapshot is None:
            return None
        try:
            own = server.own.problems(snapshot)
            if own is not None:
                return snapshot, own
            analysis = await server.analysis(uri)
            found = [] if analysis is None else diagnostics_of(analysis, server.can, server.pages.link)
        except Exception as error:
            server.failures.note(uri, CHECKING, error)
            analysis, found = None, []
        snapshot = server.documents.get(uri) if analysis is None else analysis.snapshot
        return None if snapshot is None else (snapshot, [*map(failure_of, server.failures.of(uri)), *found])

    def look(self, uri: str) -> None:
        """Show what is found in a document that changed; an editor that pulls asks by itself."""
        if not self._server.can.pulls:
            self._server.spawn(self._push(uri), "checking")

    def clear(self, uri: str) -> None:
        """Show nothing for a document that was closed."""
        if not self._server.can.pulls:
            self._publish(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    def look_again(self) -> None:
        """Show anew what is found in all documents: what they are checked with has changed."""
        self._server.changes.note()
        self.look_at_open()
        if self._server.can.refreshes_lenses:
            self._server.workspace_code_lens_refresh(None)

    def look_at_open(self) -> None:
        """Show anew what is found in open documents."""
        if not self._server.can.pulls:
            for snapshot in self._server.documents:
                self.look(snapshot.uri)
        elif self._server.can.refreshes_diagnostics:
            self._server.workspace_diagnostic_refresh(None)

    async def _push(self, uri: str) -> None:
        found = await self.diagnostics(uri)
        if found is None:
            return
        snapshot, diagnostics = found
        if self._server.documents.get(uri) is snapshot:  # else a newer version is on its way
            self._publish(types.PublishDiagnosticsParams(uri, diagnostics, snapshot.version))

    def _publish(self, params: types.PublishDiagnosticsParams) -> None:
        self._server.text_document_publish_diagnostics(params)
