"""What a word is known to be apart from any corpus: somebody's name, a city's, or an ordinary word."""

from bisect import bisect_left
from functools import cache, lru_cache

from canonym.spelling.data_tables import read

_WORDS = 1 << 16
"""Words that are remembered: the same ones come in every text."""


@lru_cache(_WORDS)
def known_name(word: str) -> int:
    """How common a folded word is as a given name, surname or city: 1 (rare) to 9; 0 if not known as one.

    A band is twice as frequent as the one below it. What counts is attestation, not the right spelling.
    """
    return int(_entry("names.txt", word) or 0)


def one_place(a: str, b: str) -> bool:
    """Whether two folded words are listed as spellings of the name of one city: Kiev, Kyiv."""
    here, there = _entry("places.txt", a), _entry("places.txt", b)
    return bool(here and there) and not set(here.split(",")).isdisjoint(there.split(","))


@lru_cache(_WORDS)
def ordinary(word: str) -> bool:
    """Whether a folded word is one that English dictionaries write in lower case."""
    return _has(_line("words.txt", word), word)


@lru_cache(_WORDS)
def proper(word: str) -> bool:
    """Whether a folded word is one that English dictionaries write with a capital: Tibetan, Tibet."""
    return _has(_line("proper.txt", word), word)


def _entry(name: str, word: str) -> str:
    """What a lexicon has behind a word and a colon; empty if the word is not there."""
    line = f" {_line(name, word)}"
    start = line.find(f" {word}:")
    return line[start + len(word) + 2 :].partition(" ")[0] if start >= 0 else ""


def _has(line: str, word: str) -> bool:
    """Whether ``word`` is one of the words of a line; lines are long, so none is copied."""
    if f" {word} " in line or line.startswith(f"{word} ") or line.endswith(f" {word}"):
        return True
    return line == word != ""


def _line(name: str, word: str) -> str:
    """The line of a lexicon with all words that begin with the same three letters; empty if there is none."""
    lines, start = _lines(name), word[:3]
    place = bisect_left(lines, start)
    line = lines[place] if place < len(lines) else ""
    return line if line[:3].rstrip(" :") == start else ""


@cache
def _lines(name: str) -> list[str]:
    """The lines in their order; comments stand before all words."""
    return read(name).splitlines()
