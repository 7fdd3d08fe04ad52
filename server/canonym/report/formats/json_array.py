"""Findings as one JSON array, a finding a line."""

from collections.abc import Iterator

from canonym.report.formats.json_lines import as_object
from canonym.report.json_text import json_text
from canonym.report.report import Report


def render(report: Report) -> Iterator[str]:
    """Yield the array; ``[]`` if there are no findings."""
    before = "[\n"
    for reported in report.shown:
        yield before + json_text(as_object(reported, report))
        before = ",\n"
    yield "\n]\n" if report.shown else "[]\n"
