"""The interface to the editor: the only part of the protocol that other modules know."""

from collections.abc import Sequence
from typing import Protocol

from lsprotocol import types


class EditorError(Exception):
    """The editor answered a request of ours with an error."""


class Editor(Protocol):
    """The editor of a session."""

    @property
    def position_encoding(self) -> str:
        """The unit of its columns (LSP ``PositionEncodingKind``), as agreed."""
        ...

    def show_message(self, severity: types.MessageType, message: str) -> None:
        """Show a message to people."""
        ...

    def log_message(self, severity: types.MessageType, message: str) -> None:
        """Write a line to its log."""
        ...

    def publish(self, params: types.PublishDiagnosticsParams) -> None:
        """Show diagnostics of a document instead of all earlier ones."""
        ...

    def refresh_diagnostics(self) -> None:
        """Make it request diagnostics again."""
        ...

    def refresh_lenses(self) -> None:
        """Make it request code lenses again."""
        ...

    def report_progress(self, token: types.ProgressToken, value: object) -> None:
        """Send progress, or a part of an answer."""
        ...

    def notify(self, method: str, params: object) -> None:
        """Send a notification of our own. An editor that does not know it ignores it."""
        ...

    async def ask(self, question: str, answers: Sequence[str]) -> str | None:
        """Ask a question; return None without an answer.

        Raises:
            EditorError: It cannot ask.
        """
        ...

    async def settings(self, uri: str | None, section: str) -> Sequence[object]:
        """Return a section of the settings of a resource, or of the workspace.

        Raises:
            EditorError: It cannot.
        """
        ...

    async def apply(self, edit: types.WorkspaceEdit) -> bool:
        """Make it apply an edit; return whether it did.

        Raises:
            EditorError: It cannot.
        """
        ...

    async def create_progress(self, token: types.ProgressToken) -> None:
        """Make it create a progress bar.

        Raises:
            EditorError: It cannot.
        """
        ...

    async def register(self, registrations: list[types.Registration]) -> None:
        """Register for events or requests.

        Raises:
            EditorError: It cannot.
        """
        ...
