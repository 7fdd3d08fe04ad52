"""What a word is known to be apart from any corpus: the name of somebody, or an ordinary word."""

from bisect import bisect_left
from functools import cache

from canonym.matching.spelling.resource import read


def known_name(word: str) -> int:
    """How common a folded word is as a given name, surname or city: 1 (rare) to 9; 0 if not known as one.

    A band is twice as frequent as the one below it. What counts is attestation, not the right spelling.
    """
    line = _line("names.txt", word)
    place = line.find(f" {word}:")
    return int(line[place + len(word) + 2]) if place >= 0 else 0


def ordinary(word: str) -> bool:
    """Whether a folded word is one that English dictionaries write in lower case."""
    return f" {word} " in _line("words.txt", word)


def proper(word: str) -> bool:
    """Whether a folded word is one that English dictionaries write with a capital: Tibetan, Tibet."""
    return f" {word} " in _line("proper.txt", word)


def _line(name: str, word: str) -> str:
    """The line of a lexicon with all words that begin with the same three letters; empty if there is none."""
    lines, start = _lines(name), word[:3]
    place = bisect_left(lines, start)
    line = lines[place] if place < len(lines) else ""
    return f" {line} " if line[:3].rstrip(" :") == start else ""


@cache
def _lines(name: str) -> list[str]:
    """The lines in their order; comments stand before all words."""
    return read(name).splitlines()
