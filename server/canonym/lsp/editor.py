"""What the server may ask of an editor: all that its rooms know of the other end of the protocol."""

from collections.abc import Sequence
from typing import Protocol

from lsprotocol import types


class EditorError(Exception):
    """The editor answered a request of ours with an error."""


class Editor(Protocol):
    """The editor of a session."""

    @property
    def position_encoding(self) -> str:
        """How it counts columns (LSP ``PositionEncodingKind``), as agreed."""
        ...

    def show_message(self, severity: types.MessageType, message: str) -> None:
        """Show a message to people."""
        ...

    def log_message(self, severity: types.MessageType, message: str) -> None:
        """Write a line to its log."""
        ...

    def publish(self, params: types.PublishDiagnosticsParams) -> None:
        """Show diagnostics of a document, in place of all others."""
        ...

    def refresh_diagnostics(self) -> None:
        """Have it ask for diagnostics again."""
        ...

    def refresh_lenses(self) -> None:
        """Have it ask for code lenses again."""
        ...

    def report_progress(self, token: types.ProgressToken, value: object) -> None:
        """Send it progress, or a part of an answer."""
        ...

    def notify(self, method: str, params: object) -> None:
        """Send it a notification of ours, which it passes over if it does not know it."""
        ...

    async def ask(self, question: str, answers: Sequence[str]) -> str | None:
        """Ask people; None if they chose no answer.

        Raises:
            EditorError: It cannot.
        """
        ...

    async def settings(self, uri: str | None, section: str) -> Sequence[object]:
        """Return a section of the settings of a resource, or of the workspace.

        Raises:
            EditorError: It cannot.
        """
        ...

    async def apply(self, edit: types.WorkspaceEdit) -> bool:
        """Have it make an edit; tell whether it did.

        Raises:
            EditorError: It cannot.
        """
        ...

    async def create_progress(self, token: types.ProgressToken) -> None:
        """Have it make a progress bar.

        Raises:
            EditorError: It cannot.
        """
        ...

    async def register(self, registrations: list[types.Registration]) -> None:
        """Have it do something for us from now on.

        Raises:
            EditorError: It cannot.
        """
        ...
