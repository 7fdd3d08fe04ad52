"""Stems of words by the stemmers of Snowball, for languages whose names take endings.

A small corpus shows few endings; a stemmer knows them from a grammar. Where names take no endings (English,
French, Italian, Spanish) the profile names none: it would cut off last vowels, in which spellings differ.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Protocol

from canonym.languages.known_profiles import profile


class _Stemmer(Protocol):
    def stemWord(self, word: str, /) -> str: ...  # noqa: N802 (a name of the library)


def have_one_stem(a: str, b: str, tag: str) -> bool:
    """Return whether the stemmer of a language makes one stem of two words, or one of them from the other.

    Args:
        a: A word in small letters.
        b: Another one.
        tag: The language, a BCP 47 tag. If it has no stemmer the answer is no.
    """
    found = _stemmer(tag)
    if found is None:
        return False
    stem = found().stemWord  # it holds its word, so each thread needs its own
    return not {a, stem(a)}.isdisjoint((b, stem(b)))


@cache
def _stemmer(tag: str) -> Callable[[], _Stemmer] | None:
    """Return the class of the stemmer of a language.

    The function of the library that looks for it takes PyStemmer in its place, where some version of that is.
    """
    name = profile(tag).stemmer
    if not name:
        return None
    found: Callable[[], _Stemmer] = vars(import_module(f"snowballstemmer.{name}_stemmer"))[
        f"{name.title()}Stemmer"
    ]
    return found
