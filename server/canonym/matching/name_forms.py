"""Tells which names a word of a draft is a form of, and which names it is not because it is one."""

from collections.abc import Iterator, Set

from canonym.index.termbase_index import Index
from canonym.languages import profile
from canonym.languages.derivation import MIN_WHOLE
from canonym.spelling.grammar import common_start

MIN_SHARED = 6
"""Least letters that a word shares with a name of which it seems to be another form."""
MAX_END = 3
"""Most letters after them."""
MOST_BEHIND = 16
"""Most letters behind a name that a longer word starts with."""


def starts(index: Index, folded: str) -> Iterator[str]:
    """Return the folded names with which a folded word starts."""
    heads = (folded[:end] for end in range(max(MIN_WHOLE, len(folded) - MOST_BEHIND), len(folded)))
    return (head for head in heads if index.word(head) is not None)


def is_form_of_any(index: Index, name: str, kin: Set[str]) -> bool:
    """Return whether a folded name is a form of one of ``kin``: what is a form of the one is of the other."""
    return (
        bool(kin)
        and (word := index.word(name)) is not None
        and any(is_form_of(index, form, other) for form in word.forms for other in kin)
    )


def is_form_of(index: Index, form: str, name: str) -> bool:
    """Return whether ``form`` is the folded ``name`` in another case or number, or a word made of it."""
    word = index.word(name)
    return word is not None and any(index.grammar.are_kin(form, other) for other in word.forms)


def farther_by_stem(index: Index, folded: str, names: Set[str]) -> set[str]:
    """Return the ``names`` that differ within the stem where a known name differs at the end alone.

    So it is in a language whose names take endings: Вучевићу is Вучевићем, not Вучићу.
    """
    if not profile(index.language).stemmer:
        return set()
    shared = [
        common_start(folded, name) for name in index.candidates(folded) if _ends_otherwise(folded, name)
    ]
    return {name for name in names if shared and common_start(folded, name) < max(shared) - 1}


def _ends_otherwise(folded: str, name: str) -> bool:
    shared = common_start(folded, name)
    ends = folded[shared:], name[shared:]
    return shared >= MIN_SHARED and min(map(len, ends)) > 0 and max(map(len, ends)) <= MAX_END
