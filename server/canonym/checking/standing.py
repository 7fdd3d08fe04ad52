"""Findings from the standing of known forms: deprecated by a person, or by the corpus."""

from collections.abc import Iterator

from canonym.checking.finding import Finding, Severity
from canonym.checking.reading import Reading
from canonym.checking.wording import counted, evidence_of, in_case_of, reference
from canonym.matching.index import joined
from canonym.matching.recognition import Mention
from canonym.termbase.model import Concept, Origin, Term, TermStatus

_WRONG = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)


def authored_deprecations(reading: Reading, severity: Severity) -> Iterator[Finding]:
    """Yield findings of ``deprecated-term``."""
    for mention, concept, term in _wrong_mentions(reading, Origin.AUTHORED):
        note = f": {term.note}" if term.note else f" ({concept.note})" if concept.note else ""
        message = f"“{mention.text}” is {term.status} in the termbase; use “{concept.terms[0].form}”{note}"
        yield _finding(reading, mention, concept, "deprecated-term", severity, message, 1.0)


def learned_variants(reading: Reading, severity: Severity) -> Iterator[Finding]:
    """Yield findings of ``variant-name`` for forms that the corpus itself has outvoted."""
    for mention, concept, term in _wrong_mentions(reading, Origin.LEARNED):
        best = concept.terms[0]
        message = (
            f"“{mention.text}” is another spelling of “{best.form}”: {counted(best.articles, 'article')} of the corpus"
            f" against {term.articles}"
        )
        yield _finding(reading, mention, concept, "variant-name", severity, message, 0.95)


def _wrong_mentions(reading: Reading, origin: Origin) -> Iterator[tuple[Mention, Concept, Term]]:
    for mention in reading.mentions:
        concept, term = reading.index.terms(mention.text)[0]
        if term.status in _WRONG and concept.origin is origin and concept.preferred:
            if not _is_somebody_else(reading, mention, concept):
                yield mention, concept, term


def _is_somebody_else(reading: Reading, mention: Mention, concept: Concept) -> bool:
    """Tell whether the words beside a mention are of no name of this concept: Masoud Barzani is no Massoud."""
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
    return (
        (bool(strangers)
        and not friends
        and concept.origin is Origin.LEARNED)
        or bool(strangers and not friends and len(words) == 1 and _names_a_person(reading, strangers))
    )


def _names_a_person(reading: Reading, words: list[str]) -> bool:
    from canonym.matching.spelling import known_name, ordinary

    return any(known_name(joined(w)) and not ordinary(w.lower()) for w in words)


def _finding(
    reading: Reading,
    mention: Mention,
    concept: Concept,
    rule: str,
    severity: Severity,
    message: str,
    confidence: float,
) -> Finding:
    text = mention.span.of(reading.document.text)
    return Finding(
        rule=rule,
        span=mention.span,
        text=text,
        message=message,
        severity=severity,
        confidence=confidence,
        suggestions=(in_case_of(concept.terms[0].form, text),),
        safe=not reading.is_quoted(mention.span),
        concept=reference(concept),
        evidence=evidence_of(concept.terms[0]),
    )
