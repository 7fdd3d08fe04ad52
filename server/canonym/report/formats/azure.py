"""Logging commands of Azure Pipelines, one a finding. They appear on the page of the run."""

from collections.abc import Iterator

from canonym.checking.finding import Severity
from canonym.report.plain_sentence import full
from canonym.report.report import Report, Reported
from canonym.text.printable import visible

_VALUE = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _VALUE | str.maketrans({";": "%3B", "]": "%5D"})


def render(report: Report) -> Iterator[str]:
    """Yield new findings. Azure has only errors and warnings, so info becomes a warning."""
    for reported in report.counted:
        yield _issue(reported)
    for problem in report.problems:
        path, message = problem.path, problem.message
        yield _command({"type": "error", "sourcepath": path}, message)


def _issue(reported: Reported) -> str:
    properties = {
        "type": "error" if reported.severity is Severity.ERROR else "warning",
        "sourcepath": reported.path,
        "linenumber": str(reported.start.line + 1),
        "columnnumber": str(reported.start.column + 1),
        "code": reported.finding.rule,
    }
    return _command(properties, full(reported))


def _command(properties: dict[str, str], message: str) -> str:
    written = "".join(f"{key}={value.translate(_PROPERTY)};" for key, value in properties.items())
    return visible(f"##vso[task.logissue {written}]{message.translate(_VALUE)}") + "\n"
