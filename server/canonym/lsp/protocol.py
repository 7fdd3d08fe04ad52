"""The protocol as pygls speaks it, with our own documents and with an answer to every request."""

import logging
from typing import TYPE_CHECKING, Any

import attrs
from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from canonym.lsp.documents import UnknownDocument

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

log = logging.getLogger("canonym.lsp")


@attrs.frozen
class Malformed:
    """A message whose parameters are not what its method takes."""

    method: str
    id: int | str | None
    reason: str


class Protocol(LanguageServerProtocol):
    """Takes over what pygls does with texts, commands and malformed messages.

    pygls splits lines where editors do not, forgets to answer a request that it cannot read, and lets a
    cancelled command run on.
    """

    _server: "CanonymServer"

    @property
    def is_shut_down(self) -> bool:
        """Tell whether the editor asked us to end."""
        return self._shutdown

    def structure_message(self, data: dict[str, Any]) -> Any:  # noqa: ANN401  (as pygls has it)
        """Return the message that ``data`` is; called for each JSON object within it as well."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            cause = type(error.__cause__).__name__
            return Malformed(str(data.get("method", "")), data.get("id"), cause)

    def handle_message(self, message: Any) -> None:  # noqa: ANN401
        """Answer or take note of a message; never raises, whatever it is."""
        log.debug("received %s", message)
        if isinstance(message, Malformed):
            log.warning("malformed message %r (%s)", message.method, message.reason)
            if message.id is not None and message.method:
                error = JsonRpcInvalidParams(f"malformed parameters of {message.method}").to_response_error()
                self._send_response(message.id, error=error)
        elif not hasattr(message, "jsonrpc"):
            log.warning("a message that is no JSON-RPC message")
        elif self._too_early(message):
            error = types.ResponseError(types.ErrorCodes.ServerNotInitialized, "initialize comes first")
            self._send_response(message.id, error=error)
        else:
            super().handle_message(message)

    def _too_early(self, message: Any) -> bool:  # noqa: ANN401
        is_request = hasattr(message, "id") and hasattr(message, "method")
        return self._workspace is None and is_request and message.method != types.INITIALIZE

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take in a document."""
        self._server.opened(self._server.documents.open(params.text_document))

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Follow an edit."""
        try:
            changed = self._server.documents.change(params.text_document, params.content_changes)
        except UnknownDocument:
            log.warning("an edit of a document that is not open was passed over")
        else:
            self._server.changed(changed)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a document."""
        closed = self._server.documents.close(params.text_document.uri)
        if closed is not None:
            self._server.closed(closed)

    @lsp_method(types.WORKSPACE_EXECUTE_COMMAND)
    async def lsp_workspace__execute_command(  # type: ignore[override]  # pygls takes coroutines as well
        self, params: types.ExecuteCommandParams
    ) -> Any:  # noqa: ANN401
        """Run a command; as a task of its own, so that a cancelled one stops."""
        return await self._server.execute(params.command, params.arguments or ())

    @lsp_method(types.WINDOW_WORK_DONE_PROGRESS_CANCEL)
    def lsp_work_done_progress_cancel(self, params: types.WorkDoneProgressCancelParams) -> None:
        """Stop the work that a progress bar stands for."""
        self._server.cancel_work(params.token)
