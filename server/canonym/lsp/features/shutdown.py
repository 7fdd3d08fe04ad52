"""``shutdown``: the session ends."""

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.SHUTDOWN


def handle(server: "CanonymServer", _params: None) -> None:
    """End all work."""
    server.stop()
