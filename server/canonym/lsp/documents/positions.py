"""Converts between code points and the positions of an editor. Only this module does so.

Editors count columns in UTF-8, UTF-16 or UTF-32 code units, as agreed at the start of the session. All other
code counts code points. Lines end at LF, CR LF and CR and nowhere else.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

from lsprotocol.types import Position, Range

from canonym.text.span import Span

_LINE_END = re.compile(r"\r\n|\n|\r")
_HALF = re.compile("[\ud800-\udfff]")


class Encoding(StrEnum):
    """The unit of an editor's columns (LSP ``PositionEncodingKind``)."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


class SourceText:
    """One version of a text. It never changes.

    Args:
        text: The text. Lone surrogates, which UTF-16 editors can hold, are allowed.
        encoding: The unit of columns.
        starts: The starts of its lines, if they are already known.
    """

    def __init__(self, text: str, encoding: Encoding, starts: list[int] | None = None) -> None:
        self.text = text
        self.encoding = encoding
        self._starts = [0, *_starts_within(text, 0, len(text))] if starts is None else starts
        self._columns: dict[int, Sequence[int]] = {}

    @property
    def line_count(self) -> int:
        """The number of lines. A text with a line end at its end has an empty last line."""
        return len(self._starts)

    def line(self, number: int) -> Span:
        """Return the span of line ``number``, from 0, without its line end."""
        start = self._starts[number]
        if number + 1 == len(self._starts):
            return Span(start, len(self.text))
        end = self._starts[number + 1] - 1
        if end > start and self.text[end] == "\n" and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def position(self, offset: int) -> Position:
        """Return the position of a code point. Inside a line end it is the end of the line."""
        number = bisect_right(self._starts, offset) - 1
        line = self.line(number)
        place = min(offset, line.end) - line.start
        return Position(number, place if self._is_uniform else self._line_columns(number)[place])

    def range(self, span: Span) -> Range:
        """Return the range of ``span``."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """Return the code point at ``position``.

        A column past the end of its line means that end, a line past the last one the end of the text;
        a column inside a character means the character.
        """
        if position.line >= len(self._starts):
            return len(self.text)
        line = self.line(position.line)
        if self._is_uniform:
            return min(line.start + position.character, line.end)
        return line.start + bisect_right(self._line_columns(position.line), position.character) - 1

    def span(self, range_: Range) -> Span:
        """Return the span of a range. An inverted range gives the empty span at its start."""
        start = self.offset(range_.start)
        return Span(start, max(start, self.offset(range_.end)))

    def edited(self, range_: Range, new: str) -> "SourceText":
        """Return the text with ``range_`` replaced by ``new``."""
        span = self.span(range_)
        if self.encoding is Encoding.UTF16:
            if not self._is_basic:
                span, head, tail = self._around_halves(range_, span)
                new = head + new + tail
            new, span = _joined_surrogates(self.text, span, new)
        text = self.text[: span.start] + new + self.text[span.end :]
        return SourceText(text, self.encoding, self._starts_after(text, span))

    @cached_property
    def _is_basic(self) -> bool:
        return len(self.text.encode("utf-16-le", "surrogatepass")) == 2 * len(self.text)

    @cached_property
    def _is_uniform(self) -> bool:
        """Whether each code point of the text has one column."""
        if self.encoding is Encoding.UTF32 or self.text.isascii():
            return True
        return self.encoding is Encoding.UTF16 and self._is_basic

    def _line_columns(self, number: int) -> Sequence[int]:
        """Return the column of each code point of a line, and of its end."""
        columns = self._columns.get(number)
        if columns is None:
            line = self.line(number).of(self.text)
            width = _width8 if self.encoding is Encoding.UTF8 else _width16
            uniform = range(len(line) + 1) if line.isascii() else None
            columns = self._columns[number] = uniform or list(accumulate(map(width, line), initial=0))
        return columns

    def _around_halves(self, range_: Range, span: Span) -> tuple[Span, str, str]:
        """Widen ``span`` to whole characters. Also return the halves that stay if an edge splits a pair."""
        head, tail, end = "", "", span.end
        if self._splits(range_.start, span.start):
            head = _halves(self.text[span.start])[0]
            end = max(end, span.start + 1)
        if self._splits(max(range_.start, range_.end), span.end):
            tail = _halves(self.text[span.end])[1]
            end = max(end, span.end + 1)
        return Span(span.start, end), head, tail

    def _splits(self, position: Position, offset: int) -> bool:
        if position.line >= len(self._starts) or offset >= self.line(position.line).end:
            return False
        return self.position(offset).character < position.character

    def _starts_after(self, text: str, span: Span) -> list[int]:
        """Return the line starts of ``text`` after a change at ``span``."""
        first = max(bisect_right(self._starts, span.start) - 2, 0)
        after = bisect_right(self._starts, span.end + 1)
        shift = len(text) - len(self.text)
        stop = self._starts[after] + shift if after < len(self._starts) else len(text)
        kept = [start + shift for start in self._starts[after + 1 :]]
        return [*self._starts[: first + 1], *_starts_within(text, self._starts[first], stop), *kept]


def _starts_within(text: str, start: int, stop: int) -> list[int]:
    """Return the starts of the lines after the line ends in a part of ``text``."""
    return [match.end() for match in _LINE_END.finditer(text, start, stop)]


def _width8(char: str) -> int:
    code = ord(char)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4


def _width16(char: str) -> int:
    return 2 if char > "\uffff" else 1


def _halves(char: str) -> tuple[str, str]:
    data = char.encode("utf-16-le")
    return data[:2].decode("utf-16-le", "surrogatepass"), data[2:].decode("utf-16-le", "surrogatepass")


def _is_half(char: str, low: int) -> bool:
    return low <= ord(char) < low + 0x400


def _joined_surrogates(text: str, span: Span, new: str) -> tuple[str, Span]:
    """Widen the edit by a lone surrogate on each side whose other half is in it."""
    start, end = span
    following = text[end : end + 1]
    if start > 0 and _is_half(text[start - 1], 0xD800) and _is_half((new + following + "x")[0], 0xDC00):
        start -= 1
        new = text[start] + new
    if following and _is_half(following, 0xDC00) and new and _is_half(new[-1], 0xD800):
        end += 1
        new += following
    if _HALF.search(new):
        new = new.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return new, Span(start, end)
