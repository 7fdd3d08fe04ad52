"""The editor at the other end of pygls."""

from collections.abc import Awaitable, Sequence
from typing import TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from canonym.lsp.editor import EditorError

_Answer = TypeVar("_Answer")


class PyglsEditor:
    """An editor after pygls. ``Editor`` documents each method.

    Args:
        server: The server that speaks the protocol.
    """

    def __init__(self, server: LanguageServer) -> None:
        self._server = server

    @property
    def position_encoding(self) -> str:  # noqa: D102
        return self._server.workspace.position_encoding or types.PositionEncodingKind.Utf16

    def show_message(self, severity: types.MessageType, message: str) -> None:  # noqa: D102
        self._server.window_show_message(types.ShowMessageParams(type=severity, message=message))

    def log_message(self, severity: types.MessageType, message: str) -> None:  # noqa: D102
        self._server.window_log_message(types.LogMessageParams(type=severity, message=message))

    def publish(self, params: types.PublishDiagnosticsParams) -> None:  # noqa: D102
        self._server.text_document_publish_diagnostics(params)

    def refresh_diagnostics(self) -> None:  # noqa: D102
        self._server.workspace_diagnostic_refresh(None)

    def refresh_lenses(self) -> None:  # noqa: D102
        self._server.workspace_code_lens_refresh(None)

    def report_progress(self, token: types.ProgressToken, value: object) -> None:  # noqa: D102
        self._server.progress(types.ProgressParams(token, value))

    def notify(self, method: str, params: object) -> None:  # noqa: D102
        self._server.protocol.notify(method, params)

    async def ask(self, question: str, answers: Sequence[str]) -> str | None:  # noqa: D102
        actions = [types.MessageActionItem(answer) for answer in answers]
        params = types.ShowMessageRequestParams(types.MessageType.Info, question, actions)
        chosen = await _answered(self._server.window_show_message_request_async(params))
        return None if chosen is None else chosen.title

    async def settings(self, uri: str | None, section: str) -> Sequence[object]:  # noqa: D102
        item = types.ConfigurationItem(scope_uri=uri, section=section)
        params = types.ConfigurationParams([item])
        return await _answered(self._server.workspace_configuration_async(params)) or ()

    async def apply(self, edit: types.WorkspaceEdit) -> bool:  # noqa: D102
        params = types.ApplyWorkspaceEditParams(edit, "Canonym")
        return (await _answered(self._server.workspace_apply_edit_async(params))).applied

    async def create_progress(self, token: types.ProgressToken) -> None:  # noqa: D102
        params = types.WorkDoneProgressCreateParams(token)
        await _answered(self._server.window_work_done_progress_create_async(params))

    async def register(self, registrations: list[types.Registration]) -> None:  # noqa: D102
        params = types.RegistrationParams(registrations)
        await _answered(self._server.client_register_capability_async(params))


async def _answered(answer: Awaitable[_Answer]) -> _Answer:
    """Wait for an answer.

    Raises:
        EditorError: It is an error, which becomes the cause.
    """
    try:
        return await answer
    except JsonRpcException as error:
        raise EditorError(type(error).__name__) from error
