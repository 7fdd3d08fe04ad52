"""Finds the words of a draft in a script without spaces, by the names and words of a termbase alone.

Known words come first, the longest each time. Letters between them that no known word has, with the names
that touch them, may be a name in another spelling. What of them is most like a known name is a word.
"""

from collections.abc import Iterator, Sequence, Set
from itertools import groupby
from typing import Protocol

from canonym.index.name_word import NameWord
from canonym.languages.foreign_names import USUAL, foreign_signs
from canonym.spelling.string_similarity import alike, similarity_of
from canonym.text.joining.joined_writing import unspaced_words
from canonym.text.joining.unspaced import is_kana
from canonym.text.span import Span

MIN_SIMILARITY = 0.8
"""Least similarity to a known name, romanised."""
MIN_SHARED = 0.3
"""Least share of letters that both have."""
LONGEST = 8
"""Most letters of a name that is looked for."""


class Index(Protocol):
    """What is asked of a termbase."""

    language: str

    def has(self, form: str) -> bool:
        """Return whether a name has exactly this form."""

    def is_ordinary(self, word: str) -> bool:
        """Return whether the corpus has ``word``, and it is no name."""

    def candidates(self, form: str) -> set[str]:
        """Return the folded names that share a key with ``form``."""

    def word(self, folded: str) -> NameWord | None:
        """Return the word of names that folds to ``folded``."""


def words_of_unspaced(index: Index, text: str) -> tuple[Span, ...]:
    """Return the places of the words in ``text``."""
    found = unspaced_words(text, lambda word: index.has(word) or index.is_ordinary(word))
    return tuple(_mended(index, text, found))


def _mended(index: Index, text: str, found: Sequence[Span]) -> Iterator[Span]:
    def is_open(place: Span) -> bool:
        word = place.of(text)
        return not is_kana(word) and (len(word) == 1 or index.has(word))

    for opened, group in groupby(found, is_open):
        places = list(group)
        if opened and any(end - start == 1 for start, end in places):
            yield from _parted(index, text, places)
        else:
            yield from places


def _parted(index: Index, text: str, places: Sequence[Span]) -> list[Span]:
    """Return the words of a stretch: what is most like a name, then what else is, and the rest as it was."""
    taken = bytearray(places[-1].end)
    found: list[Span] = []
    for _, window in sorted(_rated(index, text, Span(places[0].start, places[-1].end)), reverse=True):
        if not any(taken[window.start : window.end]):
            taken[window.start : window.end] = b"\1" * (window.end - window.start)
            found.append(window)
    found += (place for place in places if not any(taken[place.start : place.end]))
    return sorted(found)


def _rated(index: Index, text: str, stretch: Span) -> Iterator[tuple[float, Span]]:
    """Yield what in a stretch may be another spelling of a name, with how like it is to that."""
    start, end = stretch
    signs, usual = foreign_signs(index.language), foreign_signs(index.language, USUAL)
    for at in range(start, end - 1):
        if at > start and text[at - 1] in usual:
            continue
        for stop in range(at + 2, min(at + LONGEST, end) + 1):
            form = text[at:stop]
            ends = stop == end or text[stop] not in usual
            may_name = ends and _may_name(form, signs) and not index.has(form)
            if may_name and (likeness := _likeness(index, form)):
                yield likeness, Span(at, stop)


def _may_name(form: str, signs: Set[str]) -> bool:
    """Return whether a stretch may be a name by its signs, where these are known. One of many may be rare."""
    return sum(sign not in signs for sign in form) <= (len(form) > 2) if signs else len(form) > 2


def _likeness(index: Index, form: str) -> float:
    """Return how like ``form`` is to the name that is most like it; 0 if to none."""
    best = 0.0
    for name in alike(form, index.candidates(form), MIN_SIMILARITY):
        word = index.word(name)
        for known in word.forms if word is not None else ():
            shared = len(set(known) & set(form)) / max(len(known), len(form))
            if shared >= MIN_SHARED and known not in form and form not in known:
                best = max(best, similarity_of(form, name) + shared)
    return best
