"""One line a finding, for grep and for editors' problem matchers."""

from collections.abc import Iterator

from canonym.report.evidence import flat
from canonym.report.report import Report, Reported
from canonym.text.printable import printable


def render(report: Report) -> Iterator[str]:
    """Yield ``path:line:column: level rule: text -> suggestion``."""
    for reported in report.shown:
        yield line(reported) + "\n"
    for problem in report.problems:
        yield printable(f"{problem.path}: error: {problem.message}") + "\n"


def line(reported: Reported) -> str:
    """Return the one line of a finding."""
    finding, start = reported.finding, reported.start
    text = flat(finding.text) or finding.message
    what = f"{text} -> {flat(finding.suggestions[0])}" if finding.suggestions else text
    known = "" if reported.counts else " (known)"
    place = f"{reported.path}:{start.line + 1}:{start.column + 1}"
    return printable(f"{place}: {finding.severity} {finding.rule}: {what}{known}")
