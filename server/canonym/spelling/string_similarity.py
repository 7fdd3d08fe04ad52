"""How alike two words are, letter by letter: the fast first pass before any alignment.

The measure is Jaro's with Winkler's bonus for a common start (Winkler 1990).
"""

from collections.abc import Collection, Iterator, Set
from functools import lru_cache
from heapq import nlargest

from jellyfish import jaro_winkler_similarity

from canonym.spelling.folding import joined

MANY = 48
"""From this many names on, rapidfuzz is worth its 8 ms of loading: it is eight times as fast on a list."""

_MARGIN = 1e-3


# Brings 1.0 and 0.1 % of a keystroke in a short and a long draft; emptied by forget_words.
@lru_cache(maxsize=1 << 14)
def similarity_of(form: str, name: str) -> float:
    """Return the similarity of the letters of ``form`` and of a folded name, 0 to 1."""
    return jaro_winkler_similarity(joined(form), name)


def alike(form: str, names: Collection[str], least: float) -> Iterator[str]:
    """Yield the folded ``names`` whose similarity to ``form`` is at least ``least``, in their order.

    Args:
        form: A word in its written form.
        names: Folded words; a mapping counts as its keys.
        least: The least similarity, 0 to 1.
    """
    if len(names) < MANY or not joined(form):
        return (name for name in names if similarity_of(form, name) >= least)
    return _alike_of_many(joined(form), names, least)


def most_similar(
    form: str, names: Collection[str], most: int, first: Set[str] = frozenset()
) -> Collection[str]:
    """Return those of the folded ``names`` that are most like ``form``; all where they are few.

    Args:
        form: A word as it is written.
        names: Folded words.
        most: How many are returned at most.
        first: Names that go before all others, however alike they are.
    """
    if len(names) <= most:
        return names
    letters = joined(form)
    return nlargest(most, names, lambda name: (name in first, jaro_winkler_similarity(letters, name), name))


def _alike_of_many(folded: str, names: Collection[str], least: float) -> Iterator[str]:
    from rapidfuzz.distance import JaroWinkler
    from rapidfuzz.process import extract  # extract_iter leaves a reference cycle that holds the names

    # rapidfuzz would compare the values of a mapping. It may score a name just below its own cutoff.
    scorer, choices = JaroWinkler.similarity, tuple(names)
    found = extract(folded, choices, scorer=scorer, processor=None, score_cutoff=least - _MARGIN, limit=None)
    return (name for name, likeness, _ in sorted(found, key=_place) if likeness >= least)


def _place(found: tuple[str, float, int]) -> int:
    return found[2]
