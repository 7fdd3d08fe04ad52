"""Colours, widths and excerpts of lines for a terminal."""

import unicodedata

from canonym.checking.finding import Severity
from canonym.text.printable import visible
from canonym.text.values import NamedTuple

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36"}
_LEVELS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue", Severity.OFF: "dim"}


def paint(text: str, style: str, *, color: bool) -> str:
    """Return ``text`` in ``style``; unchanged without colour."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if color and text else text


def level_style(severity: Severity) -> str:
    """Return the style of a level."""
    return _LEVELS[severity]


def width(text: str) -> int:
    """Return how many cells ``text`` takes: two for a wide letter, none for a mark."""
    return sum(_cells(c) for c in text)


class Excerpt(NamedTuple):
    """A piece of a line around a finding.

    Attributes:
        text: The piece, safe to print, with ``…`` where it was cut.
        start: Cells before the finding.
        length: Cells of the finding, at least one.
    """

    text: str
    start: int
    length: int


def excerpt(line: str, start: int, end: int, room: int = 100) -> Excerpt:
    """Return the part of ``line`` around the columns ``start`` to ``end``, about ``room`` wide."""
    spare = max(room - (end - start), 20)
    left = max(0, min(start - spare // 2, len(line) - room)) if len(line) > room else 0
    right = min(len(line), max(end + spare // 2, left + room))
    shown = visible("".join(" " if c.isspace() else c for c in line[left:right]), _in_one_cell)
    head, mark = shown[: start - left], shown[start - left : end - left]
    lead = "…" if left else ""
    tail = shown[end - left :] + ("…" if right < len(line) else "")
    return Excerpt(lead + head + mark + tail, width(lead + head), max(1, width(mark)))


def _in_one_cell(character: str) -> str:
    """Return a sign as wide as a letter, so that lines keep their lengths."""
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
