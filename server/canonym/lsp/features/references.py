"""``textDocument/references``: all mentions of a name in the workspace, in any spelling."""

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.names.at_position import name_at
from canonym.lsp.names.entry_places import entry_of
from canonym.lsp.names.workspace_mentions import mentions_in_workspace
from canonym.lsp.session.session import Session

METHOD = types.TEXT_DOCUMENT_REFERENCES


async def handle(
    session: Session, checks: DraftChecks, params: types.ReferenceParams
) -> list[types.Location] | None:
    """Return the mentions in drafts and articles, as partial results if the editor supports them."""
    name = await name_at(checks, session.workers, params.text_document.uri, params.position)
    if name is None:
        return None
    found: list[types.Location] = []
    if params.context.include_declaration:
        entry = entry_of(name.concept, name.analysis.basis.knowledge.project)
        found += [] if entry is None else [entry]
    root = session.roots.of(name.analysis.snapshot.path)
    async for one, mentions in mentions_in_workspace(session, checks, root, name.concept, articles=True):
        source = one.snapshot.source
        found += [types.Location(one.snapshot.uri, source.range(mention.span)) for mention in mentions]
        if params.partial_result_token is not None and found:
            session.editor.report_progress(params.partial_result_token, found)
            found = []
    return found
