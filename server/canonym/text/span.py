"""A half-open range of code points."""

from canonym.text.values import NamedTuple


class Span(NamedTuple):
    """The place of something in a text.

    Attributes:
        start: Offset of the first code point.
        end: Offset after the last code point; ``start <= end``.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of ``text`` in this span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Return whether ``other`` lies within this span."""
        return self.start <= other.start and other.end <= self.end
