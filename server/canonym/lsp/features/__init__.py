"""The requests and notifications of an editor, one method of the protocol a file."""

import asyncio
import logging
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from types import ModuleType
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInternalError
from pygls.lsp.server import LanguageServer

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.commands import COMMANDS
from canonym.lsp.features import initialize
from canonym.lsp.json_rpc_errors import EXPECTED, json_rpc_error
from canonym.lsp.session.logs import log_failure
from canonym.lsp.session.session import Session

log = logging.getLogger("canonym.lsp")

ALWAYS = (
    "initialized",
    "shutdown",
    "code_action",
    "code_action_resolve",
    "code_lens",
    "code_lens_resolve",
    "completion",
    "definition",
    "did_change_configuration",
    "did_change_watched_files",
    "did_change_workspace_folders",
    "document_highlight",
    "document_symbol",
    "hover",
    "prepare_rename",
    "references",
    "rename",
    "workspace_symbol",
)
"""Features of every session, beside ``initialize``."""
OF_PULLING_EDITORS = ("diagnostic", "workspace_diagnostic")
"""Features of a session with an editor that pulls diagnostics."""

_KEPT_BY_PROTOCOL = (types.TEXT_DOCUMENT_DID_OPEN, types.TEXT_DOCUMENT_DID_CLOSE)
"""Methods that pygls advertises only if they have a handler. ``Protocol`` handles the documents."""


def register_all(server: LanguageServer, session: Session, checks: DraftChecks) -> None:
    """Register our features with ``server``."""

    def offer(name: str) -> None:
        feature = import_module(f"canonym.lsp.features.{name}")
        handle = _guarded(feature, session, checks)
        server.feature(feature.METHOD, getattr(feature, "OPTIONS", None))(handle)

    for name in ALWAYS:
        offer(name)
    for method in _KEPT_BY_PROTOCOL:
        server.feature(method)(_advertised_method)
    for command in COMMANDS:
        server.command(command)(_advertised)
    begin = _guarded(initialize, session, checks)

    @server.feature(types.INITIALIZE)
    def begin_session(params: types.InitializeParams) -> None:
        begin(params)
        if session.can.pulls:
            for name in OF_PULLING_EDITORS:
                offer(name)


def _advertised() -> None:
    """Stand for a command in the capabilities of pygls. ``Protocol`` runs it."""


def _advertised_method(_params: object) -> None:
    """Stand for a method in the capabilities of pygls. ``Protocol`` handles it."""


def _guarded(feature: ModuleType, session: Session, checks: DraftChecks) -> Callable[[Any], Any]:
    """Wrap a handler as the boundary for failures: they are logged, and the session continues."""
    inner = feature.handle
    if asyncio.iscoroutinefunction(inner):

        @wraps(inner)
        async def handle_later(params: Any) -> Any:  # noqa: ANN401  (each feature has its own)
            try:
                return await inner(session, checks, params)
            except Exception as error:
                raise _failure(feature.METHOD, error) from None

        return handle_later

    @wraps(inner)
    def handle(params: Any) -> Any:  # noqa: ANN401
        try:
            return inner(session, checks, params)
        except Exception as error:
            raise _failure(feature.METHOD, error) from None

    return handle


def _failure(method: str, error: Exception) -> JsonRpcException:
    if isinstance(error, EXPECTED):
        return json_rpc_error(error)
    log_failure(log, method, error)
    return JsonRpcInternalError(f"{method} failed; the log of the server says why")
