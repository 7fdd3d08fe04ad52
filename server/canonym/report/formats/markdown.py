"""Tables by concept, for a GitHub step summary or a comment on a pull request."""

from collections.abc import Iterator, Sequence

from canonym.report.evidence import count
from canonym.report.report import Report, Reported
from canonym.report.statistics import concept_name
from canonym.text.printable import visible

ROOM = 900_000
"""Most bytes of the table. A step summary may hold 1 MiB; the findings beyond are only counted."""
_PLACES = 5
_TABLE = str.maketrans(
    {**{c: f"\\{c}" for c in "\\`*_{}[]<>|#~$!"}, "\n": " ", "\r": " ", "@": "&#64;", "&": "&amp;"}
)


def render(report: Report) -> Iterator[str]:
    """Yield a heading, a table of new findings by concept and spelling, and notes."""
    yield "## Canonym\n\n"
    yield f"{_headline(report)}\n"
    if report.counted:
        yield "\n| Concept | In the drafts | Suggestion | Level | Places |\n| --- | --- | --- | --- | --- |\n"
        yield from _rows(report)
    if report.problems:
        yield "\n**Problems**\n\n"
        yield from (f"- {escape(one.path)}: {escape(one.message)}\n" for one in report.problems)
    if report.stale:
        yield f"\nNo longer needed: {count(len(report.stale), 'baseline entry', 'baseline entries')}.\n"


def escape(text: str) -> str:
    """Return ``text`` in a form that Markdown shows literally and that mentions nobody."""
    return visible(text.translate(_TABLE))


def groups(report: Report) -> list[list[Reported]]:
    """Return new findings by concept, spelling and rule: errors first, then the most frequent."""
    found: dict[tuple[str, str, str], list[Reported]] = {}
    for reported in report.counted:
        key = (concept_name(reported), reported.finding.text.casefold(), reported.finding.rule)
        found.setdefault(key, []).append(reported)
    return sorted(found.values(), key=lambda findings: (findings[0].severity.rank, -len(findings)))


def _headline(report: Report) -> str:
    known = len(report.shown) - len(report.counted)
    beside = f", {known:,} known" if known else ""
    if not report.counted:
        return f"No findings in {count(len(report.files), 'draft')}{beside}."
    return f"{count(len(report.counted), 'finding')} in {count(len(report.files), 'draft')}{beside}."


def _rows(report: Report) -> Iterator[str]:
    room, every = ROOM, groups(report)
    for index, findings in enumerate(every):
        row = _row(findings)
        room -= len(row.encode("utf-8", "replace"))
        if room < 0:
            yield f"\n… and {len(every) - index:,} more rows; the log has them all.\n"
            return
        yield row


def _row(findings: Sequence[Reported]) -> str:
    first = findings[0]
    places = [f"{escape(r.path)}:{r.start.line + 1}" for r in findings[:_PLACES]]
    if len(findings) > _PLACES:
        places.append(f"and {len(findings) - _PLACES:,} more")
    suggestion = escape(first.finding.suggestions[0]) if first.finding.suggestions else ""
    cells = (escape(concept_name(first)), escape(first.finding.text), suggestion, str(first.severity))
    return f"| {' | '.join(cells)} | {', '.join(places)} |\n"
