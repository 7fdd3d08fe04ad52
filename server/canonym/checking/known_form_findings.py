"""Findings about known wrong forms: a person deprecated them, or the corpus outvoted them."""

from collections.abc import Iterator

from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.finding import Finding, Severity
from canonym.checking.finding_parts import evidence_of, reference
from canonym.checking.fixes.style_of_place import suggestion_for
from canonym.languages import ordinary
from canonym.matching.mentions import Mention
from canonym.spelling import known_name
from canonym.spelling.folding import joined
from canonym.termbase.concept import Concept, Origin, Term, TermStatus
from canonym.text.values import NamedTuple

LEARNED = 0.95
"""Confidence in forms that the corpus outvoted: articles were counted, but nobody decided."""
_WRONG = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)


class KnownForm(NamedTuple):
    """A mention of a known wrong form.

    Attributes:
        mention: The mention.
        concept: Its concept.
        term: The form.
    """

    mention: Mention
    concept: Concept
    term: Term

    @property
    def best(self) -> Term:
        """The right form."""
        return self.concept.terms[0]

    @property
    def has_same_letters(self) -> bool:
        """Return whether it has the letters of the best form, and differs only in case, marks or signs."""
        return joined(self.best.form) == joined(self.term.form)


def wrong_forms(checked: DraftUnderCheck, origin: Origin) -> Iterator[KnownForm]:
    """Yield the mentions of forms that a person deprecated, or that the corpus outvoted."""
    for mention in checked.unsettled:
        concept, term = checked.index.best(mention.text)
        is_wrong = term.status in _WRONG and concept.origin is origin and concept.preferred
        if is_wrong and not _is_somebody_else(checked, mention, concept):
            yield KnownForm(mention, concept, term)


def _is_somebody_else(checked: DraftUnderCheck, mention: Mention, concept: Concept) -> bool:
    """Return whether the words beside a mention name somebody else: Masoud Barzani is not Massoud."""
    if any(
        never in " ".join((mention.beside[0], mention.text, mention.beside[1])).strip()
        for never in concept.never
    ):
        return True
    words = concept.terms[0].form.split()
    before = checked.index.leaders(joined(words[0]))
    behind = checked.index.followers(joined(words[-1]))
    pairs = ((mention.beside[0], before), (mention.beside[1], behind))
    strangers = [w for w, known in pairs if w and joined(w) not in known]
    friends = [w for w, known in pairs if w and joined(w) in known]
    if not strangers or friends:
        return False
    return concept.origin is Origin.LEARNED or (
        len(words) == 1 and _names_a_person(strangers, checked.index.language)
    )


def _names_a_person(words: list[str], tag: str) -> bool:
    return any(known_name(joined(w)) and not ordinary(w.lower(), tag) for w in words)


def outvoted_form(
    checked: DraftUnderCheck, known: KnownForm, rule: str, message: str, severity: Severity
) -> Iterator[Finding]:
    """Yield the finding of a form that the corpus outvoted. It is never safe, because nobody decided."""
    if (finding := _finding(checked, known, rule, message, severity)) is not None:
        yield finding._replace(confidence=LEARNED)


def decided_form(
    checked: DraftUnderCheck, known: KnownForm, rule: str, message: str, severity: Severity
) -> Iterator[Finding]:
    """Yield the finding of a form that a person decided. It is safe outside of quotations."""
    if (finding := _finding(checked, known, rule, message, severity)) is not None:
        quoted = checked.is_quoted(finding.span)
        yield finding._replace(safe=not quoted, quoted=quoted)


def _finding(
    checked: DraftUnderCheck, known: KnownForm, rule: str, message: str, severity: Severity
) -> Finding | None:
    start, place = checked.place_at(known.mention.span)
    instead = suggestion_for(known.best.form, place, checked.apostrophe)
    if instead is None:
        return None
    return Finding(
        rule=rule,
        span=instead.shifted(start).span,
        text=instead.text,
        message=message,
        severity=severity,
        suggestions=(instead.new,),
        concept=reference(known.concept),
        evidence=evidence_of(known.best),
    )
