"""A real server process, driven as an editor would."""

import asyncio
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from lsprotocol import types
from lsprotocol.converters import get_converter
from pytest_lsp import ClientServerConfig, LanguageClient

CLIENTS = Path(__file__).parent / "clients"
COMMAND = [sys.executable, "-m", "canonym", "server"]
TIMEOUT = 30


def profile(name: str) -> dict[str, Any]:
    """The initialize parameters of an editor, to be changed at will."""
    return json.loads((CLIENTS / f"{name}.json").read_text("utf-8"))


@dataclass
class Editor:
    """An editor with a folder open.

    Attributes:
        client: The connection.
        answer: What the server said to `initialize`.
        answers: The button that is pressed when something is asked.
    """

    client: LanguageClient
    folder: Path
    answer: types.InitializeResult
    statuses: list[Any] = field(default_factory=list)
    versions: dict[str, int] = field(default_factory=dict)
    published: dict[str, types.PublishDiagnosticsParams] = field(default_factory=dict)
    applied: list[types.WorkspaceEdit] = field(default_factory=list)
    asked: list[types.ShowMessageRequestParams] = field(default_factory=list)
    answers: str | None = None
    registered: list[types.Registration] = field(default_factory=list)
    progress: list[types.ProgressParams] = field(default_factory=list)
    heard: asyncio.Event = field(default_factory=asyncio.Event)

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str | None = None, language: str = "plaintext") -> str:
        """Open a file of the folder, as it is on disk or with another text; answer its URI."""
        uri = name if ":" in name else self.uri(name)
        if text is None:
            text = (self.folder / name).read_bytes().decode("utf-8")
        self.versions[uri] = 1
        item = types.TextDocumentItem(uri=uri, language_id=language, version=1, text=text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def replace(self, uri: str, text: str) -> None:
        """Put another text in the place of all of it."""
        self.edit(uri, types.TextDocumentContentChangeWholeDocument(text))

    def edit(self, uri: str, *changes: Any) -> None:
        self.versions[uri] = self.versions.get(uri, 1) + 1
        document = types.VersionedTextDocumentIdentifier(uri=uri, version=self.versions[uri])
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, list(changes)))

    def close(self, uri: str) -> None:
        identifier = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    async def request(self, method: str, params: Any) -> Any:
        return await asyncio.wait_for(self.client.protocol.send_request_async(method, params), TIMEOUT)

    async def run(self, command: str, **arguments: Any) -> Any:
        return await self.run_raw(command, arguments)

    async def run_raw(self, command: str, *arguments: Any) -> Any:
        params = types.ExecuteCommandParams(command=command, arguments=list(arguments))
        answer = await self.request(types.WORKSPACE_EXECUTE_COMMAND, params)
        return as_json(answer)

    async def pull(self, uri: str, previous: str | None = None) -> Any:
        params = types.DocumentDiagnosticParams(
            types.TextDocumentIdentifier(uri), previous_result_id=previous
        )
        return await self.request(types.TEXT_DOCUMENT_DIAGNOSTIC, params)

    async def found(self, uri: str) -> list[types.Diagnostic]:
        """What is found in the document as it is now, by whichever way the editor gets it."""
        if self.answer.capabilities.diagnostic_provider is not None:
            return list((await self.pull(uri)).items)
        version = self.versions[uri]
        await self.until(lambda: (p := self.published.get(uri)) is not None and p.version == version)
        return list(self.published[uri].diagnostics)

    async def until(self, holds: Any) -> None:
        """Wait for messages of the server until something holds."""

        async def wait() -> None:
            while not holds():
                self.heard.clear()
                await self.heard.wait()

        await asyncio.wait_for(wait(), TIMEOUT)

    async def until_found(self, uri: str, wanted: Any) -> list[types.Diagnostic]:
        """Ask whenever the server has news, until what is found is as wanted."""

        async def ask() -> list[types.Diagnostic]:
            while True:
                self.heard.clear()
                found = await self.found(uri)
                if wanted(found):
                    return found
                await self.heard.wait()

        return await asyncio.wait_for(ask(), TIMEOUT)

    async def actions(
        self,
        uri: str,
        at: types.Range,
        only: list[str] | None = None,
        diagnostics: Sequence[types.Diagnostic] = (),
        trigger: types.CodeActionTriggerKind | None = None,
    ) -> list[types.CodeAction | types.Command]:
        context = types.CodeActionContext(list(diagnostics), only, trigger)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), at, context)
        return [_action(one) for one in await self.raw(types.TEXT_DOCUMENT_CODE_ACTION, params) or ()]

    async def raw(self, method: str, params: Any) -> Any:
        """An answer as JSON: lsprotocol takes every code action with a command for a mere command."""
        protocol = self.client.protocol
        future = protocol.send_request(method, params, msg_id=f"raw-{next(_numbers)}")
        protocol._result_types.clear()
        return as_json(await asyncio.wait_for(asyncio.wrap_future(future), TIMEOUT))

    async def ask(self, method: str, uri: str, position: types.Position, **more: Any) -> Any:
        """Ask something about a position."""
        kind = types.METHOD_TO_TYPES[method][2] or types.TextDocumentPositionParams
        return await self.request(
            method, kind(text_document=types.TextDocumentIdentifier(uri), position=position, **more)
        )


