"""What an editor may ask: one method of the protocol, one file."""

import asyncio
import logging
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInternalError

from canonym.lsp.commands import COMMANDS
from canonym.lsp.session.logs import log_failure

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

log = logging.getLogger("canonym.lsp")

ALWAYS = (
    "initialize",
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
"""Features of every session; those of pulled diagnostics depend on the editor."""

_KEPT_BY_PROTOCOL = (types.TEXT_DOCUMENT_DID_OPEN, types.TEXT_DOCUMENT_DID_CLOSE)
"""Methods that pygls advertises only if somebody follows them; ``Protocol`` keeps the documents."""


def register_all(server: "CanonymServer") -> None:
    """Let ``server`` offer its features."""
    for name in ALWAYS:
        register(server, import_module(f"canonym.lsp.features.{name}"))
    for method in _KEPT_BY_PROTOCOL:
        server.feature(method)(_advertised_method)
    for command in COMMANDS:
        server.command(command)(_advertised)


def _advertised() -> None:
    """Stands for a command in what pygls tells the editor; ``Protocol`` runs it."""


def _advertised_method(_params: object) -> None:
    """Stands for a method in what pygls tells the editor; ``Protocol`` does its work."""


def register(server: "CanonymServer", feature: ModuleType) -> None:
    """Let ``server`` offer one feature: ``METHOD``, perhaps ``OPTIONS``, and ``handle``."""
    handle = _guarded(server, feature)
    server.feature(feature.METHOD, getattr(feature, "OPTIONS", None))(handle)


def _guarded(server: "CanonymServer", feature: ModuleType) -> Callable[[Any], Any]:
    """The boundary at which no failure may pass: it is logged, and the session goes on."""
    inner = feature.handle
    if asyncio.iscoroutinefunction(inner):

        @wraps(inner)
        async def handle_later(params: Any) -> Any:  # noqa: ANN401  (each feature has its own)
            try:
                return await inner(server, params)
            except JsonRpcException:
                raise
            except Exception as error:
                raise _failure(feature.METHOD, error) from None

        return handle_later

    @wraps(inner)
    def handle(params: Any) -> Any:  # noqa: ANN401
        try:
            return inner(server, params)
        except Exception as error:
            raise _failure(feature.METHOD, error) from None

    return handle


def _failure(method: str, error: Exception) -> JsonRpcException:
    log_failure(log, method, error)
    return JsonRpcInternalError(f"{method} failed; the log of the server says why")
