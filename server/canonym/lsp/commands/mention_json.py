"""Places in documents as JSON, for the answers of commands."""

from lsprotocol.types import Range

from canonym.checking.decision import subject_of
from canonym.checking.finding import Finding
from canonym.lsp.checks.analysis import Analysis
from canonym.text.span import Span

_LONGEST = 200
"""Most characters of a line in an answer."""


def mention_at(analysis: Analysis, span: Span, finding: Finding | None = None) -> dict[str, object]:
    """Return a mention: its place, its line, its finding and the suggestion."""
    source = analysis.snapshot.source
    range_ = source.range(span)
    line = source.line(range_.start.line).of(source.text)
    return {
        "uri": analysis.snapshot.uri,
        "range": range_json(range_),
        "line": line.strip()[:_LONGEST],
        "rule": finding.rule if finding is not None else "",
        "suggestion": finding.suggestions[0] if finding is not None and finding.suggestions else "",
        "about": _about(analysis, finding),
    }


def _about(analysis: Analysis, finding: Finding | None) -> dict[str, str] | None:
    """Return the subject of a decision about a finding; None if none is possible."""
    if finding is None or not finding.suggestions:
        return None
    return subject_of(finding, analysis.index_at(finding.span.start))._asdict()


def range_json(range_: Range) -> dict[str, dict[str, int]]:
    """Return a range as JSON."""
    start, end = range_.start, range_.end
    return {
        "start": {"line": start.line, "character": start.character},
        "end": {"line": end.line, "character": end.character},
    }
