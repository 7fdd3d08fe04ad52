"""``textDocument/documentHighlight``: all places of a name in the document, in any spelling."""

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.names.at_position import mentions_of, name_at
from canonym.lsp.session.session import Session

METHOD = types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT


async def handle(
    session: Session, checks: DraftChecks, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight] | None:
    """Return the places of the name at the position."""
    name = await name_at(checks, session.workers, params.text_document.uri, params.position)
    if name is None:
        return None
    source = name.analysis.snapshot.source
    return [
        types.DocumentHighlight(source.range(one.span), types.DocumentHighlightKind.Text)
        for one in mentions_of(name.analysis, name.concept.id)
    ]
