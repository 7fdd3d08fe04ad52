"""Findings about known wrong forms: a person deprecated them, or the corpus outvoted them."""

from collections.abc import Iterator

from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.finding import Finding, Severity
from canonym.checking.finding_parts import evidence_of, reference
from canonym.checking.fixes.style_of_place import Place, suggestion_for
from canonym.checking.known_forms import KnownForm
from canonym.checking.right_forms import in_capitals_of, takes_ending
from canonym.spelling.grammar import LONGEST
from canonym.termbase.concept import Concept, Term
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
        is_doubtful = known.mention.has_ending or known.mention.is_shouted
        is_clear = len(finding.suggestions) == 1 and not is_doubtful
        yield finding._replace(safe=is_clear and not quoted, quoted=quoted)


def _finding(
    checked: DraftUnderCheck, known: KnownForm, rule: str, message: str, severity: Severity
) -> Finding | None:
    start, place = checked.place_at(known.mention.span)
    forms = [_form_for(place, known.concept, term) for term in known.right]
    offered = [suggestion_for(form, place, checked.apostrophe) for form in forms]
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
            for one in offered
            if one is not None and one.span == instead.span and _fits(checked, known, place, one.form)
        ),
        concept=reference(known.concept),
        evidence=evidence_of(known.best),
    )


def _fits(checked: DraftUnderCheck, known: KnownForm, place: Place, form: str) -> bool:
    """Return whether the ending that stands behind a mention may stay behind a right form."""
    if not known.mention.has_ending:
        return True
    start, end = place.span.start, place.span.end
    word = tokenize(place.prose[start : end + 2 * LONGEST])[0].text
    ending = word[end - start :]
    ending = ending.lower() if word.isupper() else ending
    return takes_ending(checked.index, form, known.term.form, ending)


def _form_for(place: Place, concept: Concept, term: Term) -> str:
    return (place.loud and in_capitals_of(concept, term.form)) or term.form
