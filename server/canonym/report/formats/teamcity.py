"""Service messages of TeamCity: rules as inspection types, findings as inspections."""

from collections.abc import Iterator

from canonym.checking.finding import Severity
from canonym.report.plain_sentence import full
from canonym.report.report import Report, Reported

_ESCAPES = str.maketrans({"|": "||", "'": "|'", "\n": "|n", "\r": "|r", "[": "|[", "]": "|]"})
_LEVELS = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.INFO: "INFO",
    Severity.OFF: "INFO",
}


def render(report: Report) -> Iterator[str]:
    """Yield the types in use, then new findings, then unreadable drafts."""
    for rule in sorted({r.finding.rule for r in report.counted}):
        summary = report.rules[rule].summary if rule in report.rules else rule
        yield _message(
            "inspectionType",
            {"id": rule, "name": rule, "description": summary, "category": "Names and terms"},
        )
    yield from map(_inspection, report.counted)
    for problem in report.problems:
        path, message = problem.path, problem.message
        yield _message("message", {"text": f"{path}: {message}", "status": "ERROR"})


def _inspection(reported: Reported) -> str:
    return _message(
        "inspection",
        {
            "typeId": reported.finding.rule,
            "message": full(reported),
            "file": reported.path,
            "line": str(reported.start.line + 1),
            "SEVERITY": _LEVELS[reported.severity],
        },
    )


def _message(name: str, attributes: dict[str, str]) -> str:
    written = "".join(f" {key}='{_escape(value)}'" for key, value in attributes.items())
    return f"##teamcity[{name}{written}]\n"


def _escape(text: str) -> str:
    return "".join(c if " " <= c <= "~" else _unicode(c) for c in text.translate(_ESCAPES))


def _unicode(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"|0x{units[at : at + 4]}" for at in range(0, len(units), 4))
