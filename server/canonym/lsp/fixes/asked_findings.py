"""Which findings an editor asks about when it asks what can be done."""

from collections.abc import Sequence

from lsprotocol import types

from canonym.checking.finding import Finding
from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.checks.diagnostics import SOURCE
from canonym.lsp.session.client import Client


def findings_asked(analysis: Analysis, params: types.CodeActionParams) -> tuple[Finding, ...]:
    """Return the findings of a document that an editor asks about.

    Those are our own findings that the diagnostics of its request stand for: diagnostics that are older
    than the text, and those of other servers, stand for none. Of several, those at the range that was asked
    for are meant, since editors send all diagnostics of a line, and a line may be a paragraph. Where the
    request has no diagnostics the range alone counts.
    """
    touched = analysis.findings_in(analysis.snapshot.source.span(params.range))
    given = params.context.diagnostics
    if not given:
        return touched
    meant = [finding for finding in analysis.findings if _is_among(finding, given, analysis)]
    return tuple([finding for finding in meant if finding in touched] or meant)


def asks_for_the_repair(params: types.CodeActionParams, can: Client) -> bool:
    """Tell whether an editor means to run whatever it is given for one diagnostic.

    Kate did so up to version 22.12, whatever the kinds of the actions. It names one diagnostic and a range,
    that of the document or of what is selected, but neither kinds nor why it asks, and does not know
    which action is preferred. Later versions ask so at the cursor, and let people choose.
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
    """Tell whether a diagnostic, which may have come back without its source or code, is a finding."""
    if diagnostic.source not in (None, "", SOURCE):
        return False
    told, found = diagnostic.code, finding.rule
    if told is None:
        told, found = diagnostic.message, finding.message
    return told == found and analysis.snapshot.source.span(diagnostic.range).overlaps(finding.span)
