"""Decides whether a word may stand beside another in one name, also shortened or in another order."""

from collections.abc import Mapping
from enum import StrEnum
from itertools import islice

from canonym.index.memory import remembered
from canonym.index.termbase_index import Index, NameWord
from canonym.languages import ordinary
from canonym.matching.draft_sentence import Spot
from canonym.spelling import known_name, same_spelling
from canonym.spelling.string_similarity import alike

MAX_NAMES = 60
"""Most names of one word that are searched for a more distant word."""
MAX_NEIGHBOURS = 200
"""Most neighbours of a name in the corpus that are searched for another spelling of the draft's neighbour."""
MIN_SIMILARITY = 0.75
"""Least Jaro-Winkler similarity of neighbours that are aligned."""
MIN_SPELLING = 0.6
"""Least probability by letters of another spelling of a neighbour."""


class Company(StrEnum):
    """What the neighbours of a word say about its being a word of a certain name."""

    ALONE = "alone"
    """There are none."""
    KIN = "kin"
    """The corpus has one of them there."""
    ALIKE = "alike"
    """One of them may be another spelling of a neighbour in the corpus."""
    STRANGER = "stranger"
    """One of them is known as a name, but never beside this one."""
    UNKNOWN = "unknown"
    """Nothing is known of them."""


def company_of(spot: Spot, name: NameWord, index: Index) -> Company:
    """Return the company at ``spot``, if the word there is ``name``."""
    sides = ((spot.left[:1], index.leaders(name.folded)), (spot.right[:1], index.followers(name.folded)))
    beside = [(word, known) for words, known in sides for word in words]
    if not beside:
        return Company.ALONE
    if any(is_kin(word, name, known, index) for word, known in beside):
        return Company.KIN
    if any(_is_alike(word, known) for word, known in beside):
        return Company.ALIKE
    if any(known_name(word) > 0 and not ordinary(word, index.language) for word, _ in beside):
        return Company.STRANGER
    return Company.UNKNOWN


def _is_alike(word: str, neighbours: Mapping[str, int]) -> bool:
    some = tuple(islice(neighbours, MAX_NEIGHBOURS))
    return any(same_spelling(word, n) >= MIN_SPELLING for n in alike(word, some, MIN_SIMILARITY))


def is_kin(word: str, name: NameWord, neighbours: Mapping[str, int], index: Index) -> bool:
    """Return whether the folded ``word`` belongs to a name that contains ``name``.

    Args:
        word: The word in the draft; one letter is an initial.
        name: The word of names beside it.
        neighbours: The neighbours of ``name`` on this side in the corpus.
        index: The termbase.

    It belongs if the corpus has it there, or if it is the initial of a word there. It also belongs if a name
    has both words at any distance (without a middle name) and in any order (surname first).
    """
    if word in neighbours:
        return True
    if len(word) == 1:
        return any(neighbour.startswith(word) for neighbour in neighbours)
    return word in _words_beside(index, name.folded)


# Brings 2.3 and 1.9 % of a keystroke in a short and a long draft; emptied by Memory.begin.
@remembered(1 << 11)
def _words_beside(index: Index, folded: str) -> frozenset[str]:
    """Return all words of the names that contain a word, with the word itself."""
    name = index.word(folded)
    some = islice(index.heads(name), MAX_NAMES) if name is not None else ()
    return frozenset(word for head in some for word in head.words)
