"""The parts that findings share: evidence, concept, and the phrase with the reason."""

from collections.abc import Iterable

from canonym.checking.finding import ConceptRef, Evidence
from canonym.matching.feature_result import Comparison
from canonym.termbase.concept import Concept, Term


def evidence_of(term: Term | None) -> Evidence:
    """Return the corpus evidence for ``term``."""
    return Evidence(term.articles, term.frequency, term.attestations) if term else Evidence()


def reference(concept: Concept) -> ConceptRef:
    """Return the reference of a finding to ``concept``."""
    elsewhere = tuple(f"{link.language}: {link.form}" for link in concept.links)
    return ConceptRef(concept.id, concept.preferred.form if concept.preferred else "", elsewhere)


def counted(number: int, noun: str) -> str:
    """Return ``1 article`` or ``2 articles``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def strongest(comparisons: Iterable[Comparison]) -> str:
    """Return the reasons for a match, the strongest first, as a phrase."""
    good = sorted((c for c in comparisons if c.score > 0 and c.reason), key=lambda c: -c.score)
    return "; ".join(c.reason for c in good[:2])