_numbers = count()


def _action(value: dict[str, Any]) -> types.CodeAction | types.Command:
    kind = types.Command if isinstance(value.get("command"), str) else types.CodeAction
    return get_converter().structure(value, kind)


def as_json(value: Any) -> Any:
    """An answer of a command as plain lists and dictionaries."""
    if isinstance(value, list | tuple):
        return [as_json(one) for one in value]
    if hasattr(value, "_asdict"):
        return {key: as_json(one) for key, one in value._asdict().items()}
    if hasattr(value, "__dict__") and not isinstance(value, type):
        return {key: as_json(one) for key, one in vars(value).items()}
    return value


@asynccontextmanager
async def editing(
    name: str,
    folder: Path,
    *,
    change: Any = None,
    configuration: dict[str, Any] | None = None,
    folders: list[Path] | None = None,
    arguments: tuple[str, ...] = (),
    answer_edits: bool | Callable[["Editor", types.WorkspaceEdit], bool] = True,
    environment: dict[str, str] | None = None,
):
    """Start a server with an editor of the given name; shut it down as it should be."""
    known = profile(name)
    if change is not None:
        change(known["capabilities"])
    client = await ClientServerConfig(
        [*COMMAND, *arguments], server_env={**os.environ, **(environment or {})}
    ).start()
    client.set_configuration(configuration or {}, section="canonym")
    editor = Editor(client, folder, types.InitializeResult(types.ServerCapabilities()))
    _listen(editor, answer_edits)
    opened = [folder] if folders is None else folders
    capabilities = get_converter().structure(known["capabilities"], types.ClientCapabilities)
    params = types.InitializeParams(
        capabilities=capabilities,
        client_info=types.ClientInfo(**known["clientInfo"]),
        root_uri=opened[0].as_uri() if opened else None,
        workspace_folders=[types.WorkspaceFolder(one.as_uri(), one.name) for one in opened] or None,
    )
    editor.answer = await asyncio.wait_for(client.initialize_session(params), TIMEOUT)
    try:
        yield editor
    finally:
        await asyncio.wait_for(client.shutdown_session(), TIMEOUT)
        await client.stop()


def _listen(editor: Editor, answer_edits: Any) -> None:
    client = editor.client
    features = client.protocol.fm.features

    def hear(method: str, take: Any) -> None:
        features.pop(method, None)

        @client.feature(method)
        def handle(params: Any) -> Any:
            answer = take(params)
            editor.heard.set()
            return answer

    hear("$/canonym/status", editor.statuses.append)
    hear(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, lambda p: editor.published.__setitem__(p.uri, p))
    hear(types.CLIENT_REGISTER_CAPABILITY, lambda p: editor.registered.extend(p.registrations))
    hear(types.PROGRESS, editor.progress.append)
    hear(types.WINDOW_SHOW_MESSAGE, client.messages.append)
    hear(types.WORKSPACE_DIAGNOSTIC_REFRESH, lambda _p: None)
    hear(types.WORKSPACE_CODE_LENS_REFRESH, lambda _p: None)
    hear(types.WINDOW_SHOW_MESSAGE_REQUEST, lambda p: _answered(editor, p))
    hear(types.WORKSPACE_APPLY_EDIT, lambda p: _apply(editor, p, answer_edits))


def _answered(editor: Editor, params: types.ShowMessageRequestParams) -> types.MessageActionItem | None:
    editor.asked.append(params)
    return next((one for one in params.actions or () if one.title == editor.answers), None)


def _apply(
    editor: Editor, params: types.ApplyWorkspaceEditParams, answer: Any
) -> types.ApplyWorkspaceEditResult:
    editor.applied.append(params.edit)
    applied = answer(editor, params.edit) if callable(answer) else answer
    return types.ApplyWorkspaceEditResult(applied=applied)
