"""``textDocument/hover``: the card of the name under the mouse."""

from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.names.at_position import pointed_at
from canonym.lsp.names.name_card import card
from canonym.lsp.names.prose import Prose

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.TEXT_DOCUMENT_HOVER


async def handle(server: "CanonymServer", params: types.HoverParams) -> types.Hover | None:
    """Return what is known of the name at the position."""
    snapshot = server.documents.get(params.text_document.uri)
    if snapshot is not None and server.own.is_own(snapshot):
        return await server.own.hover(snapshot, params.position)
    analysis = await server.analysis(params.text_document.uri)
    if analysis is None:
        return None
    pointed = await server.workers.now(pointed_at, analysis, params.position)
    if pointed is None:
        return None
    project = analysis.basis.knowledge.project
    written = card(
        pointed.text, pointed.concept, pointed.finding, project, Prose(markdown=server.can.markdown)
    )
    return types.Hover(
        markup(written, markdown=server.can.markdown), analysis.snapshot.source.range(pointed.span)
    )


def markup(text: str, *, markdown: bool) -> types.MarkupContent:
    """Return text in the form that the editor shows."""
    return types.MarkupContent(types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText, text)
