"""Reviewdog's diagnostic format as one document."""

from collections.abc import Iterator

from canonym.report.formats.rdjsonl import SOURCE, diagnostic
from canonym.report.json_text import json_text
from canonym.report.report import Report


def render(report: Report) -> Iterator[str]:
    """Yield the ``DiagnosticResult``."""
    shape = {"source": SOURCE, "diagnostics": [diagnostic(r) for r in report.shown]}
    yield json_text(shape, indent=2) + "\n"
