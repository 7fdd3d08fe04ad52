"""Whether a word may stand beside another in one name, be the name shortened or turned round."""

from collections.abc import Mapping
from itertools import islice

from canonym.matching.index import Index, NameWord, joined
from canonym.text.tokens import tokenize

MAX_NAMES = 60
"""Names of one word that are looked through for one that stands further away in them."""


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
    some = islice(index.concepts_with(name), MAX_NAMES)
    return any(word == joined(t.text) for concept in some for t in tokenize(concept.terms[0].form))
