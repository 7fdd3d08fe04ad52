"""Reviewdog's diagnostic format as one document."""

import json
from collections.abc import Iterator

from canonym.report.model import Report
from canonym.report.rdjsonl import SOURCE, diagnostic


def render(report: Report) -> Iterator[str]:
    """Yield the ``DiagnosticResult``."""
    shape = {"source": SOURCE, "diagnostics": [diagnostic(r) for r in report.shown]}
    yield json.dumps(shape, ensure_ascii=False, indent=2) + "\n"
