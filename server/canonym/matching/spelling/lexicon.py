"""What a word is known to be apart from any corpus: the name of somebody, or an ordinary word."""

from functools import cache

from canonym.matching.spelling.resource import read


def known_name(word: str) -> int:
    """How common a folded word is as a given name, surname or city: 1 (rare) to 9; 0 if not known as one.

    A band is twice as frequent as the one below it. What counts is attestation, not the right spelling.
    """
    line = _lines("names.txt").get(word[:3], "")
    place = line.find(f" {word}:")
    return int(line[place + len(word) + 2]) if place >= 0 else 0


def ordinary(word: str) -> bool:
    """Whether a folded word is one that English dictionaries write in lower case."""
    return f" {word} " in _lines("words.txt").get(word[:3], "")


def proper(word: str) -> bool:
    """Whether a folded word is one that English dictionaries write with a capital: Tibetan, Tibet."""
    return f" {word} " in _lines("proper.txt").get(word[:3], "")


@cache
def _lines(name: str) -> dict[str, str]:
    """The lines of a lexicon by the three letters that all its words begin with."""
    lines = (f" {line} " for line in read(name).splitlines() if not line.startswith("#"))
    return {line[1:4].rstrip(" :"): line for line in lines}
