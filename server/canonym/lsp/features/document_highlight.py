"""``textDocument/documentHighlight``: all places of a name in the document, under any spelling."""

from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.names.at_position import mentions_of, name_at

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT


async def handle(
    server: "CanonymServer", params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight] | None:
    """Return the places of the name at the position."""
    name = await name_at(server, params.text_document.uri, params.position)
    if name is None:
        return None
    source = name.analysis.snapshot.source
    return [
        types.DocumentHighlight(source.range(one.span), types.DocumentHighlightKind.Text)
        for one in mentions_of(name.analysis, name.concept.id)
    ]
