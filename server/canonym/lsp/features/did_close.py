"""``textDocument/didClose``: advertises that we follow it; the protocol layer keeps the documents."""

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.TEXT_DOCUMENT_DID_CLOSE


def handle(_server: "CanonymServer", _params: types.DidCloseTextDocumentParams) -> None:
    """Nothing is left to do here."""
