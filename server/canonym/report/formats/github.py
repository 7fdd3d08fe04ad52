"""Annotations of GitHub Actions, then the full text.

GitHub shows only ten errors, ten warnings and ten notices of a step. So the gravest come first, and each
concept and spelling gets one annotation before any gets a second. The text below them, and the step summary,
have all findings.
"""

from collections.abc import Iterator
from hashlib import sha256
from itertools import chain, zip_longest

from canonym.checking.finding import Severity
from canonym.report.evidence import count, flat
from canonym.report.formats import text
from canonym.report.formats.markdown import groups
from canonym.report.plain_sentence import full
from canonym.report.report import Report, Reported, View
from canonym.text.printable import visible

PER_STEP = 10
"""How many annotations of one level GitHub shows for a step."""
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
    Severity.OFF: "notice",
}
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report) -> Iterator[str]:
    """Yield annotations of new findings and unreadable drafts, then the text of all findings."""
    for problem in report.problems:
        path, message = problem.path, problem.message
        yield _command("error", {"file": path, "title": "problem"}, message)
    for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
        yield from _annotations(report, severity)
    yield from _unread("".join(text.render(report._replace(view=View(statistics=report.view.statistics)))))


def _annotations(report: Report, severity: Severity) -> Iterator[str]:
    those = [[r for r in group if r.severity is severity] for group in groups(report)]
    rounds = chain.from_iterable(zip_longest(*those))
    ordered = [r for r in rounds if r is not None]
    first = {id(group[0]): len(group) - 1 for group in those if group}
    for reported in ordered[:PER_STEP]:
        yield _annotation(reported, first.get(id(reported), 0))
    if len(ordered) > PER_STEP:
        yield f"({count(len(ordered), str(severity))}: {PER_STEP} annotated, all in the text below)\n"


def _annotation(reported: Reported, more: int) -> str:
    """Return the annotation. The first of a spelling says how many more there are."""
    finding, start, end = reported.finding, reported.start, reported.end
    properties = {
        "file": reported.path,
        "line": str(start.line + 1),
        "endLine": str(end.line + 1),
        "col": str(start.column + 1),
        "endColumn": str(max(end.column, 1)),
        "title": f"{finding.rule}: {flat(finding.text)}",
    }
    tail = f" ({count(more, 'more finding')} of this spelling)" if more else ""
    return _command(_LEVELS[reported.severity], properties, full(reported) + tail)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    written = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    return visible(f"::{name} {written}::{message.translate(_MESSAGE)}") + "\n"


def _unread(shown: str) -> Iterator[str]:
    """Keep the runner from obeying commands inside drafts. A text cannot contain its own hash."""
    token = sha256(shown.encode("utf-8", "replace")).hexdigest()
    yield f"::stop-commands::{token}\n"
    yield shown
    yield f"::{token}::\n"
