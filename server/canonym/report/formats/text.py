"""The text for people: the place of each finding, the suggestion, and the evidence."""

from collections import Counter
from collections.abc import Iterator

from canonym.checking.finding import Severity
from canonym.report.evidence import count, flat, more, suggestions
from canonym.report.report import Mending, Report, Reported, Standing, View
from canonym.report.terminal import excerpt, level_style, paint
from canonym.text.printable import printable


def render(report: Report) -> Iterator[str]:
    """Yield the findings, then problems, stale entries, statistics and a count."""
    for reported in report.shown:
        yield from finding(reported, report.view)
    for problem in report.problems:
        path, message = problem.path, problem.message
        level = paint("error", "red", color=report.view.color)
        yield f"{printable(path)}: {level}: {printable(flat(message))}\n"
    for entry in report.stale:
        yield f"{printable(entry.path)}: stale baseline entry: {printable(flat(entry.text))} ({entry.rule})\n"
    if report.view.statistics:
        from canonym.report.statistics import tables

        yield from tables(report)
    if report.view.summary:
        yield from _summary(report)


def finding(reported: Reported, view: View) -> Iterator[str]:
    """Yield one finding: its place and message, its line, the suggestion and the evidence."""
    color, found = view.color, reported.finding
    row, column = reported.start.line, reported.start.column
    place = paint(f"{printable(reported.path)}:{row + 1}:{column + 1}", "bold", color=color)
    level = paint(str(found.severity), level_style(found.severity), color=color)
    known = "" if reported.standing is Standing.NEW else " (known)"
    yield f"{place}: {level} {found.rule}{known}: {printable(flat(found.message))}\n"
    if view.source:
        yield from _source(reported, color=color)
    yield from _advice(reported)


def _source(reported: Reported, *, color: bool) -> Iterator[str]:
    row, column = reported.start.line, reported.start.column
    line = reported.source[0] if reported.source else ""
    end = reported.end.column if reported.end.line == row else len(line)
    piece = excerpt(line, column, end)
    number = str(row + 1)
    bar = paint("|", "dim", color=color)
    caret = paint("^" * piece.length, level_style(reported.severity), color=color)
    yield f"  {paint(number, 'dim', color=color)} {bar} {piece.text}\n"
    yield f"  {' ' * len(number)} {bar} {' ' * piece.start}{caret}\n"


def _advice(reported: Reported) -> Iterator[str]:
    found = reported.finding
    if found.suggestions:
        yield f"    use: {printable(suggestions(found))}{' (safe fix)' if found.safe else ''}\n"
    if reported.refusal:
        yield f"    cannot be mended here: {printable(reported.refusal)}\n"
    if why := more(found):
        yield f"    why: {printable(why)}\n"
    for one in reported.related:
        place = f"{printable(one.path)}:{one.start.line + 1}:{one.start.column + 1}"
        yield f"    see: {place}: {printable(flat(one.text))}\n"


def _summary(report: Report) -> Iterator[str]:
    if report.fixed:
        yield from _fixed(report)
    if report.mending is not Mending.NOTHING:
        from canonym.report.left_unfixed import summary

        yield from (f"{printable(line)}\n" for line in summary(report))
    drafts = count(len(report.files), "draft")
    beside = ", ".join(_beside(report))
    tail = f" ({beside})" if beside else ""
    if not report.counted:
        yield f"No findings in {drafts}{tail}.\n"
        return
    levels = ", ".join(_levels(report))
    paths = len({r.path for r in report.counted})
    yield f"{count(len(report.counted), 'finding')} in {paths:,} of {drafts}: {levels}{tail}.\n"


def _fixed(report: Report) -> Iterator[str]:
    edits = Counter((flat(old), flat(new)) for file in report.fixed for old, new in file.edits)
    for (old, new), number in sorted(edits.items(), key=lambda item: (-item[1], item[0])):
        times = f" ({number:,} times)" if number > 1 else ""
        yield f"fixed: {printable(old)} -> {printable(new)}{times}\n"
    drafts = count(len(report.fixed), "draft")
    yield f"Fixed {count(edits.total(), 'finding')} in {drafts}.\n"


def _levels(report: Report) -> Iterator[str]:
    for severity, noun in ((Severity.ERROR, "error"), (Severity.WARNING, "warning")):
        if number := sum(r.severity is severity for r in report.counted):
            yield count(number, noun)
    if number := sum(r.severity is Severity.INFO for r in report.counted):
        yield f"{number:,} info"
    if safe := sum(r.finding.safe for r in report.counted):
        yield f"{safe:,} safe to fix with --fix"


def _beside(report: Report) -> Iterator[str]:
    if known := len(report.shown) - len(report.counted):
        yield f"{known:,} known"
    if suppressed := len(report.reported) - len(report.shown):
        yield f"{suppressed:,} suppressed"
    if report.problems:
        yield f"{count(len(report.problems), 'problem')}"
