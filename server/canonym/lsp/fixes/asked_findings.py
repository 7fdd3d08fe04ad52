"""Finds the findings that a request for code actions concerns."""

from collections.abc import Sequence

from lsprotocol import types

from canonym.checking.finding import Finding
from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.checks.diagnostics import SOURCE
from canonym.lsp.session.client_capabilities import Client


def findings_asked(analysis: Analysis, params: types.CodeActionParams) -> tuple[Finding, ...]:
    """Return the findings of a document that a request concerns.

    They are our own findings that match the diagnostics of the request. A diagnostic of another server, or
    older than the text, matches none. Editors send all diagnostics of a line, and a line may be a paragraph.
    So only those at the range count, if there are any. Without diagnostics, only the range counts.
    """
    touched = analysis.findings_in(analysis.snapshot.source.span(params.range))
    given = params.context.diagnostics
    if not given:
        return touched
    meant = [finding for finding in analysis.findings if _is_among(finding, given, analysis)]
    return tuple([finding for finding in meant if finding in touched] or meant)


def asks_for_the_repair(params: types.CodeActionParams, can: Client) -> bool:
    """Return whether an editor runs every action that it gets for one diagnostic.

    Kate did so up to version 22.12, whatever the kinds of the actions. Its request names one diagnostic and a
    range: that of the document or of the selection. It names neither kinds nor a trigger, and Kate does not
    know ``isPreferred``. Later versions send such a request at the cursor, and let people choose.
    """
    start, end = params.range.start, params.range.end
    given = params.context.diagnostics
    return (
        not can.prefers
        and params.context.only is None
        and params.context.trigger_kind is None
        and start != end
        and len(given) == 1
        and given[0].source == SOURCE
    )


def _is_among(finding: Finding, given: Sequence[types.Diagnostic], analysis: Analysis) -> bool:
    return any(_is(finding, diagnostic, analysis) for diagnostic in given)


def _is(finding: Finding, diagnostic: types.Diagnostic, analysis: Analysis) -> bool:
    """Return whether a diagnostic is a finding. It may have come back without its source or code."""
    if diagnostic.source not in (None, "", SOURCE):
        return False
    told, found = diagnostic.code, finding.rule
    if told is None:
        told, found = diagnostic.message, finding.message
    return told == found and analysis.snapshot.source.span(diagnostic.range).overlaps(finding.span)
