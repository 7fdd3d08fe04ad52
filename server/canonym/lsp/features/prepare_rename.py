"""``textDocument/prepareRename``: is there a name here, and which?"""

from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.pointing import pointed_at

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.TEXT_DOCUMENT_PREPARE_RENAME


async def handle(
    server: "CanonymServer", params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """Return the name at the position, as it should be written."""
    analysis = await server.analysis(params.text_document.uri)
    if analysis is None:
        return None
    pointed = await server.workers.now(pointed_at, analysis, params.position)
    if pointed is None or pointed.concept is None:
        return None
    return types.PrepareRenamePlaceholder(
        analysis.snapshot.source.range(pointed.span), pointed.concept.terms[0].form
    )
