"""Changes of a stem that go with an ending: budynek, budynku; Land, Länder; отец, отца.

A vowel before the last consonants of the stem goes, comes or becomes another one, and the ending is another.
A change is written with a star for the consonants: `e*` and `*u`. A change without another ending is one of
spelling (Kiernan, Kieran).
"""

from collections.abc import Iterator
from functools import cache

from canonym.spelling.folding import fold

MOST_AFTER = 3
"""Most letters between the change and the ending."""
MOST_ENDING = 3
"""Most letters of the ending."""
STAR = "*"


@cache
def may_change(letter: str) -> bool:
    """Return whether a letter is a vowel, or softens a consonant, by its Latin letters."""
    return not letter or letter in "ьъ" or fold(letter)[:1] in tuple("aeiouy")


@cache
def is_consonant(letter: str) -> bool:
    """Return whether a letter is a consonant by its Latin letters."""
    return letter.isalpha() and not may_change(letter)


def changes(a: str, b: str) -> Iterator[tuple[str, str]]:
    """Yield what may have changed in two ends of one stem, as ``a`` and ``b`` are written with a star.

    Args:
        a: What follows the letters that both words begin with.
        b: The same of the other word.
    """
    for first in ("", a[:1]):
        for second in ("", b[:1]):
            if first != second and may_change(first) and may_change(second):
                mine, theirs = a[len(first) :], b[len(second) :]
                for size in range(1, _shared(mine, theirs) + 1):
                    ends = mine[size:], theirs[size:]
                    if ends[0] != ends[1] and max(map(len, ends)) <= MOST_ENDING:
                        yield f"{first}{STAR}{ends[0]}", f"{second}{STAR}{ends[1]}"


def _shared(a: str, b: str) -> int:
    """Return how many consonants both begin with."""
    size = 0
    for one, other in zip(a[:MOST_AFTER], b[:MOST_AFTER], strict=False):
        if one != other or not is_consonant(one):
            break
        size += 1
    return size
