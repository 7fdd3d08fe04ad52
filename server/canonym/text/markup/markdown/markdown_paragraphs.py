"""Decides what the lines of a paragraph of Markdown are: definitions of links, prose, or a table."""

from bisect import bisect_left
from collections.abc import Sequence

from canonym.text.markup.markdown.markdown_syntax import BAR, DEFINITION, DELIMITERS
from canonym.text.span import Span
from canonym.text.values import NamedTuple

LONGEST_TITLE = 1 << 12
"""Most characters of a link's title over several lines. A text may open a title and never close it."""


class OpenParagraph:
    """The lines of a paragraph that may still continue.

    The parser asks after each line what they are. So each answer continues where the last one ended.

    Attributes:
        lines: Their spans, without their line ends.
        lazy: Whether one of them belongs to an outer container. Such lines never form a table.
    """

    def __init__(self, text: str) -> None:
        self.lines: list[Span] = []
        self.lazy = False
        self._text = text
        self._last_definition = 0
        self._is_prose = False
        self._row = 1

    def is_prose(self) -> bool:
        """Return whether the lines form no table and hold more than definitions of link targets."""
        return not self._holds_table() and (self._is_prose or self._holds_prose())

    def _holds_table(self) -> bool:
        if self.lazy:
            return False
        head = table_start(self._text, self.lines, self._row)
        self._row = max(head, 1)
        return head < len(self.lines)

    def _holds_prose(self) -> bool:
        # A new line may belong to the last definition, so that one is parsed again.
        found = definitions(self._text, self.lines, self._last_definition)
        self._last_definition = found[-2].end_line if len(found) > 1 else self._last_definition
        behind = self.lines[found[-1].end_line if found else self._last_definition :]
        if behind:
            opens_title = self._text[behind[0].start] in "\"'(["
            length = behind[-1].end - behind[0].start
            self._is_prose = not opens_title or length > LONGEST_TITLE
        return bool(behind)


class Definition(NamedTuple):
    """A definition of a link's target: its folded label, and the number of the first line after it."""

    label: str
    end_line: int


def definitions(text: str, lines: Sequence[Span], first: int = 0) -> list[Definition]:
    """Return the definitions at the start of ``lines``, from line number ``first`` on."""
    found: list[Definition] = []
    while first < len(lines) and text[lines[first].start] == "[":
        definition = DEFINITION.match(text, lines[first].start, lines[-1].end)
        label = fold_label(definition["label"]) if definition else ""
        if definition is None or not label:
            break
        first = bisect_left(lines, definition.end(), lo=first, key=_start)
        found.append(Definition(label, first))
    return found


def _start(line: Span) -> int:
    return line.start


def fold_label(label: str) -> str:
    """Return ``label`` in the form in which references are compared: without case, with single spaces."""
    return " ".join(label.casefold().split())


def table_start(text: str, lines: Sequence[Span], first: int = 1) -> int:
    """Return the number of the line that heads a table; the number of lines when there is none.

    Args:
        text: The whole text.
        lines: The lines of a paragraph.
        first: The first line that may separate a table from its head.
    """
    for number in range(first, len(lines)):
        row = lines[number]
        if (
            text[row.start] in "|:-"
            and DELIMITERS.match(text, *row)
            and len(cells(text, row)) == len(cells(text, lines[number - 1]))
            and BAR.search(text, lines[number - 1].start, row.end)
        ):
            return number - 1
    return len(lines)


def cells(text: str, row: Span) -> list[Span]:
    """Return the cells of a row of a table."""
    bars = [bar.start() for bar in BAR.finditer(text, *row)]
    starts = [row.start, *(bar + 1 for bar in bars)]
    found = [Span(start, end) for start, end in zip(starts, [*bars, row.end], strict=True)]
    outer = (found[0], found[-1])
    return [cell for cell in found if cell not in outer or cell.of(text).strip()]


def title(text: str, start: int, end: int) -> Span:
    """Return a heading's text without closing marks."""
    written = text[start:end].rstrip(" \t")
    bare = written.rstrip("#")
    return Span(start, start + len(bare if not bare or bare.endswith((" ", "\t")) else written))
