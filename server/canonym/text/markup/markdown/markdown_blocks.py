"""The block structure of Markdown at exact offsets: CommonMark with GFM tables and footnotes.

It follows the method in the appendix of the CommonMark specification: a line is matched against the open
containers, then opens new ones, and the rest of it belongs to a leaf. Only leaves with prose are kept.
markdown-it-py gives only lines; the tests compare this parser with it.
``server/decisions/0002-markdown-reader.md`` says why no other library was taken.
"""

import re

from canonym.text.markup.base import BlockKind, Mask
from canonym.text.markup.markdown.markdown_columns import indent_of, skip
from canonym.text.markup.markdown.markdown_paragraphs import (
    OpenParagraph,
    cells,
    definitions,
    table_start,
    title,
)
from canonym.text.markup.markdown.markdown_syntax import (
    BLANK,
    FENCE,
    FOOTNOTE,
    HEADING,
    LINE,
    MARKER,
    THEMATIC,
    UNDERLINE,
)
from canonym.text.span import Span
from canonym.text.values import NamedTuple


class Leaf(NamedTuple):
    """A paragraph, heading or cell whose inline markup is not parsed yet."""

    span: Span
    kind: BlockKind


class Layout(NamedTuple):
    """The blocks of a text.

    Attributes:
        leaves: Stretches of inline markup.
        html: Blocks of raw HTML.
        prefixes: Marks of containers at the start of lines, such as ``> ``.
        labels: Folded labels that a link reference may use.
    """

    leaves: list[Leaf]
    html: list[Span]
    prefixes: list[Mask]
    labels: set[str]


def lay_out(text: str, start: int) -> Layout:
    """Return the blocks of ``text`` from offset ``start``."""
    scanner = _Scanner(text)
    while start < len(text):
        found = LINE.match(text, start)
        assert found is not None
        scanner.parse_line(start, start + len(found[0].rstrip("\r\n")))
        start = found.end()
    scanner.close(0)
    return scanner.layout


class _Container(NamedTuple):
    width: int
    """The column to which a line must be indented to stay in a list item; 0 for a block quote."""


