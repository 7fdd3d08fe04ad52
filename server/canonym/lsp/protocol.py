"""The protocol of pygls with our own documents, and with an answer to every request."""

import logging
from collections.abc import Sequence
from typing import Any
from typing import Protocol as Shape

import attrs
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from canonym.lsp.client_mistakes import Refusal, id_of, malformed, unread
from canonym.lsp.documents.documents import Snapshot, UnknownDocument
from canonym.lsp.session.logs import log_failure
from canonym.lsp.session.session import Session

log = logging.getLogger("canonym.lsp")


@attrs.frozen
class Malformed:
    """A message that does not fit its method."""

    data: dict[str, Any]
    reason: str


class Follower(Shape):
    """Receives the messages that pygls would handle itself."""

    session: Session

    def opened(self, snapshot: Snapshot) -> None:
        """Handle an opened document."""
        ...

    def changed(self, snapshot: Snapshot) -> None:
        """Handle an edited document."""
        ...

    def closed(self, snapshot: Snapshot) -> None:
        """Forget a closed document."""
        ...

    async def execute(self, command: str, arguments: Sequence[object]) -> object:
        """Run a command of the editor."""
        ...

    def cancel_work(self, token: types.ProgressToken) -> None:
        """Stop the work of a progress bar."""
        ...


class Protocol(LanguageServerProtocol):
    """Replaces the handling of texts, commands and malformed messages in pygls.

    pygls splits lines where editors do not. It does not answer a request that it cannot read, or one after
    the end of the session. And it lets a cancelled command run on.
    """

    follower: Follower

    @property
    def is_shut_down(self) -> bool:
        """Return whether the editor requested the end."""
        return self._shutdown

    def structure_message(self, data: dict[str, Any]) -> Any:  # noqa: ANN401  (as pygls has it)
        """Return the message in ``data``. pygls also calls this for each JSON object inside it."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            return Malformed(data, type(error.__cause__).__name__)

    def handle_message(self, message: Any) -> None:  # noqa: ANN401
        """Handle a message. This never raises, whatever the message."""
        log.debug("received %s", message)
        try:
            refusal = self._refusal(message)
            if refusal is None:
                super().handle_message(message)
            else:
                self._refuse(refusal)
        except Exception as error:
            log_failure(log, "a message", error)

    def refuse_unread(self, error: Exception) -> None:
        """Answer a message that could not be read, by the error of reading it."""
        if (refusal := unread(error)) is None:
            log_failure(log, "reading a message", error)
            refusal = Refusal(types.ErrorCodes.InternalError, "the message could not be read")
        self._refuse(refusal)

    def _refuse(self, refusal: Refusal) -> None:
        log.warning("a message of the editor was passed over: %s", refusal.why)
        if refusal.answered:  # as a mapping, because pygls would omit an id that is null
            error = {"code": refusal.code, "message": refusal.why}
            self._send_data({"jsonrpc": self.VERSION, "id": refusal.id, "error": error})

    def _refusal(self, message: Any) -> Refusal | None:  # noqa: ANN401
        """Return why a message is refused; None if it is not."""
        if isinstance(message, Malformed):
            return malformed(message.data, message.reason)
        if not hasattr(message, "jsonrpc"):
            return malformed(message)
        if not hasattr(message, "method"):
            return None
        return self._untimely(message, is_request=hasattr(message, "id"))

    def _untimely(self, message: Any, *, is_request: bool) -> Refusal | None:  # noqa: ANN401
        """Return why a request or notification is refused in its form or at this time; None if it is not."""
        codes, number = types.ErrorCodes, id_of(getattr(message, "id", None))
        if message.jsonrpc != self.VERSION:
            return Refusal(codes.InvalidRequest, "it is not of JSON-RPC 2.0", number, answered=is_request)
        if is_request and number is None:
            return Refusal(codes.InvalidRequest, "its id is neither a whole number nor a text")
        if message.method == types.CANCEL_REQUEST and id_of(getattr(message.params, "id", None)) is None:
            return Refusal(codes.InvalidRequest, "it cancels a request without an id", answered=False)
        if self._workspace is None and message.method not in (types.INITIALIZE, types.EXIT):
            why = "initialize comes first"
            return Refusal(codes.ServerNotInitialized, why, number, answered=is_request)
        if self._shutdown and is_request:
            return Refusal(codes.InvalidRequest, "the session was shut down", number)
        return None

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Add a document."""
        self.follower.opened(self.follower.session.documents.open(params.text_document))

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Apply an edit."""
        try:
            changed = self.follower.session.documents.change(params.text_document, params.content_changes)
        except UnknownDocument:
            log.warning("an edit of a document that is not open was passed over")
        else:
            self.follower.changed(changed)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a document."""
        closed = self.follower.session.documents.close(params.text_document.uri)
        if closed is not None:
            self.follower.closed(closed)

    @lsp_method(types.WORKSPACE_EXECUTE_COMMAND)
    async def lsp_workspace__execute_command(  # type: ignore[override]  # pygls takes coroutines as well
        self, params: types.ExecuteCommandParams
    ) -> Any:  # noqa: ANN401
        """Run a command as a task of its own, so that a cancellation stops it."""
        return await self.follower.execute(params.command, params.arguments or ())

    @lsp_method(types.WINDOW_WORK_DONE_PROGRESS_CANCEL)
    def lsp_work_done_progress_cancel(self, params: types.WorkDoneProgressCancelParams) -> None:
        """Stop the work of a progress bar."""
        self.follower.cancel_work(params.token)
