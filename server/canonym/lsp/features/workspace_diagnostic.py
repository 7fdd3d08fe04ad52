"""``workspace/diagnostic``: the findings of all drafts."""

from collections.abc import AsyncIterator, Mapping

from lsprotocol import types

from canonym.lsp.checks.diagnostics import result_id
from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.session.session import Session

METHOD = types.WORKSPACE_DIAGNOSTIC

Report = types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport
_PART = 20
"""Documents in a partial result."""


async def handle(
    session: Session, checks: DraftChecks, params: types.WorkspaceDiagnosticParams
) -> types.WorkspaceDiagnosticReport:
    """Return what differs from the editor's state. Without news, wait for a change first.

    Editors repeat the request after each answer, so an empty answer would make them repeat it for ever.
    """
    previous = {one.uri: one.value for one in params.previous_result_ids}
    while True:
        seen = session.changes.count
        news: list[Report] = []
        anything = False
        async for report in _news(session, checks, previous):
            anything = True
            news.append(report)
            if params.partial_result_token is not None and len(news) >= _PART:
                part = types.WorkspaceDiagnosticReportPartialResult(news)
                session.editor.report_progress(params.partial_result_token, part)
                news = []
        if anything:
            return types.WorkspaceDiagnosticReport(news)
        await session.changes.after(seen)


async def _news(session: Session, checks: DraftChecks, previous: Mapping[str, str]) -> AsyncIterator[Report]:
    """Yield the reports of drafts that differ, and empty reports of drafts that are gone."""
    present = set()
    async for report in checks.workspace_check.reports():
        present.add(report.uri)
        if report.result_id != previous.get(report.uri) and (report.items or report.uri in previous):
            yield report
    for uri in previous:
        is_open = session.documents.is_open(uri)  # then the editor requests it separately
        if uri not in present and not is_open and result_id([]) != previous[uri]:
            yield types.WorkspaceFullDocumentDiagnosticReport(uri, [], result_id=result_id([]))
