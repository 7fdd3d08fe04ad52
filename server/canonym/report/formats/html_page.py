"""One page that opens from disk: concepts, their spellings, their drafts, and the findings.

It loads nothing, and its content security policy says so. Without scripts it shows everything.
"""

from collections.abc import Iterator
from importlib.resources import files

from canonym.checking.finding import Severity
from canonym.report.evidence import count
from canonym.report.formats.html_concepts import concepts, group
from canonym.report.report import Report
from canonym.report.statistics import by_spelling
from canonym.report.xml_text import isolated, seen, tag

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_MOST_BARS = 10
_LEVELS = ((Severity.ERROR, "errors"), (Severity.WARNING, "warnings"), (Severity.INFO, "info"))


def render(report: Report) -> Iterator[str]:
    """Yield the page."""
    yield from _head()
    yield '<a class="skip" href="#concepts">Skip to the findings</a>\n<header>\n<h1>Names and terms</h1>\n'
    yield f'<p class="soft">{_subtitle(report)}</p>\n</header>\n<main>\n'
    yield from _counts(report)
    if report.counted:
        yield from _chart(report)
    if report.shown:
        yield from _filter(report)
    yield '<h2 id="concepts">By concept</h2>\n'
    if not report.shown:
        yield "<p>Nothing was found.</p>\n"
    for one in group(report):
        yield from concepts(one)
    yield from _problems(report)
    yield from _stale(report)
    yield f"</main>\n<script>\n{_piece('script.js')}</script>\n" if report.shown else "</main>\n"
    yield "</body>\n</html>\n"


def _head() -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"{tag('meta', {'http-equiv': 'Content-Security-Policy', 'content': _POLICY})}\n"
    yield "<title>Names and terms · Canonym</title>\n"
    yield f"<style>\n{_piece('style.css')}</style>\n</head>\n<body>\n"


def _subtitle(report: Report) -> str:
    version = f" {seen(report.version)}" if report.version else ""
    return f"Canonym{version} · {count(len(report.files), 'draft')} checked"


def _piece(name: str) -> str:
    return (files("canonym.report") / "page" / name).read_text("utf-8")


def _counts(report: Report) -> Iterator[str]:
    cards = [
        (len(report.counted), "findings"),
        (len({r.path for r in report.counted}), "drafts with findings"),
        *((sum(r.severity is s for r in report.counted), label) for s, label in _LEVELS),
        (sum(r.finding.safe for r in report.counted), "safe to fix"),
    ]
    if report.compared:
        cards.append((len(report.shown) - len(report.counted), "known"))
    if suppressed := len(report.reported) - len(report.shown):
        cards.append((suppressed, "suppressed"))
    yield '<ul class="counts">\n'
    yield from (f"<li><b>{number:,}</b> {label}</li>\n" for number, label in cards)
    yield "</ul>\n"


def _chart(report: Report) -> Iterator[str]:
    spellings = by_spelling(report)
    top = sorted(spellings.items(), key=lambda item: (-item[1], item[0]))[:_MOST_BARS]
    title = "Spellings" if len(spellings) <= _MOST_BARS else f"The {_MOST_BARS} most frequent spellings"
    yield f'<h2 id="chart">{title}</h2>\n<table class="bars" aria-labelledby="chart">\n'
    for name, number in top:
        bar = f'<span class="bar info" style="--part:{number / top[0][1]:.3f}"></span>'
        wrong, _, right = name.partition(" -> ")
        pair = isolated(wrong) + (f" → {isolated(right)}" if right else "")
        yield f'<tr><th scope="row">{pair}</th>'
        yield f'<td>{bar}<span class="number">{number:,}</span></td></tr>\n'
    yield "</table>\n"


def _filter(report: Report) -> Iterator[str]:
    rules = sorted({r.finding.rule for r in report.shown})
    yield '<form hidden aria-label="Filter the findings">\n'
    yield '<label>Words <input type="search" name="words" autocomplete="off"></label>\n'
    yield '<label>Rule <select name="rule"><option value="">all</option>'
    yield from (f"<option>{seen(rule)}</option>" for rule in rules)
    yield "</select></label>\n<fieldset><legend>Level</legend>\n"
    for severity, _ in _LEVELS:
        yield f'<label><input type="checkbox" name="level" value="{severity}" checked> {severity}</label>\n'
    yield "</fieldset>\n"
    if report.compared:
        yield '<label><input type="checkbox" name="known"> known findings too</label>\n'
    yield '<button type="reset">Reset</button>\n<p id="shown" role="status"></p>\n</form>\n'


def _problems(report: Report) -> Iterator[str]:
    if report.problems:
        yield "<h2>Problems</h2>\n<ul>\n"
        yield from (f"<li>{isolated(one.path)}: {seen(one.message)}</li>\n" for one in report.problems)
        yield "</ul>\n"


def _stale(report: Report) -> Iterator[str]:
    if report.stale:
        yield "<h2>Baseline entries no longer needed</h2>\n<ul>\n"
        yield from (
            f"<li>{isolated(e.path)}: {isolated(e.text)} ({seen(e.rule)})</li>\n" for e in report.stale
        )
        yield "</ul>\n"
