"""The section of a concept on the page: its spellings by draft, then each finding with its lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from canonym.report.evidence import count, flat, phrase
from canonym.report.report import Report, Reported
from canonym.report.statistics import concept_name
from canonym.report.xml_text import isolated, seen, tag
from canonym.text.lines import Place
from canonym.text.values import NamedTuple

_OPEN_UP_TO = 3
_DRAFTS_AT_ONCE = 5
_AROUND = 160


class Numbered(NamedTuple):
    """A finding with its number on the page."""

    number: int
    reported: Reported


class Group(NamedTuple):
    """The findings of one concept, with its number on the page."""

    number: int
    name: str
    findings: tuple[Numbered, ...]


def group(report: Report) -> list[Group]:
    """Return the concepts: gravest level first, then most findings, then by name."""
    found: dict[str, list[Reported]] = {}
    for reported in report.shown:
        found.setdefault(concept_name(reported), []).append(reported)
    ordered = sorted(found.items(), key=lambda item: (*_weight(item[1]), item[0]))
    groups, number = [], 0
    for index, (name, findings) in enumerate(ordered, 1):
        groups.append(Group(index, name, tuple(Numbered(number + n, r) for n, r in enumerate(findings, 1))))
        number += len(findings)
    return groups


def concepts(one: Group) -> Iterator[str]:
    """Yield the section of a concept."""
    heading = f"concept-{one.number}"
    yield f'<section class="concept" aria-labelledby="{heading}">\n<header>\n'
    yield f'<h3 id="{heading}" dir="auto">{seen(one.name)}</h3>\n'
    why = next((why for one_of in one.findings if (why := phrase(one_of.reported.finding))), "")
    yield f'<p class="soft">{seen(why) or count(len(one.findings), "finding")}</p>\n'
    concepts_here = (numbered.reported.finding.concept for numbered in one.findings)
    elsewhere = next((concept.elsewhere for concept in concepts_here if concept), ())
    if elsewhere:
        yield f'<p class="soft">Probably in other languages: {seen(", ".join(elsewhere))}</p>\n'
    yield "</header>\n"
    yield from _spellings(one)
    opened = " open" if len(one.findings) <= _OPEN_UP_TO else ""
    yield f"<details{opened}>\n<summary>{count(len(one.findings), 'finding')}</summary>\n"
    yield '<ol class="findings">\n'
    for numbered in one.findings:
        yield from _finding(numbered.number, numbered.reported, one)
    yield "</ol>\n</details>\n</section>\n"


def _weight(findings: Sequence[Reported]) -> tuple[int, int, int]:
    return (not any(r.counts for r in findings), min(r.severity.rank for r in findings), -len(findings))


def _spellings(one: Group) -> Iterator[str]:
    by_form: dict[str, list[Numbered]] = {}
    for numbered in one.findings:
        by_form.setdefault(_key(one, numbered.reported), []).append(numbered)
    yield '<div class="wide">\n<table class="spellings">\n'
    yield f"<caption>Spellings of {isolated(one.name)} by draft</caption>\n<thead><tr>"
    yield from (f'<th scope="col">{name}</th>' for name in ("In the drafts", "Suggestion", "Level"))
    yield '<th scope="col" class="count">Findings</th><th scope="col">Drafts</th></tr></thead>\n<tbody>\n'
    for key, findings in sorted(by_form.items(), key=lambda item: (-len(item[1]), item[0])):
        yield from _spelling(key, findings)
    yield "</tbody>\n</table>\n</div>\n"


def _spelling(key: str, findings: Sequence[Numbered]) -> Iterator[str]:
    finding = findings[0].reported.finding
    instead = " or ".join(f'<ins dir="auto">{seen(flat(s))}</ins>' for s in finding.suggestions)
    yield f"{tag('tr', {'data-spelling': key})}"
    yield f'<th scope="row" class="form">{isolated(flat(finding.text))}</th>'
    yield f'<td class="form" data-name="Suggestion">{instead or "none"}</td>'
    yield f'<td data-name="Level"><span class="level {finding.severity}">{finding.severity}</span></td>'
    yield f'<td class="count" data-name="Findings">{len(findings):,}</td><td data-name="Drafts">'
    yield from _drafts(findings)
    yield "</td></tr>\n"


def _drafts(findings: Sequence[Numbered]) -> Iterator[str]:
    first: dict[str, int] = {}
    for numbered in findings:
        first.setdefault(numbered.reported.path, numbered.number)
    times = Counter(numbered.reported.path for numbered in findings)
    items = [
        f'<li><a href="#finding-{number}">{isolated(path)}</a>{_times(times[path])}</li>'
        for path, number in first.items()
    ]
    yield f"<ul>{''.join(items[:_DRAFTS_AT_ONCE])}</ul>"
    if more := items[_DRAFTS_AT_ONCE:]:
        yield f"<details><summary>{count(len(more), 'more draft')}</summary>"
        yield f"<ul>{''.join(more)}</ul></details>"


def _times(number: int) -> str:
    return f" × {number:,}" if number > 1 else ""


def _finding(number: int, reported: Reported, one: Group) -> Iterator[str]:
    finding = reported.finding
    attributes = {
        "class": "finding",
        "id": f"finding-{number}",
        "data-level": finding.severity,
        "data-rule": finding.rule,
        "data-known": "no" if reported.counts else "yes",
        "data-concept": one.name.lower(),
        "data-spelling": _key(one, reported),
    }
    yield f"{tag('li', attributes)}\n<p>{_head(reported)}</p>\n"
    yield f"<p>{_message(finding.message)}</p>\n{_lines(reported)}"
    for related in reported.related:
        where = _place(related.path, related.start)
        yield f'<p class="soft">See {where}: {isolated(related.text)}</p>\n'
    yield "</li>\n"


def _head(reported: Reported) -> str:
    finding = reported.finding
    parts = [
        _place(reported.path, reported.start),
        f'<span class="level {finding.severity}">{finding.severity}</span>',
        f'<span class="soft">{seen(finding.rule)}</span>',
        '<span class="tag">safe fix</span>' if finding.safe else "",
        "" if reported.counts else '<span class="tag">known</span>',
    ]
    return " ".join(filter(None, parts))


def _place(path: str, start: Place) -> str:
    return f'<span class="place">{isolated(path)}:{start.line + 1}:{start.column + 1}</span>'


def _message(message: str) -> str:
    """Return a message with each quoted text in its own direction."""
    return re.sub("“([^“”]+)”", r"“<bdi>\1</bdi>”", seen(message))


def _lines(reported: Reported) -> str:
    """Return the lines around the finding, cut to its surroundings, with the finding marked."""
    whole = "\n".join(reported.source)
    end = len(whole) - len(reported.source[-1]) + reported.end.column
    start = reported.start.column
    head = ("…" if start > _AROUND else "") + whole[max(0, start - _AROUND) : start]
    tail = whole[end : end + _AROUND] + ("…" if len(whole) > end + _AROUND else "")
    own = f'<span dir="auto">{seen(head)}<mark>{seen(whole[start:end])}</mark>{seen(tail)}</span>'
    return f'<div class="lines">{_beside(reported.before)}{own}{_beside(reported.after)}</div>\n'


def _beside(line: str) -> str:
    if not line.strip():
        return ""
    cut = line if len(line) <= 2 * _AROUND else line[: 2 * _AROUND] + "…"
    return f'<span class="beside" dir="auto">{seen(cut)}</span>'


def _key(one: Group, reported: Reported) -> str:
    return f"{one.number}|{reported.finding.rule}|{flat(reported.finding.text)}"
