"""Cuts apart what a draft writes as one, by the names and words of a termbase and by what its corpus joins.

A word that the corpus has is one. Else the longest known word in it counts, if all before and behind it is
what the language joins to such words. Where nothing is known, a name that is spelt alike decides.
"""

from collections.abc import Sequence
from typing import Protocol

from canonym.index import unspaced_words
from canonym.index.memory import Memory, remembered
from canonym.languages import language
from canonym.spelling.folding import joined
from canonym.spelling.grammar import Grammar, pair
from canonym.spelling.string_similarity import alike, similarity_of
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.joining.joined_writing import are_words, stems
from canonym.text.joining.unspaced import is_unspaced
from canonym.text.span import Span

OTHER_START = 0.1
"""What another first letter takes from a similarity."""
MIN_SIMILARITY = 0.85
"""Least similarity of a name by which an unknown word is cut."""


class _Index(unspaced_words.Index, Protocol):
    memory: Memory
    grammar: Grammar


class JoinedWords:
    """Finds the words in what is written as one. It is called with that, and returns their places.

    Args:
        index: The index of the termbase.
    """

    def __init__(self, index: _Index) -> None:
        self._index = index

    def __call__(self, word: str) -> Sequence[Span]:
        """Return the places of the words in what is written as one."""
        return _cut(self._index, word)


@remembered(1 << 14)
def _cut(index: _Index, word: str) -> tuple[Span, ...]:
    if is_unspaced(word):
        return unspaced_words.words_of_unspaced(index, word)
    return (_without_joined(index, word),)


def _without_joined(index: _Index, word: str) -> Span:
    """Return the place of the word to which the rest is joined."""
    whole = Span(0, len(word))
    if _is_known(index, word):
        return whole
    places = _places(index, word)
    for place in places:
        if _is_known(index, place.of(word)):
            return place
    best, most = whole, max(MIN_SIMILARITY, _similarity(index, word))
    for place in places:
        found = _similarity(index, place.of(word))
        if found > most:
            best, most = place, found
    return best


def _is_known(index: _Index, word: str) -> bool:
    return index.has(plain(word)) or index.is_ordinary(word)


def _places(index: _Index, word: str) -> list[Span]:
    """Return where a word may stand that all the rest is joined to, in this language or in its corpus."""
    grammar, known = index.grammar, language(index.language)

    def is_joined_before(start: str) -> bool:
        pairs = grammar.beginnings.get(pair("", start[::-1]), "")
        return bool(pairs) or are_words(start, known.joined_before)

    def is_joined_behind(end: str) -> bool:
        return bool(grammar.endings.get(pair("", end), "")) or are_words(end, known.joined_behind)

    return stems(word, is_joined_before, is_joined_behind)


def _similarity(index: _Index, form: str) -> float:
    """Return how alike the name is that is most like ``form``. Few spellings start in another way."""
    start = joined(form)[:1]
    near = alike(form, index.candidates(form), MIN_SIMILARITY)
    return max((similarity_of(form, name) - OTHER_START * (name[:1] != start) for name in near), default=0.0)
