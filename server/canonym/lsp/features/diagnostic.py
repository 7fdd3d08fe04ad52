"""``textDocument/diagnostic``: the findings of a document."""

from lsprotocol import types

from canonym.lsp.checks.diagnostics import result_id
from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.session.session import Session

METHOD = types.TEXT_DOCUMENT_DIAGNOSTIC
OPTIONS = types.DiagnosticOptions(
    inter_file_dependencies=True, workspace_diagnostics=True, identifier="canonym", work_done_progress=False
)


async def handle(
    _session: Session, checks: DraftChecks, params: types.DocumentDiagnosticParams
) -> types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport:
    """Return the diagnostics of the newest version, or that they are unchanged."""
    found = await checks.publisher.diagnostics(params.text_document.uri)
    items = [] if found is None else found[1]
    name = result_id(items)
    if name == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(name)
    return types.RelatedFullDocumentDiagnosticReport(items, result_id=name)
