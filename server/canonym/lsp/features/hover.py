"""``textDocument/hover``: the card of the name under the mouse."""

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.names.at_position import pointed_at
from canonym.lsp.names.name_card import card
from canonym.lsp.names.text_for_people import Prose
from canonym.lsp.own_files.own_files import OwnFiles
from canonym.lsp.session.session import Session

METHOD = types.TEXT_DOCUMENT_HOVER


async def handle(session: Session, checks: DraftChecks, params: types.HoverParams) -> types.Hover | None:
    """Return what is known of the name at the position."""
    snapshot = session.documents.get(params.text_document.uri)
    prose = Prose(markdown=session.can.markdown)
    own_files = OwnFiles(session.roots)
    if snapshot is not None and own_files.is_own(snapshot):
        return await own_files.hover(snapshot, params.position, prose)
    analysis = await checks.analysis(params.text_document.uri)
    if analysis is None:
        return None
    pointed = await session.workers.now(pointed_at, analysis, params.position)
    if pointed is None:
        return None
    project = analysis.basis.knowledge.project
    written = card(pointed.text, pointed.concept, pointed.finding, project, prose)
    return types.Hover(markup(written, markdown=prose.markdown), analysis.snapshot.source.range(pointed.span))


def markup(text: str, *, markdown: bool) -> types.MarkupContent:
    """Return text in the form that the editor shows."""
    return types.MarkupContent(types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText, text)
