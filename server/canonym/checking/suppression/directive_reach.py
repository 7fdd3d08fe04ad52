"""Finds the directive that is about a place, and switches that change nothing.

A draft may hold thousands of directives and findings. So each answer is a look-up in a table that is built
once for a rule.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

from canonym.checking.suppression.directive import Directive, DirectiveKind
from canonym.text.document import Document
from canonym.text.span import Span
from canonym.text.values import NamedTuple

_SWITCHES = frozenset((DirectiveKind.OFF, DirectiveKind.ON))


class Reaches:
    """The reaches of the directives of a document.

    Args:
        document: The draft.
        directives: Its directives in order.
        own_rule: The rule about directives. Only a directive that names it is about it.
    """

    def __init__(self, document: Document, directives: Sequence[Directive], own_rule: str) -> None:
        self._own_rule = own_rule
        ends = block_ends(document)
        self._spans = [reach(document, one, ends) for one in directives]
        self._directives = directives
        self._of_rule: dict[str, _RuleReaches] = {}
        self._off = _earliest_off(directives)

    def over(self, rule: str, at: int) -> Directive | None:
        """Return the directive that suppresses ``rule`` at offset ``at``, if any."""
        if not self._directives:
            return None
        reaches = self._of_rule.get(rule)
        if reaches is None:
            reaches = self._of_rule[rule] = self._reaches_of(rule)
        return reaches.over(at)

    def is_off_before(self, switch: Directive) -> bool:
        """Return whether something that ``switch`` switches on was off before."""
        asked = ("", *switch.rules) if switch.rules else self._off
        return any(rule in self._off and self._off[rule] < switch.span for rule in asked)

    def _reaches_of(self, rule: str) -> "_RuleReaches":
        named = rule == self._own_rule
        meant = [
            (span, one)
            for span, one in zip(self._spans, self._directives, strict=True)
            if (rule in one.rules if named else one.means(rule))
        ]
        switches = [(span.start, one) for span, one in meant if one.kind in _SWITCHES]
        segments = _segments([(span, one) for span, one in meant if one.kind not in _SWITCHES])
        return _RuleReaches(segments, switches)


class _RuleReaches(NamedTuple):
    """The reaches of one rule: the directive in force from each offset on, and the last switch."""

    segments: list[tuple[int, Directive | None]]
    switches: list[tuple[int, Directive]]

    def over(self, at: int) -> Directive | None:
        number = bisect_right(self.segments, at, key=_offset) - 1
        directive = self.segments[number][1] if number >= 0 else None
        if directive is not None:
            return directive
        number = bisect_right(self.switches, at, key=_offset) - 1
        switch = self.switches[number][1] if number >= 0 else None
        return switch if switch is not None and switch.kind is DirectiveKind.OFF else None


def _offset(pair: tuple[int, Directive | None]) -> int:
    return pair[0]


def _segments(reaches: Sequence[tuple[Span, Directive]]) -> list[tuple[int, Directive | None]]:
    """Split the text where the directive in force changes. If several apply, the first one is in force."""
    opening = sorted(range(len(reaches)), key=lambda number: reaches[number][0].start)
    segments: list[tuple[int, Directive | None]] = []
    open_: list[int] = []
    done = 0
    for bound in sorted({offset for span, _ in reaches for offset in (span.start, span.end)}):
        while done < len(opening) and reaches[opening[done]][0].start <= bound:
            heappush(open_, opening[done])
            done += 1
        while open_ and reaches[open_[0]][0].end <= bound:
            heappop(open_)
        segments.append((bound, reaches[open_[0]][1] if open_ else None))
    return segments


def _earliest_off(directives: Iterable[Directive]) -> dict[str, Span]:
    """Return where each rule is first switched off; ``""`` stands for all rules at once."""
    earliest: dict[str, Span] = {}
    for one in directives:
        if one.kind is DirectiveKind.OFF:
            for rule in one.rules or ("",):
                earliest[rule] = min(earliest.get(rule, one.span), one.span)
    return earliest


def block_ends(document: Document) -> list[int]:
    """Return the offsets of the ends of the blocks of ``document``, in order."""
    return [block.span.end for block in document.markup.blocks]


def reach(document: Document, directive: Directive, ends: Sequence[int]) -> Span:
    """Return the part of the document that a directive is about; ``ends`` are its ``block_ends``."""
    start, end = directive.span
    lines = document.lines
    if directive.kind is DirectiveKind.IGNORE_FILE:
        return Span(0, len(document.text) + 1)
    if directive.kind is DirectiveKind.IGNORE:
        first, last = lines.place(start).line, lines.place(end).line
        return Span(lines.line(first).start, lines.line(last).end)
    if directive.kind is DirectiveKind.IGNORE_NEXT:
        return _next(document, end, ends)
    return Span(end, len(document.text) + 1)


def _next(document: Document, at: int, ends: Sequence[int]) -> Span:
    """Return the block after ``at`` with the rest of its last line; within a block, the next line."""
    lines, number = document.lines, bisect_right(ends, at)
    if number == len(ends):
        return Span(at, at)
    block = document.markup.blocks[number]
    if block.span.start >= at:
        return Span(block.span.start, lines.line(lines.place(block.span.end).line).end)
    below = lines.place(at).line + 1
    return lines.line(below) if below < len(lines) else Span(at, at)
