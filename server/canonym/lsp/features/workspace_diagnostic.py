"""``workspace/diagnostic``: the editor asks what is found in all drafts."""

from collections.abc import AsyncIterator, Mapping
from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.checks.diagnostics import result_id

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.WORKSPACE_DIAGNOSTIC

Report = types.WorkspaceFullDocumentDiagnosticReport | types.WorkspaceUnchangedDocumentDiagnosticReport
_PART = 20
"""Documents of a partial result."""


async def handle(
    server: "CanonymServer", params: types.WorkspaceDiagnosticParams
) -> types.WorkspaceDiagnosticReport:
    """Answer with what differs from what the editor has; with nothing new, not before something changes.

    Editors ask again as soon as they are answered: an answer that says nothing would make them ask
    without end.
    """
    previous = {one.uri: one.value for one in params.previous_result_ids}
    while True:
        seen = server.changes.count
        news: list[Report] = []
        anything = False
        async for report in _news(server, previous):
            anything = True
            news.append(report)
            if params.partial_result_token is not None and len(news) >= _PART:
                _send(server, params.partial_result_token, news)
                news = []
        if anything:
            return types.WorkspaceDiagnosticReport(news)
        await server.changes.after(seen)


async def _news(server: "CanonymServer", previous: Mapping[str, str]) -> AsyncIterator[Report]:
    """Yield the reports of drafts that differ, and empty ones of drafts that are gone."""
    present = set()
    async for report in server.sweep.reports():
        present.add(report.uri)
        if report.result_id != previous.get(report.uri) and (report.items or report.uri in previous):
            yield report
    for uri in previous:
        is_open = server.documents.is_open(uri)  # then the editor asks for it by itself
        if uri not in present and not is_open and result_id([]) != previous[uri]:
            yield types.WorkspaceFullDocumentDiagnosticReport(uri, [], result_id=result_id([]))


def _send(server: "CanonymServer", token: types.ProgressToken, items: list[Report]) -> None:
    server.progress(types.ProgressParams(token, types.WorkspaceDiagnosticReportPartialResult(items)))
