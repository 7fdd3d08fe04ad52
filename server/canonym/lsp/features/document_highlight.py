"""``textDocument/documentHighlight``: all places of a name in the document, under any spelling."""

from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.pointing import mentions_of, pointed_at

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT


async def handle(
    server: "CanonymServer", params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight] | None:
    """Return the places of the name at the position."""
    analysis = await server.analysis(params.text_document.uri)
    if analysis is None:
        return None
    pointed = await server.workers.now(pointed_at, analysis, params.position)
    if pointed is None or pointed.concept is None:
        return None
    source = analysis.snapshot.source
    return [
        types.DocumentHighlight(source.range(one.span), types.DocumentHighlightKind.Text)
        for one in mentions_of(analysis, pointed.concept.id)
    ]
