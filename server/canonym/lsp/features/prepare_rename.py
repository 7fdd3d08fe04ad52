"""``textDocument/prepareRename``: the name at a position, if there is one."""

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.names.at_position import name_at
from canonym.lsp.session.session import Session

METHOD = types.TEXT_DOCUMENT_PREPARE_RENAME


async def handle(
    session: Session, checks: DraftChecks, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """Return the name at the position in its right spelling."""
    name = await name_at(checks, session.workers, params.text_document.uri, params.position)
    if name is None:
        return None
    return types.PrepareRenamePlaceholder(name.range, name.concept.terms[0].form)
