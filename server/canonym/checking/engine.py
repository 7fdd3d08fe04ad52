"""The whole product in one function: from document, termbase and settings to findings."""

from bisect import bisect_right
from collections.abc import Sequence

from canonym.checking import competing_forms
from canonym.checking.check_settings import Settings
from canonym.checking.checks import inconsistent_name
from canonym.checking.competing_forms import Survey
from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.finding import Finding
from canonym.checking.rules import FINDERS, RULES
from canonym.index.termbase_index import Index
from canonym.languages.views import views
from canonym.spelling.grammar import NO_GRAMMAR, Grammar
from canonym.text.document import Document


def check(document: Document, index: Index, settings: Settings) -> tuple[Finding, ...]:
    """Return the findings in ``document``, sorted by place, without overlap.

    Suppressions are not applied.
    """
    return _findings(_views(document, index), settings)


def examine(document: Document, index: Index, settings: Settings) -> tuple[tuple[Finding, ...], Survey]:
    """Return the results of ``check`` and ``survey``, with ``document`` parsed once."""
    checked = _views(document, index)
    return _findings(checked, settings), _survey(checked)


def survey(document: Document, index: Index) -> Survey:
    """Return the names of ``document`` that nothing decides, for ``compare``."""
    return _survey(_views(document, index))


def compare(
    surveys: tuple[Survey, ...], settings: Settings, grammar: Grammar = NO_GRAMMAR
) -> dict[str, tuple[Finding, ...]]:
    """Return the findings of ``inconsistent-name`` among several drafts, by path of the draft.

    ``grammar`` tells forms of one word from spellings.
    """
    rule = RULES["inconsistent-name"]
    severity = settings.severity(rule.id, rule.severity)
    return inconsistent_name.compare(surveys, severity, grammar) if severity.is_on else {}


def _views(document: Document, index: Index) -> list[DraftUnderCheck]:
    """Return the parts of the draft in each of its languages, with the termbases of that language."""
    return [_under_check(view, index.in_language(view.language.tag), document) for view in views(document)]


def _under_check(view: Document, index: Index, whole: Document) -> DraftUnderCheck:
    return DraftUnderCheck(view.with_cut(index.cut), index, whole)


def _findings(checked: Sequence[DraftUnderCheck], settings: Settings) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for id_, find in FINDERS.items():
        severity = settings.severity(id_, RULES[id_].severity)
        if severity.is_on:
            for view in checked:
                found += find(view, severity)
    return _disjoint(found)


def _survey(checked: Sequence[DraftUnderCheck]) -> Survey:
    first, *others = map(competing_forms.survey, checked)
    return first._replace(forms=(*first.forms, *(form for one in others for form in one.forms)))


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
