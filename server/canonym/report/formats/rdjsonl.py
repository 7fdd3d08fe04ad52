"""Reviewdog's diagnostic format, a diagnostic a line. ``rdjson`` wraps the same objects.

Its columns count UTF-8 bytes from 1. A suggestion becomes a button on the pull request.
"""

from collections.abc import Iterator

from canonym.checking.finding import Severity
from canonym.report.json_text import json_text
from canonym.report.plain_sentence import full
from canonym.report.report import RelatedPlace, Report, Reported
from canonym.text.lines import Place

Json = dict[str, object]
_SEVERITIES = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.INFO: "INFO",
    Severity.OFF: "INFO",
}
SOURCE: Json = {"name": "canonym"}


def render(report: Report) -> Iterator[str]:
    """Yield one line for each finding."""
    for reported in report.shown:
        yield json_text(diagnostic(reported) | {"source": SOURCE}) + "\n"


def diagnostic(reported: Reported) -> Json:
    """Return the finding as a ``Diagnostic``. A known one becomes info."""
    finding, where = reported.finding, _range(reported)
    severity = reported.severity if reported.counts else Severity.INFO
    shape: Json = {
        "message": full(reported),
        "location": {"path": reported.path, "range": where},
        "severity": _SEVERITIES[severity],
        "code": {"value": finding.rule},
        "suggestions": [{"range": where, "text": text} for text in reported.replacements if text is not None],
    }
    related = [_related(r) for r in reported.related]
    return shape | {"related_locations": related} if related else shape


def _range(reported: Reported) -> Json:
    first, last = reported.source[0], reported.source[-1]
    return {"start": _position(reported.start, first), "end": _position(reported.end, last)}


def _position(place: Place, line: str) -> Json:
    return {"line": place.line + 1, "column": _bytes(line[: place.column]) + 1}


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _related(related: RelatedPlace) -> Json:
    """Return a related place without a column: its bytes need the line, which is in another draft."""
    start = {"line": related.start.line + 1}
    return {"message": related.text, "location": {"path": related.path, "range": {"start": start}}}
