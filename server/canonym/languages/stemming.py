"""Stems of words by the stemmers of Snowball, for languages whose names take endings.

A small corpus shows few endings; a stemmer knows them from a grammar. Where names take no endings (English,
French, Italian, Spanish) the profile names none: it would cut off last vowels, in which spellings differ.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Protocol
from unicodedata import combining, normalize

from canonym.languages.known_profiles import profile


class _Stemmer(Protocol):
    def stemWord(self, word: str, /) -> str: ...  # noqa: N802 (a name of the library)


def have_one_stem(a: str, b: str, tag: str) -> bool:
    """Return whether the stemmer of a language makes one stem of two words, or one of them from the other.

    What it removes must be endings: both words begin with the same letters up to there, but for marks
    (Umsatz, Umsätze). A stemmer that writes ö for oe, or je for ije, says nothing of names, whose spellings
    differ so.

    Args:
        a: A word in small letters.
        b: Another one.
        tag: The language, a BCP 47 tag. If it has no stemmer the answer is no.
    """
    found = _stemmer(tag)
    if found is None:
        return False
    stem = found().stemWord  # it holds its word, so each thread needs its own
    shared = {a, stem(a)} & {b, stem(b)}
    spellings = [(a, b)]
    if _bare(a) != _bare(b):  # then not the marks alone tell them apart
        spellings.append((_bare(a), _bare(b)))
    sizes = {len(_bare(known)) for known in shared}
    return any(one[:size] == other[:size] for one, other in spellings for size in sizes)


def _bare(word: str) -> str:
    """Return a word without marks, with ss for ß, as some stemmers write it."""
    parted = normalize("NFD", word.casefold())
    return "".join(letter for letter in parted if not combining(letter))


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
