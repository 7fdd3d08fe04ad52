"""Lines and columns of a text.

A line ends at LF, CR LF or CR and nowhere else, as in the Language Server Protocol. ``str.splitlines`` also
splits at form feeds and U+2028, which text pasted from the web contains.
"""

import re
from bisect import bisect_right

from canonym.text.span import Span
from canonym.text.values import NamedTuple

_LINE_END = re.compile(r"\r\n|\n|\r")


class Place(NamedTuple):
    """A line and a column, both counted from 0. The column counts code points."""

    line: int
    column: int


class LineIndex:
    """Converts between offsets and places of one text.

    Args:
        text: The text; offsets are code points into it.
    """

    def __init__(self, text: str) -> None:
        ends = [(m.start(), m.end()) for m in _LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(text)]

    def __len__(self) -> int:
        return len(self._starts)

    def place(self, offset: int) -> Place:
        """Return the place of ``offset``, which may be the end of the text."""
        line = bisect_right(self._starts, offset) - 1
        return Place(line, offset - self._starts[line])

    def offset(self, place: Place) -> int:
        """Return the offset of ``place``. A column past the end of its line means that end.

        A line past the last one means the end of the text.
        """
        if place.line >= len(self._starts):
            return self._ends[-1]
        return min(self._starts[place.line] + place.column, self._ends[place.line])

    def line(self, number: int) -> Span:
        """Return the span of line ``number`` (from 0) without its line end."""
        return Span(self._starts[number], self._ends[number])
