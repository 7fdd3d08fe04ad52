"""The whole product in one function: from document, termbase and settings to findings."""

from bisect import bisect_right

from canonym.checking import competing_forms
from canonym.checking.check_settings import Settings
from canonym.checking.checks import inconsistent_name
from canonym.checking.competing_forms import Survey
from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.finding import Finding
from canonym.checking.rules import FINDERS, RULES
from canonym.index.termbase_index import Index
from canonym.spelling.grammar import NO_GRAMMAR, Grammar
from canonym.text.document import Document


def check(document: Document, index: Index, settings: Settings) -> tuple[Finding, ...]:
    """Return the findings in ``document``, sorted by place, without overlap.

    Suppressions are not applied.
    """
    return _findings(_read(document, index), settings)


def examine(document: Document, index: Index, settings: Settings) -> tuple[tuple[Finding, ...], Survey]:
    """Return the results of ``check`` and ``survey``, with ``document`` parsed once."""
    checked = _read(document, index)
    return _findings(checked, settings), competing_forms.survey(checked)


def survey(document: Document, index: Index) -> Survey:
    """Return the names of ``document`` that nothing decides, for ``compare``."""
    return competing_forms.survey(_read(document, index))


def compare(
    surveys: tuple[Survey, ...], settings: Settings, grammar: Grammar = NO_GRAMMAR
) -> dict[str, tuple[Finding, ...]]:
    """Return the findings of ``inconsistent-name`` among several drafts, by path of the draft.

    ``grammar`` tells forms of one word from spellings.
    """
    rule = RULES["inconsistent-name"]
    severity = settings.severity(rule.id, rule.severity)
    return inconsistent_name.compare(surveys, severity, grammar) if severity.is_on else {}


def _read(document: Document, index: Index) -> DraftUnderCheck:
    """Return the draft with the termbases of its own language."""
    return DraftUnderCheck(document, index.in_language(document.language.tag))


def _findings(checked: DraftUnderCheck, settings: Settings) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for id_, find in FINDERS.items():
        severity = settings.severity(id_, RULES[id_].severity)
        if severity.is_on:
            found += find(checked, severity)
    return _disjoint(found)


def _disjoint(found: list[Finding]) -> tuple[Finding, ...]:
    """Keep the finding of the earlier rule where findings overlap; within one rule keep the longer."""
    order = {rule: number for number, rule in enumerate(RULES)}
    kept: list[Finding] = []
    ends: list[int] = []
    for finding in sorted(found, key=lambda f: (order[f.rule], f.span.start - f.span.end, f.span.start)):
        place = bisect_right(ends, finding.span.start)
        if place == len(kept) or not finding.span.overlaps(kept[place].span):
            kept.insert(place, finding)
            ends.insert(place, finding.span.end)
    return tuple(kept)
