"""GitLab Code Quality: an array of issues with unique fingerprints and paths without ``./``."""

from collections.abc import Iterator

from canonym.checking.finding import Severity
from canonym.report.json_text import json_text
from canonym.report.plain_sentence import full
from canonym.report.report import Report, Reported

_SEVERITIES = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
    Severity.OFF: "info",
}


def render(report: Report) -> Iterator[str]:
    """Yield the array. A known finding becomes info."""
    yield json_text([_issue(r) for r in report.shown], indent=2) + "\n"


def _issue(reported: Reported) -> dict[str, object]:
    severity = reported.severity if reported.counts else Severity.INFO
    return {
        "description": full(reported),
        "check_name": reported.finding.rule,
        "fingerprint": reported.fingerprint,
        "severity": _SEVERITIES[severity],
        "location": {
            "path": reported.path,
            "lines": {"begin": reported.start.line + 1, "end": reported.end.line + 1},
        },
    }