class _Scanner:
    """Scans line after line. Keeps the open containers and the open leaf."""

    def __init__(self, text: str) -> None:
        self.layout = Layout([], [], [], set())
        self._text = text
        self._containers: list[_Container] = []
        self._paragraph = OpenParagraph(text)
        self._begun_blank = False
        self._fence = ""
        self._html: Span | None = None
        self._html_end = BLANK
        self._line_end, self._mark_from = -1, 0

    def parse_line(self, start: int, end: int) -> None:
        if not self._containers and self._html is None and not self._fence and self._text[start].isalpha():
            self._paragraph.lines.append(Span(start, end))
            return
        at, matched = self._match_containers(start, end)
        if matched == len(self._containers) and self._verbatim(at, end):
            self._prefix(start, at)
            return
        at, indent, opened = self._open_containers(at, end, matched)
        self._prefix(start, at)
        if opened:
            matched = len(self._containers)
        if at == end:
            self._parse_blank(matched, opened=opened)
            return
        self._begun_blank = False
        lazy = matched < len(self._containers) and self._paragraph.lines
        if lazy and not self._starts_leaf(at, end, indent, interrupts=True):
            self._paragraph.lines.append(Span(at, end))
            self._paragraph.lazy = True
        else:
            if matched < len(self._containers):
                self.close(matched)
            self._parse_leaf(at, end, indent, setext=not opened)

    def close(self, matched: int) -> None:
        """Close the open leaf, and all containers but the first ``matched``."""
        if self._paragraph.lines:
            self._close_paragraph()
        if self._html:
            self.layout.html.append(self._html)
        self._html, self._fence = None, ""
        del self._containers[matched:]

    def _parse_blank(self, matched: int, *, opened: bool) -> None:
        # A list item may begin with one blank line, not with two.
        ends_item = self._begun_blank and not opened and 0 < matched == len(self._containers)
        self.close(matched - 1 if ends_item else matched)
        self._begun_blank = opened and self._containers[-1].width > 0

    def _prefix(self, start: int, at: int) -> None:
        if at > start and self._containers:
            self.layout.prefixes.append(Mask(Span(start, at), opaque=False))

    def _match_containers(self, start: int, end: int) -> tuple[int, int]:
        at, matched = start, 0
        for container in self._containers:
            content, indent = indent_of(self._text, at, end, at - start)
            if container.width:
                if content < end and indent < container.width:
                    break
                at = skip(self._text, at, end, at - start, container.width)
            else:
                if indent > 3 or content == end or self._text[content] != ">":
                    break
                at = skip(self._text, content + 1, end, content + 1 - start, 1)
            matched += 1
        return at, matched

    def _open_containers(self, at: int, end: int, matched: int) -> tuple[int, int, bool]:
        """Open new containers; return where the leaf starts, its indent, and whether any was opened."""
        opened = False
        while True:
            content, indent = indent_of(self._text, at, end, 0)
            interrupts = not opened and matched == len(self._containers)
            width = self._container_at(content, end, interrupts=interrupts)
            if width is None or indent > 3:
                return content, indent, opened
            self.close(len(self._containers) if opened else matched)
            opened = True
            if width:
                after, gap = indent_of(self._text, content + width, end, indent + width)
                gap = gap if after < end and 1 <= gap <= 4 else 1
                footnote = self._text[content] == "["
                self._containers.append(_Container(4 if footnote else indent + width + gap))
                at = skip(self._text, content + width, end, indent + width, gap)
            else:
                self._containers.append(_Container(0))
                at = skip(self._text, content + 1, end, 0, 1)

    def _container_at(self, at: int, end: int, *, interrupts: bool) -> int | None:
        """Return the width of the container's mark at ``at``, 0 for a quote's, None if there is none."""
        text = self._text
        if at == end or text[at] not in ">-+*[0123456789":
            return None
        if text[at] == ">":
            return 0
        if footnote := FOOTNOTE.match(text, at, end):
            return footnote.end() - at
        marker = MARKER.match(text, at, end)
        if marker is None or self._is_thematic(at, end):
            return None
        weak = BLANK.match(text, marker.end(), end) or marker[1] not in (None, "1")
        return None if weak and interrupts and self._in_paragraph() else marker.end() - at

    def _verbatim(self, at: int, end: int) -> bool:
        """Return whether the line belongs to an open fence or HTML block."""
        if self._fence:
            content, indent = indent_of(self._text, at, end, 0)
            closing = self._text[content:end].rstrip(" \t")
            if indent < 4 and closing.startswith(self._fence) and not closing.strip(self._fence[0]):
                self._fence = ""
            return True
        if self._html is None:
            return False
        self._extend_html(at, end)
        return True

    def _extend_html(self, at: int, end: int) -> None:
        assert self._html is not None
        self._html = Span(self._html.start, end)
        ends = BLANK.match if self._html_end is BLANK else self._html_end.search
        if ends(self._text, at, end):
            self.layout.html.append(self._html)
            self._html = None

    def _starts_leaf(self, at: int, end: int, indent: int, *, interrupts: bool) -> bool:
        """Return whether a leaf other than a paragraph starts. ``interrupts``: within a paragraph."""
        text = self._text
        return indent < 4 and bool(
            FENCE.match(text, at, end)
            or HEADING.match(text, at, end)
            or self._is_thematic(at, end)
            or self._html_start(at, end, interrupts=interrupts)
        )

    def _is_thematic(self, at: int, end: int) -> bool:
        """Return whether a thematic break starts: one mark, repeated to the end of the line."""
        if end != self._line_end:
            line = self._text[at:end].rstrip(" \t")
            self._line_end, self._mark_from = end, at + len(line.rstrip(line[-1:] + " \t"))
        return at >= self._mark_from and THEMATIC.match(self._text, at, end) is not None

    def _html_start(self, at: int, end: int, *, interrupts: bool) -> re.Pattern[str] | None:
        """Return the pattern that ends the HTML block that starts at ``at``."""
        if self._text[at] != "<":
            return None
        from canonym.text.markup.markdown.markdown_html import block_end

        return block_end(self._text, at, end, interrupts=interrupts)

    def _parse_leaf(self, at: int, end: int, indent: int, *, setext: bool) -> None:
        text = self._text
        if setext and indent < 4 and UNDERLINE.match(text, at, end) and self._in_paragraph():
            self._close_paragraph(BlockKind.HEADING)
        elif indent >= 4:
            self._parse_indented(at, end)
        elif self._starts_leaf(at, end, indent, interrupts=bool(self._paragraph.lines)):
            self.close(len(self._containers))
            self._start_leaf(at, end)
        else:
            self._paragraph.lines.append(Span(at, end))

    def _parse_indented(self, at: int, end: int) -> None:
        if not self._in_paragraph():
            self.close(len(self._containers))
        else:
            self._paragraph.lines.append(Span(at, end))

    def _start_leaf(self, at: int, end: int) -> None:
        if fence := FENCE.match(self._text, at, end):
            self._fence = fence[1] or fence[2]
        elif heading := HEADING.match(self._text, at, end):
            self.layout.leaves.append(Leaf(title(self._text, heading.end(), end), BlockKind.HEADING))
        elif closing := self._html_start(at, end, interrupts=False):
            self._html, self._html_end = Span(at, at), closing
            self._extend_html(at, end)

    def _in_paragraph(self) -> bool:
        return self._paragraph.is_prose()

    def _close_paragraph(self, kind: BlockKind | None = None) -> None:
        paragraph, self._paragraph = self._paragraph, OpenParagraph(self._text)
        if kind is None:
            in_item = bool(self._containers) and self._containers[-1].width > 0
            kind = BlockKind.ITEM if in_item else BlockKind.PARAGRAPH
        defined = definitions(self._text, paragraph.lines)
        self.layout.labels.update(one.label for one in defined)
        lines = paragraph.lines[defined[-1].end_line if defined else 0 :]
        table = len(lines) if paragraph.lazy else table_start(self._text, lines)
        if prose := lines[:table]:
            self.layout.leaves.append(Leaf(Span(prose[0].start, prose[-1].end), kind))
        for number, row in enumerate(lines[table:]):
            if number != 1:
                self.layout.leaves.extend(Leaf(cell, BlockKind.CELL) for cell in cells(self._text, row))
