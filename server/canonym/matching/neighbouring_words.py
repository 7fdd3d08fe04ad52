"""Whether a word may stand beside another in one name, be the name shortened or turned round."""

from collections.abc import Mapping
from enum import StrEnum
from itertools import islice

from canonym.index.memory import remembered
from canonym.index.termbase_index import Index, NameWord
from canonym.matching.draft_sentence import Spot
from canonym.spelling import known_name, ordinary, same_spelling
from canonym.spelling.string_similarity import alike

MAX_NAMES = 60
"""Names of one word that are looked through for one that stands further away in them."""
MAX_NEIGHBOURS = 200
"""Neighbours of a name in the corpus that are looked through for one that is spelt like the draft's."""
MIN_LIKENESS = 0.75
"""Jaro-Winkler likeness below which a neighbour is not aligned."""
MIN_SPELLING = 0.6
"""Probability by letters alone from which a neighbour is another spelling of the corpus's."""


class Company(StrEnum):
    """What the words right beside a draft's word say of its being a word of a certain name."""

    ALONE = "alone"
    """There are none."""
    KIN = "kin"
    """The corpus has one of them there."""
    ALIKE = "alike"
    """One of them may be another spelling of what the corpus has there."""
    STRANGER = "stranger"
    """One of them is known as a name, and never beside this one."""
    UNKNOWN = "unknown"
    """Nothing is known of them."""


def company_of(spot: Spot, name: NameWord, index: Index) -> Company:
    """Return what stands beside ``spot``, if the word there is meant for ``name``."""
    sides = ((spot.left[:1], index.leaders(name.folded)), (spot.right[:1], index.followers(name.folded)))
    beside = [(word, known) for words, known in sides for word in words]
    if not beside:
        return Company.ALONE
    if any(is_kin(word, name, known, index) for word, known in beside):
        return Company.KIN
    if any(_is_alike(word, known) for word, known in beside):
        return Company.ALIKE
    if any(known_name(word) > 0 and not ordinary(word) for word, _ in beside):
        return Company.STRANGER
    return Company.UNKNOWN


def _is_alike(word: str, neighbours: Mapping[str, int]) -> bool:
    some = tuple(islice(neighbours, MAX_NEIGHBOURS))
    return any(same_spelling(word, n) >= MIN_SPELLING for n in alike(word, some, MIN_LIKENESS))


def is_kin(word: str, name: NameWord, neighbours: Mapping[str, int], index: Index) -> bool:
    """Tell whether the folded ``word`` belongs to a name that ``name`` is a word of.

    Args:
        word: The word in the draft; one letter is an initial.
        name: The word of names beside it.
        neighbours: What the corpus has on this side of ``name``.
        index: The termbase.

    It does when the corpus has it there, when it is the initial of a word there, and when a name has
    both, however far apart (a middle name was dropped) and in whatever order (surname first).
    """
    if word in neighbours:
        return True
    if len(word) == 1:
        return any(neighbour.startswith(word) for neighbour in neighbours)
    return word in _words_beside(index, name.folded)


@remembered(1 << 11)
def _words_beside(index: Index, folded: str) -> frozenset[str]:
    """Return the words of the names that have a word, itself among them."""
    name = index.word(folded)
    some = islice(index.heads(name), MAX_NAMES) if name is not None else ()
    return frozenset(word for head in some for word in head.words)
