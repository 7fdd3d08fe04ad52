"""Findings about known wrong forms: a person deprecated them, or the corpus outvoted them."""

from collections.abc import Iterator

from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.finding import Finding, Severity
from canonym.checking.finding_parts import evidence_of, reference
from canonym.checking.fixes.style_of_place import Place, suggestion_for
from canonym.checking.known_forms import KnownForm
from canonym.checking.right_forms import in_capitals_of, in_case_of, takes_ending
from canonym.spelling.grammar import LONGEST
from canonym.termbase.concept import Concept, Term
from canonym.text.document import visible_text
from canonym.text.tokens import tokenize

LEARNED = 0.95
"""Confidence in forms that the corpus outvoted: articles were counted, but nobody decided."""


def outvoted_form(
    checked: DraftUnderCheck, known: KnownForm, rule: str, message: str, severity: Severity
) -> Iterator[Finding]:
    """Yield the finding of a form that the corpus outvoted. It is never safe, because nobody decided."""
    if (finding := _finding(checked, known, rule, message, severity)) is not None:
        yield finding._replace(confidence=LEARNED)


def decided_form(
    checked: DraftUnderCheck, known: KnownForm, rule: str, message: str, severity: Severity
) -> Iterator[Finding]:
    """Yield the finding of a form that a person decided.

    It is safe outside of quotations, if one right form is nearer than all others. Before an ending it is not:
    the right form may ask for another one. Nor is it if the form alone is in capitals, as acronyms are.
    """
    if (finding := _finding(checked, known, rule, message, severity)) is not None:
        quoted = checked.is_quoted(finding.span)
        is_doubtful = known.mention.has_ending or known.mention.is_case or known.mention.is_shouted
        is_clear = len(finding.suggestions) == 1 and not is_doubtful
        yield finding._replace(safe=is_clear and not quoted, quoted=quoted)


def _finding(
    checked: DraftUnderCheck, known: KnownForm, rule: str, message: str, severity: Severity
) -> Finding | None:
    start, place = checked.place_at(known.mention.span)
    forms = [_form_for(place, known.concept, term) for term in known.right]
    cases = [_in_case(checked, known, place, form) for form in forms]
    offered = [
        suggestion_for(case or form, place, checked.apostrophe)
        for case, form in zip(cases, forms, strict=True)
    ]
    instead = offered[0]
    if instead is None:
        return None
    return Finding(
        rule=rule,
        span=instead.shifted(start).span,
        text=instead.text,
        message=message,
        severity=severity,
        suggestions=tuple(
            one.new
            for one, case in zip(offered, cases, strict=True)
            if one is not None and one.span == instead.span and case
        ),
        concept=reference(known.concept),
        evidence=evidence_of(known.best),
    )


def _in_case(checked: DraftUnderCheck, known: KnownForm, place: Place, form: str) -> str:
    """Return a right form for the ending that a mention has; empty if it may want another one."""
    start, end = place.span.start, place.span.end
    if known.mention.is_case:
        return in_case_of(form, known.term.form, visible_text(place.prose[start:end]))
    if not known.mention.has_ending:
        return form
    word = tokenize(place.prose[start : end + 2 * LONGEST])[0].text
    ending = word[end - start :]
    ending = ending.lower() if word.isupper() else ending
    return form if takes_ending(checked.index, form, known.term.form, ending) else ""


def _form_for(place: Place, concept: Concept, term: Term) -> str:
    return (place.loud and in_capitals_of(concept, term.form)) or term.form
