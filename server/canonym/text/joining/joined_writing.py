"""Words that a script without capitals writes as one: particles and articles joined to a name.

Who knows the words of a text cuts them apart, by a ``Cut`` that its document carries. What is cut off is
left out, so that everything above sees the words alone, in their places.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from unicodedata import category, normalize

from canonym.text.apostrophes_and_ligatures import APOSTROPHES
from canonym.text.document import Cut
from canonym.text.joining.unspaced import stretches
from canonym.text.span import Span
from canonym.text.tokens import Token, is_caseless

LONGEST_BEFORE = 4
"""Most letters that are joined before a word: Arabic has four, wa-bi-l-."""
LONGEST_BEHIND = 5
"""Most letters that are joined behind a word."""
LONGEST_UNSPACED = 12
"""Most letters of a word in a script without spaces."""
LEAST = 3
"""Least letters of a word that something is joined to. A syllable of Hangul counts its letters."""


def parted(tokens: Iterable[Token], cut: Cut) -> Iterator[Token]:
    """Yield the words in ``tokens``, where ``cut`` knows some that are written as one."""
    for token in tokens:
        if token.text.isascii():
            yield token
        else:
            yield from _parted(token, cut)


def _parted(token: Token, cut: Cut) -> Iterator[Token]:
    """Yield the words of a token. Letters of a script without capitals begin a word behind others."""
    text = token.text
    border = 0 if is_caseless(text) else next((n for n, c in enumerate(text) if is_caseless(c)), len(text))
    if border:
        yield Token(token.start, text[:border].rstrip(APOSTROPHES))
    if border < len(text):
        for start, end in cut(text[border:]):
            yield Token(token.start + border + start, text[border + start : border + end])


def unspaced_words(text: str, is_word: Callable[[str], bool]) -> tuple[Span, ...]:
    """Return the places of the words in ``text`` of a script without spaces, each the longest known one.

    A letter that begins no known word stands by itself.
    """
    found: list[Span] = []
    at = 0
    for start, end, many in stretches(text):
        at = max(at, start)  # a known word may run into the next script
        while at < end:
            least = at + 1 if many else end
            ends = range(min(at + LONGEST_UNSPACED, len(text)), least, -1)
            stop = next((stop for stop in ends if is_word(text[at:stop])), least)
            if any(map(str.isalnum, text[at:stop])):
                found.append(Span(at, stop))
            at = stop
    return tuple(found)


def stems(
    word: str, is_joined_before: Callable[[str], object], is_joined_behind: Callable[[str], object]
) -> list[Span]:
    """Return where a word may stand that something else is joined to, the longest first, without the whole.

    Args:
        word: What is written as one.
        is_joined_before: Tells of its start whether it may be joined before a word.
        is_joined_behind: Tells the same of its end, without an apostrophe before that.
    """
    size = len(word)
    most = size - 1
    starts = [k for k in range(1, min(LONGEST_BEFORE, most) + 1) if is_joined_before(word[:k])]
    shortest = max(size - LONGEST_BEHIND, 1)
    ends = [k for k in range(most, shortest - 1, -1) if is_joined_behind(word[k:].lstrip(APOSTROPHES))]
    if not starts and not ends:
        return []
    places = [
        Span(start, end)
        for start in (0, *starts)
        for end in (size, *ends)
        if start < end and end - start < size and _may_be_cut(word, start) and _may_be_cut(word, end)
    ]
    places.sort(key=lambda span: (span.start - span.end, span.start))
    return [place for place in places if is_long_enough(place.of(word))]


# Without it learning takes 8 % more CPU in Arabic; few different beginnings and endings are asked about.
@lru_cache(1 << 12)
def are_words(text: str, words: frozenset[str]) -> bool:
    """Return whether ``text`` is one or more of ``words``, written as one."""
    return any(
        text == word or (text.startswith(word) and are_words(text[len(word) :], words)) for word in words
    )


def is_long_enough(word: str) -> bool:
    """Return whether something may be joined to ``word``."""
    return len(word) > 1 and len(normalize("NFD", word) if word > "\uabff" else word) >= LEAST


def _may_be_cut(word: str, place: int) -> bool:
    """Return whether no cluster of a letter and its marks is torn there, and no apostrophe is left behind."""
    if place == len(word):
        return True
    return not category(word[place]).startswith("M") and (not place or word[place - 1] not in APOSTROPHES)
