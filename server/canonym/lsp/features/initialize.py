"""``initialize``: the editor says what it can do, and is told what we can."""

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.INITIALIZE


def handle(server: "CanonymServer", params: types.InitializeParams) -> None:
    """Take note of the editor; diagnostics can be pulled only by one that does so."""
    from canonym.lsp.features import diagnostic, register, workspace_diagnostic

    server.start(params)
    if server.can.pulls:
        for feature in (diagnostic, workspace_diagnostic):
            register(server, feature)
