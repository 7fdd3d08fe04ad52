"""What the parsers of line-based formats share."""

import re
from collections.abc import Iterator

from canonym.text.span import Span
from canonym.text.values import NamedTuple

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


class Line(NamedTuple):
    """A line.

    Attributes:
        start: Offset of its first code point.
        end: Offset after its last one, without the line end.
        text: Its characters.
    """

    start: int
    end: int
    text: str

    @property
    def indent(self) -> int:
        """How many spaces and tabs begin the line."""
        return len(self.text) - len(self.text.lstrip(" \t"))

    @property
    def blank(self) -> bool:
        """Return whether it holds only white space."""
        return not self.text.strip()

    def span(self, start: int = 0) -> Span:
        """Return its span from code point ``start`` on."""
        return Span(self.start + start, self.end)


def split_lines(text: str, start: int = 0) -> Iterator[Line]:
    """Yield the lines of ``text`` from offset ``start`` on, each without its line end."""
    for found in _LINE.finditer(text, start):
        line = found[0].rstrip("\r\n")
        if found[0] or not start:
            yield Line(found.start(), found.start() + len(line), line)


def whole_word(text: str, span: Span) -> Span:
    """Return ``span`` with the letters that touch it.

    A hidden escape inside a word would leave a torn word, which looks like another spelling.
    """
    start, end = span
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return Span(start, end)
