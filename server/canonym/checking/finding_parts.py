"""The parts that findings share: evidence, concept, the phrase that says why."""

from collections.abc import Iterable

from canonym.checking.finding import ConceptRef, Evidence
from canonym.index.concept_rows import Head
from canonym.index.memory import remembered
from canonym.index.termbase_index import Index, NameWord
from canonym.matching.draft_sentence import Spot
from canonym.matching.feature_result import Comparison
from canonym.termbase.concept import Concept, Term


def evidence_of(term: Term | None) -> Evidence:
    """Return what the corpus says for ``term``."""
    return Evidence(term.articles, term.frequency, term.attestations) if term else Evidence()


def reference(concept: Concept) -> ConceptRef:
    """Return how a finding names ``concept``."""
    return ConceptRef(concept.id, concept.preferred.form if concept.preferred else "")


def counted(number: int, noun: str) -> str:
    """Return ``1 article`` or ``2 articles``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def concept_at(name: NameWord, spot: Spot, index: Index) -> Concept:
    """Return the concept that a word at ``spot`` belongs to when it is ``name``.

    The longest name that fits the words beside it; else the word alone; else the best attested name with it.
    """
    concept = _concept_at(index, name.folded, spot.left, spot.right)
    assert concept is not None, "a word of names has a concept"
    return concept


@remembered(1 << 14)
def _concept_at(index: Index, folded: str, left: tuple[str, ...], right: tuple[str, ...]) -> Concept | None:
    run = (*reversed(left), folded, *right)

    def fit(head: Head) -> tuple[int, bool, int, str]:
        own = head.words
        inside = any(run[i : i + len(own)] == own for i in range(len(run)))
        return (len(own) if inside else 0, own == (folded,), head.articles, head.id)

    name = index.word(folded)
    return None if name is None else index.concept(max(index.heads(name), key=fit).id)


def strongest(comparisons: Iterable[Comparison]) -> str:
    """Return the reasons that speak for a match, the weightiest first, as a phrase."""
    good = sorted((c for c in comparisons if c.score > 0 and c.reason), key=lambda c: -c.score)
    return "; ".join(c.reason for c in good[:2])
