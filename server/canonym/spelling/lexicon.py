"""What is known of a word apart from any corpus: whether it is a name or an ordinary word."""

from bisect import bisect_left
from functools import cache, lru_cache

from canonym.spelling.data_tables import read

_WORDS = 1 << 16
"""Most words that are remembered. All texts share many words."""


# What it saves was not told from noise (25 %, a busy machine); emptied by forget_words.
@lru_cache(_WORDS)
def known_name(word: str) -> int:
    """Return how common a folded word is as a given name, surname or city: 1 (rare) to 9; 0 if unknown.

    Each band is twice as frequent as the one below it. The word need only be attested, not correct.
    """
    return int(listed_under("names.txt", word) or 0)


# What it saves was not told from noise (25 %, a busy machine); emptied by forget_words.
@lru_cache(_WORDS)
def ordinary(word: str) -> bool:
    """Return whether English dictionaries write a folded word in lower case."""
    return _has(_line("words.txt", word), word)


# What it saves was not told from noise (25 %, a busy machine); emptied by forget_words.
@lru_cache(_WORDS)
def proper(word: str) -> bool:
    """Return whether English dictionaries write a folded word with a capital: Tibetan, Tibet."""
    return _has(_line("proper.txt", word), word)


def listed_under(name: str, word: str) -> str:
    """Return the text after a word and a colon in a lexicon; empty if the word is not there."""
    line = f" {_line(name, word)}"
    start = line.find(f" {word}:")
    return line[start + len(word) + 2 :].partition(" ")[0] if start >= 0 else ""


def _has(line: str, word: str) -> bool:
    """Return whether ``word`` is one of the words of a line. Lines are long, so none is copied."""
    if f" {word} " in line or line.startswith(f"{word} ") or line.endswith(f" {word}"):
        return True
    return line == word != ""


def _line(name: str, word: str) -> str:
    """Return the line of a lexicon with all words of the same first three letters; empty if there is none."""
    lines, start = _lines(name), word[:3]
    place = bisect_left(lines, start)
    line = lines[place] if place < len(lines) else ""
    return line if line[:3].rstrip(" :") == start else ""


@cache
def _lines(name: str) -> list[str]:
    """Return the lines in their order. Comments precede all words."""
    return read(name).splitlines()
