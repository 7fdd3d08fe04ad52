"""Checkstyle XML, which most review tools understand.

Columns count code points from 1. Checkstyle has no level for a known finding, so it becomes info.
"""

from collections.abc import Iterator

from canonym.checking.finding import Severity
from canonym.report.plain_sentence import full
from canonym.report.report import Report, Reported
from canonym.report.xml_text import tag


def render(report: Report) -> Iterator[str]:
    """Yield a ``file`` for each draft that has findings or could not be read."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for path, reported in report.by_path():
        if reported:
            yield f"  {tag('file', {'name': path})}\n"
            yield from map(_error, reported)
            yield "  </file>\n"
    for problem in report.problems:
        path, message = problem.path, problem.message
        attributes = {"line": 1, "severity": "error", "message": message, "source": "canonym.unreadable"}
        yield f"  {tag('file', {'name': path})}\n    {tag('error', attributes, closed=True)}\n  </file>\n"
    yield "</checkstyle>\n"


def _error(reported: Reported) -> str:
    attributes = {
        "line": reported.start.line + 1,
        "column": reported.start.column + 1,
        "severity": reported.severity if reported.counts else Severity.INFO,
        "message": full(reported),
        "source": f"canonym.{reported.finding.rule}",
    }
    return f"    {tag('error', attributes, closed=True)}\n"
