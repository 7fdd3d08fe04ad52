"""Lexicons in files: one line for every first three letters, so that one look-up finds the line."""

from bisect import bisect_left
from functools import cache

from canonym.text.package_data import read


def listed_under(name: str, word: str) -> str:
    """Return the text after a word and a colon in the data file ``name``; empty if the word is not there."""
    line = f" {_line(name, word)}"
    start = line.find(f" {word}:")
    return line[start + len(word) + 2 :].partition(" ")[0] if start >= 0 else ""


def has(name: str, word: str) -> bool:
    """Return whether a word is in the lexicon in the data file ``name``."""
    return _has(_line(name, word), word)


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
