"""``textDocument/completion``: names in their right spelling."""

from lsprotocol import types

from canonym.checking.finding import Edit
from canonym.checking.fixes.write_replacement import written
from canonym.lsp.checks.analysis import read
from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.documents.documents import Snapshot
from canonym.lsp.features.hover import markup
from canonym.lsp.names.completion_matches import Proposal, proposals
from canonym.lsp.names.name_card import card, figures
from canonym.lsp.names.text_for_people import Prose
from canonym.lsp.own_files.own_files import OwnFiles
from canonym.lsp.session.check_basis import Basis
from canonym.lsp.session.session import Session

METHOD = types.TEXT_DOCUMENT_COMPLETION
OPTIONS = types.CompletionOptions()
_MOST_DOCUMENTED = 10
"""Most proposals with a card. Cards read articles, and few people scroll far down."""


async def handle(
    session: Session, _checks: DraftChecks, params: types.CompletionParams
) -> types.CompletionList | None:
    """Return names that begin with the words before the caret, and the right form of a wrong one."""
    snapshot = session.documents.get(params.text_document.uri)
    if snapshot is None:
        return None
    own_files = OwnFiles(session.roots)
    if own_files.is_own(snapshot):
        items = await own_files.completions(snapshot, params.position)
        return types.CompletionList(is_incomplete=True, items=items)
    basis = await session.basis(snapshot)
    if basis is None:
        return None
    offset = snapshot.source.offset(params.position)
    prose = Prose(markdown=session.can.markdown_completion)
    items = await session.workers.now(_items, snapshot, basis, offset, prose)
    return types.CompletionList(is_incomplete=True, items=items)


def _items(snapshot: Snapshot, basis: Basis, offset: int, prose: Prose) -> list[types.CompletionItem]:
    document = read(snapshot, basis)
    index = basis.knowledge.index.in_language(document.language_at(offset).tag)
    found = proposals(snapshot.source.text, offset, index)
    typed = [Edit(one.span, one.form) for one in found]
    done = written(document, typed, reread=False)
    texts = {edit: made.text for edit, made in zip(done.meant, done.edits, strict=True)}
    writable = [(one, texts[edit]) for one, edit in zip(found, typed, strict=True) if edit in texts]
    items = [_item(snapshot, number, *one) for number, one in enumerate(writable)]
    for item, (proposal, _) in zip(items[:_MOST_DOCUMENTED], writable, strict=False):
        shown = card(proposal.form, proposal.concept, None, basis.knowledge.project, prose)
        item.documentation = markup(shown, markdown=prose.markdown)
    return items


def _item(snapshot: Snapshot, number: int, proposal: Proposal, text: str) -> types.CompletionItem:
    return types.CompletionItem(
        label=proposal.form,
        kind=types.CompletionItemKind.Text,
        detail=figures(proposal.concept.terms[0]) or proposal.concept.kind.value,
        filter_text=proposal.span.of(snapshot.source.text),
        sort_text=f"{number:04}",
        preselect=True if proposal.mends and number == 0 else None,
        text_edit=types.TextEdit(snapshot.source.range(proposal.span), text),
    )
