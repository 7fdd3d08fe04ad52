"""JUnit XML in the dialect of Jenkins. Each draft is a test case, and its findings make it fail."""

from collections.abc import Iterator, Sequence

from canonym.report.evidence import flat
from canonym.report.formats.concise import line
from canonym.report.plain_sentence import full
from canonym.report.report import Report, Reported
from canonym.report.xml_text import content, tag
from canonym.text.printable import printable


def render(report: Report) -> Iterator[str]:
    """Yield one test suite. Known findings appear beside the case and do not make it fail."""
    failures = len({r.path for r in report.counted})
    counts = {
        "tests": len(report.files) + len(report.problems),
        "failures": failures,
        "errors": len(report.problems),
    }
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"{tag('testsuites', {'name': 'canonym', **counts})}\n"
    yield f"  {tag('testsuite', {'name': 'canonym', **counts, 'skipped': 0, 'time': 0})}\n"
    for path, reported in report.by_path():
        yield from _case(path, reported)
    for problem in report.problems:
        path, message = problem.path, problem.message
        yield f"    {tag('testcase', {'classname': 'canonym', 'name': path, 'time': 0})}\n"
        yield f"      {tag('error', {'type': 'unreadable', 'message': message}, closed=True)}\n"
        yield "    </testcase>\n"
    yield "  </testsuite>\n</testsuites>\n"


def _case(path: str, reported: Sequence[Reported]) -> Iterator[str]:
    attributes = {"classname": "canonym", "name": path, "time": 0}
    if not reported:
        yield f"    {tag('testcase', attributes, closed=True)}\n"
        return
    yield f"    {tag('testcase', attributes)}\n"
    if failing := [r for r in reported if r.counts]:
        yield from _failure(failing)
    if known := [r for r in reported if not r.counts]:
        text = "\n".join(map(line, known))
        yield f"      <system-out>{content(text)}</system-out>\n"
    yield "    </testcase>\n"


def _failure(failing: Sequence[Reported]) -> Iterator[str]:
    first = failing[0].finding
    message = f"{len(failing)} findings" if len(failing) > 1 else first.message
    kinds = " ".join(sorted({r.finding.rule for r in failing}))
    text = "\n".join(map(_line, failing))
    yield f"      {tag('failure', {'type': kinds, 'message': message})}{content(text)}</failure>\n"


def _line(reported: Reported) -> str:
    start = reported.start
    return printable(f"{reported.path}:{start.line + 1}:{start.column + 1}: {flat(full(reported))}")
