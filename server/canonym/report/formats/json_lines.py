"""Findings as JSON objects, one a line. ``json_array`` wraps the same objects."""

from collections.abc import Iterator

from canonym.report.json_text import json_text
from canonym.report.report import Report, Reported
from canonym.text.lines import Place

Json = dict[str, object]


def render(report: Report) -> Iterator[str]:
    """Yield one line for each finding that is not suppressed."""
    for reported in report.shown:
        yield json_text(as_object(reported, report)) + "\n"


def as_object(reported: Reported, report: Report) -> Json:
    """Return the finding in the documented shape.

    Lines and columns count from 1, columns in code points; ``end`` is exclusive. ``replacements`` are the
    suggestions in the notation of the draft; null where one cannot be written. ``language`` is the tag of the
    language of the place (BCP 47); ``und`` if nothing shows it. With a baseline there is one
    more key: ``baseline`` (``new``, ``unchanged`` or ``updated``).
    """
    finding = reported.finding
    shape: Json = {
        "path": reported.path,
        "start": _place(reported.start),
        "end": _place(reported.end),
        "text": finding.text,
        "language": reported.language,
        "suggestions": list(finding.suggestions),
        "replacements": list(reported.replacements),
        "rule": finding.rule,
        "severity": str(finding.severity),
        "safe": finding.safe,
        "confidence": round(finding.confidence, 4),
        "message": finding.message,
        "concept": _concept(reported),
        "evidence": _evidence(reported),
    }
    return shape | {"baseline": str(reported.standing)} if report.compared else shape


def _place(place: Place) -> Json:
    return {"line": place.line + 1, "column": place.column + 1}


def _concept(reported: Reported) -> Json:
    concept = reported.finding.concept
    return {"id": concept.id, "preferred": concept.preferred} if concept else {"id": "", "preferred": ""}


def _evidence(reported: Reported) -> Json:
    evidence = reported.finding.evidence
    examples = [{"path": e.path, "line": e.line, "text": e.text} for e in evidence.examples]
    return {"articles": evidence.articles, "mentions": evidence.mentions, "examples": examples}
