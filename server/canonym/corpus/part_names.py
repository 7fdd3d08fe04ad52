"""Links part names to full names: Massoud to Ahmad Massoud and Ahmad Shah Massoud."""

from collections import defaultdict

from canonym.spelling.folding import joined
from canonym.termbase.concept import Concept
from canonym.text.tokens import tokenize

MAX_FULL_NAMES = 12
"""Most full names of one part name. The best attested are kept."""


def with_full_names(concepts: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """Return ``concepts``, where each of one word has the ids of the longer names that contain it."""
    longer: dict[str, list[Concept]] = defaultdict(list)
    found = [(concept, _words(concept)) for concept in concepts]
    for concept, words in found:
        if len(words) > 1:
            for word in set(words):
                longer[word].append(concept)
    return tuple(_with_full_names(concept, words, longer) for concept, words in found)


def _with_full_names(concept: Concept, words: list[str], longer: dict[str, list[Concept]]) -> Concept:
    if len(words) != 1 or words[0] not in longer:
        return concept
    ranked = sorted(longer[words[0]], key=lambda c: (-c.terms[0].articles, -c.terms[0].frequency, c.id))
    return concept._replace(parts=tuple(c.id for c in ranked[:MAX_FULL_NAMES]))


def _words(concept: Concept) -> list[str]:
    return [joined(t.text) for t in tokenize(concept.terms[0].form)]
