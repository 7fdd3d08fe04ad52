"""Counts what stands before the capitalised words of an article, if it has many of them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.names import Run
from canonym.text.sentences import Sentence

MANY = 0.25
"""Share of words in capitalised runs. Where nouns are small, one article in twenty has so many."""
SHORT = 4
"""Most letters of a word that is counted as it is. Of longer ones the end counts: most are adjectives."""
END = 2
"""Letters of such an end."""
OPENS = "^"
"""Stands for nothing: the word opens its sentence."""
CAPITAL = "A"
"""Stands for any capitalised word."""


BEFORE_CAPITAL = "B"
"""Stands for a capitalised word on the other side."""


class Openings:
    """The sentences of an article with their runs."""

    def __init__(self) -> None:
        self._found: list[tuple[Sentence, Sequence[Run]]] = []
        self._words = 0
        self._capitals = 0

    def add(self, sentence: Sentence, found: Sequence[Run]) -> None:
        """Take in a sentence with its runs. Words of scripts without capitals show nothing."""
        found = [run for run in found if run.tokens[0].is_capitalised]
        self._found.append((sentence, found))
        self._words += len(sentence.tokens)
        for run in found:
            self._capitals += len(run.tokens)

    def before(self) -> Iterator[tuple[str, str]]:
        """Yield what stands before each capitalised word, and the word; nothing if there are few capitals."""
        if self._capitals >= MANY * self._words:
            for sentence, found in self._found:
                for run in found:
                    yield from _before(sentence, run)


def _before(sentence: Sentence, run: Run) -> Iterator[tuple[str, str]]:
    place = bisect_left(sentence.tokens, run.tokens[0])
    left = kind_of_word(sentence.tokens[place - 1].text) if place else OPENS
    last = ""
    for number, token in enumerate(run.tokens):
        word = plain(token.text)
        if number == 0 and run.opens:
            yield OPENS, word
            left = OPENS + kind_of_word(word.lower())  # its capital may be due to its place
        elif token.is_capitalised:
            yield left, word
            if last:
                yield BEFORE_CAPITAL, last
            left, last = CAPITAL, word
        else:
            left, last = kind_of_word(word), ""


def kind_of_word(word: str) -> str:
    """Return a short word as it is, and the end of a long one; one sign for all capitalised words."""
    if not word[0].islower():
        return CAPITAL if word[0].isalpha() else "0"
    word = plain(word)
    return word if len(word) <= SHORT else "-" + word[-END:]
