"""Findings from the standing of known forms: deprecated by a person, or by the corpus."""

from collections.abc import Iterator

from canonym.checking.draft_reading import Reading
from canonym.checking.finding import Finding, Severity
from canonym.checking.finding_parts import counted, evidence_of, reference
from canonym.checking.suggestion import suggestion_for
from canonym.matching.mentions import Mention
from canonym.spelling.folding import joined
from canonym.termbase.concept import Concept, Origin, Term, TermStatus

LEARNED = 0.95
"""Confidence in what the corpus has outvoted: its articles were counted, nobody has decided."""
_WRONG = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)


def authored_deprecations(reading: Reading, severity: Severity) -> Iterator[Finding]:
    """Yield findings of ``deprecated-term``."""
    for mention, concept, term in _wrong_mentions(reading, Origin.AUTHORED):
        note = f": {term.note}" if term.note else f" ({concept.note})" if concept.note else ""
        message = f"“{mention.text}” is {term.status} in the termbase; use “{concept.terms[0].form}”{note}"
        yield from _finding(reading, mention, concept, message, severity)


def learned_variants(reading: Reading, severity: Severity) -> Iterator[Finding]:
    """Yield findings of ``variant-name`` for spellings that the corpus itself has outvoted."""
    for mention, concept, term in _wrong_mentions(reading, Origin.LEARNED):
        best = concept.terms[0]
        if joined(best.form) != joined(term.form):
            counts = f"{counted(best.articles, 'article')} of the corpus against {term.articles}"
            message = f"“{mention.text}” is another spelling of “{best.form}”: {counts}"
            yield from _finding(reading, mention, concept, message, severity)


def learned_forms(reading: Reading, severity: Severity) -> Iterator[Finding]:
    """Yield findings of ``term-form`` for forms of the same letters that the corpus itself has outvoted."""
    for mention, concept, term in _wrong_mentions(reading, Origin.LEARNED):
        best = concept.terms[0]
        if joined(best.form) == joined(term.form):
            counts = f"{counted(best.articles, 'article')} against {term.articles}"
            message = f"“{mention.text}” is mostly written “{best.form}” in the corpus: {counts}"
            yield from _finding(reading, mention, concept, message, severity)


def _wrong_mentions(reading: Reading, origin: Origin) -> Iterator[tuple[Mention, Concept, Term]]:
    for mention in reading.unsettled:
        concept, term = reading.index.best(mention.text)
        is_wrong = term.status in _WRONG and concept.origin is origin and concept.preferred
        if is_wrong and not _is_somebody_else(reading, mention, concept):
            yield mention, concept, term


def _is_somebody_else(reading: Reading, mention: Mention, concept: Concept) -> bool:
    """Tell whether the words beside a mention are another's: Masoud Barzani is no Massoud."""
    if any(
        never in " ".join((mention.beside[0], mention.text, mention.beside[1])).strip()
        for never in concept.never
    ):
        return True
    words = concept.terms[0].form.split()
    before = reading.index.leaders(joined(words[0]))
    behind = reading.index.followers(joined(words[-1]))
    pairs = ((mention.beside[0], before), (mention.beside[1], behind))
    strangers = [w for w, known in pairs if w and joined(w) not in known]
    friends = [w for w, known in pairs if w and joined(w) in known]
    if not strangers or friends:
        return False
    return concept.origin is Origin.LEARNED or (len(words) == 1 and _names_a_person(strangers))


def _names_a_person(words: list[str]) -> bool:
    from canonym.spelling import known_name, ordinary

    return any(known_name(joined(w)) and not ordinary(w.lower()) for w in words)


def _finding(
    reading: Reading, mention: Mention, concept: Concept, message: str, severity: Severity
) -> Iterator[Finding]:
    best = concept.terms[0]
    start, place = reading.place_at(mention.span)
    instead = suggestion_for(best.form, place, reading.apostrophe)
    if instead is None:
        return
    span = instead.shifted(start).span
    decided, quoted = concept.origin is Origin.AUTHORED, reading.is_quoted(span)
    if decided:
        rule, confidence = "deprecated-term", 1.0
    else:
        rule = "term-form" if joined(best.form) == joined(mention.text) else "variant-name"
        confidence = LEARNED
    yield Finding(
        rule=rule,
        span=span,
        text=instead.text,
        message=message,
        severity=severity,
        confidence=confidence,
        suggestions=(instead.new,),
        safe=decided and not quoted,
        concept=reference(concept),
        evidence=evidence_of(best),
        quoted=decided and quoted,
    )
