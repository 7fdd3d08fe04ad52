"""AsciiDoc, as Asciidoctor reads it.

Python has no maintained library for it. Listings, literals, pass-throughs, macros and the values of
attributes are hidden. Marks of emphasis do not split a name.
"""

import re
from collections.abc import Iterator

from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import PLAIN, Block, BlockKind, Markup, Mask, Reference
from canonym.text.markup.character_references import REFERENCE, reference, reference_at
from canonym.text.markup.front_matter import find_front_matter
from canonym.text.markup.light_quoting import ASCIIDOC, above_rule, underlined
from canonym.text.markup.scanning import Line, split_lines
from canonym.text.span import Span

_UNREAD_FENCE = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}\S*)[ \t]*\Z")
_FENCE = re.compile(r"(?:={4,}|\*{4,}|_{4,}|--|'{3,}|<{3,}|\+)[ \t]*\Z")
_TABLE_FENCE = re.compile(r"[|,:!]={3,}[ \t]*\Z")
_COMMENT = re.compile(r"//(?!/)[ \t]*")
_TITLE = re.compile(r"(?:={1,6}|#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"(?:=+|-+|~+|\^+|\++)[ \t]*\Z")
_UNDERLINED = re.compile(r"(?!\.).*?[^\W_]")
_BLOCK_TITLE = re.compile(r"\.(?=[^\s.])")
_ATTRIBUTES = re.compile(r"\[.*\][ \t]*\Z")
_UNREAD_STYLE = re.compile(
    r"\[(?:source|listing|literal|stem|latexmath|asciimath|pass|plantuml|ditaa|graphviz)\b"
)
_ENTRY = re.compile(r":!?[\w-]+!?:(?:[ \t].*)?\Z")
_MACRO = re.compile(r"[\w-]+::\S*\[.*\][ \t]*\Z")
_ITEM = re.compile(r"[ \t]*(?:\*{1,5}|-|\.{1,5}|\d+\.|[a-zA-Z]\.|<(?:\d+|\.)>)[ \t]+(?:\[[ x*]\][ \t]+)?")
_TERM = re.compile(r"[ \t]*(?=\S)(?P<term>[^\r\n]*?)(?P<colons>:{2,4}|;;)(?:[ \t]+|\Z)")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_CELL = re.compile(r"(?:(?<!\S)(?:\d*(?:\.\d+)?[+*])?[<^>.]*[a-z]?)?\|")

_INTRINSIC = {
    **{"amp": "&", "lt": "<", "gt": ">", "apos": "'", "quot": '"', "lsquo": "‘", "rsquo": "’"},
    **{"ldquo": "“", "rdquo": "”", "nbsp": "\u00a0", "zwsp": "\u200b", "wj": "\u2060", "deg": "°"},
    **{"sp": " ", "blank": "", "empty": "", "startsb": "[", "endsb": "]", "vbar": "|", "caret": "^"},
    **{"tilde": "~", "backslash": "\\", "backtick": "`", "brvbar": "¦", "cpp": "C++", "plus": "+"},
    **{"asterisk": "*"},
}  # fmt: skip
"""The attributes for characters that Asciidoctor itself defines."""

_INLINE = re.compile(
    r"""
    (?P<pass>\+\+\+.*?\+\+\+ | \+\+.+?\+\+ | (?<!\w)\+(?=\S)[^+\r\n]+(?<=\S)\+(?!\w)
        | (?:pass|stem|latexmath|asciimath):[\w,]{0,100}\[(?:[^\]\\]|\\.){0,2000}\])
  | (?P<curly>"`|`"|'`|`')
  | (?P<code>``.+?`` | (?<!\w)`(?=\S)[^`]+`(?!\w))
  | (?P<macro>(?:link|mailto|xref|image|icon|kbd|btn|menu|anchor|indexterm2?|https?|ftp|irc)
        :[^\s\[\]]{0,2000}\[)
  | (?P<footnote>footnote:[\w-]*\[)
  | (?P<anchor>\[\[[^\]\r\n]{0,200}\]\] | \[\#[\w-]+\])
  | (?P<reference><<[^<>,\r\n]+(?:,[ ]*(?P<text>[^<>\r\n]*))?>>)
  | (?P<character>"""
    + REFERENCE
    + r""")
  | (?P<attribute>\{[\w][\w:.-]*\})
  | (?P<role>\[\.?[\w.-]+\](?=\#))
  | (?P<marks>\*\*|__|\#\#|(?<!\w)[*_\#](?=\S)|(?<=\S)[*_\#](?!\w)|(?<=[ ])\+(?=[\r\n]|\Z))
  | (?P<raised>[\^~](?=\S)[^\s^~]+[\^~])
  | (?P<escape>\\(?=[*_`\#^~\[<{:+]))
    """,
    re.VERBOSE | re.DOTALL,
)
_READ_MACROS = ("link", "mailto", "xref", "http", "ftp", "irc")


def parse(text: str) -> Markup:
    """Parse AsciiDoc."""
    front_matter = find_front_matter(text)
    scanner = _Scanner(text, front_matter.end if front_matter else 0)
    scanner.scan()
    blocks = [
        block._replace(quoting=ASCIIDOC) if block.quoting is PLAIN else block for block in scanner.blocks
    ]
    found = [one for block in blocks for one in _inline(text, block.span)]
    masks = [one for one in found if isinstance(one, Mask)]
    references = [one for one in found if isinstance(one, Reference)]
    return assemble(text, blocks, masks, scanner.comments, front_matter, references)


class _Scanner:
    """Gathers blocks. Consecutive lines of text are one block."""

    def __init__(self, text: str, start: int) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Span] = []
        self._lines = list(split_lines(text, start))
        self._open: Block | None = None
        self._unread = False

    def scan(self) -> None:
        number = 0
        in_table = False
        while number < len(self._lines):
            line = self._lines[number]
            number += 1
            if _UNREAD_FENCE.match(line.text):
                number = self._skip_fence(number, line)
            elif _TABLE_FENCE.match(line.text):
                self._close()
                in_table = not in_table
            elif in_table and not _COMMENT.match(line.text):
                self._row(line)
            elif self._is_underlined(number):
                self._title(line, self._lines[number])
                number += 1
            elif self._open is None:
                first = len(self.blocks)
                self._line(line)
                self._keep_off_rule(first, number)
            else:
                self._line(line)
        self._close()

    def _keep_off_rule(self, first: int, number: int) -> None:
        """Keep a line above a rule from becoming its title. The blocks of the line begin at ``first``."""
        if number >= len(self._lines):
            return
        line, rule = (one.text.rstrip() for one in self._lines[number - 1 : number + 1])
        if abs(len(line) - len(rule)) > 1 and _UNDERLINE.match(rule):
            quoting = above_rule(len(rule) - len(line))
            self.blocks[first:] = [block._replace(quoting=quoting) for block in self.blocks[first:]]
            self._open = self._open and self._open._replace(quoting=quoting)

    def _is_underlined(self, number: int) -> bool:
        """Return whether a title precedes line ``number``. The underline may differ in length by 1."""
        if number >= len(self._lines) or self._open or self._unread:
            return False
        line, rule = (one.text.rstrip() for one in self._lines[number - 1 : number + 1])
        if abs(len(line) - len(rule)) > 1 or not _UNDERLINE.match(rule) or not _UNDERLINED.match(line):
            return False
        return not any(other.match(line) for other in (_COMMENT, _ATTRIBUTES, _ENTRY, _MACRO))

    def _title(self, line: Line, rule: Line) -> None:
        spare = len(rule.text.rstrip()) - len(line.text.rstrip())
        self.blocks.append(Block(line.span(), BlockKind.HEADING, underlined(spare)))

    def _skip_fence(self, number: int, fence: Line) -> int:
        self._close()
        closing = "```" if fence.text.startswith("```") else fence.text.rstrip()
        end = number
        while end < len(self._lines) and self._lines[end].text.rstrip() != closing:
            end += 1
        if fence.text.startswith("////") and end > number:
            self.comments.append(Span(self._lines[number].start, self._lines[end - 1].end))
        return end + 1

    def _line(self, line: Line) -> None:
        if line.blank or _FENCE.match(line.text):
            self._close()
        elif comment := _COMMENT.match(line.text):
            self.comments.append(line.span(comment.end()))
            self._close()
        elif _ATTRIBUTES.match(line.text):
            self._close()
            self._unread = bool(_UNREAD_STYLE.match(line.text))
        elif _ENTRY.match(line.text) or _MACRO.match(line.text):
            self._close()
        elif self._unread or (self._open is None and line.indent and not _ITEM.match(line.text)):
            self._unread = True
        else:
            self._prose(line)

    def _prose(self, line: Line) -> None:
        title = _TITLE.match(line.text) or (self._open is None and _BLOCK_TITLE.match(line.text))
        if title:
            self._add(line, title.end(), BlockKind.HEADING)
            self._close()
        elif item := _ITEM.match(line.text):
            self._close()
            self._add(line, item.end(), BlockKind.ITEM)
        elif term := _TERM.match(line.text):
            self._close()
            self.blocks.append(Block(Span(line.start, line.start + term.end("term")), BlockKind.ITEM))
            self._add(line, term.end(), BlockKind.ITEM)
        elif self._open is None:
            label = _ADMONITION.match(line.text)
            self._add(line, label.end() if label else 0, BlockKind.PARAGRAPH)
        else:
            self._open = self._open._replace(span=Span(self._open.span.start, line.end))

    def _row(self, line: Line) -> None:
        at = 0
        for bar in _CELL.finditer(line.text):
            self.blocks.append(Block(Span(line.start + at, line.start + bar.start()), BlockKind.CELL))
            at = bar.end()
        self.blocks.append(Block(line.span(at), BlockKind.CELL))

    def _add(self, line: Line, at: int, kind: BlockKind) -> None:
        self._open = Block(line.span(at), kind)

    def _close(self) -> None:
        if self._open:
            self.blocks.append(self._open)
        self._open, self._unread = None, False


def _inline(text: str, block: Span) -> Iterator[Mask | Reference]:
    brackets: list[bool] = []
    at = block.start
    while found := _INLINE.search(text, at, block.end):
        yield from _closed(text, at, found.start(), brackets)
        at = found.end()
        if found["macro"] or found["footnote"]:
            if found["footnote"] or found[0].startswith(_READ_MACROS):
                brackets.append(True)
            else:
                at = _macro_end(text, at, block.end)
            yield Mask(Span(found.start(), at))
        elif found["text"]:
            yield Mask(Span(found.start(), found.start("text")))
            yield Mask(Span(found.end("text"), found.end()))
        elif found["character"]:
            if read := reference_at(text, Span(*found.span()), strict=True):
                yield read
        elif found["attribute"] and (meant := _INTRINSIC.get(found[0][1:-1])) is not None:
            yield reference(Span(*found.span()), meant)
        else:
            opaque = not (found["curly"] or found["marks"] or found["escape"] or found["role"])
            yield Mask(Span(*found.span()), opaque)
    yield from _closed(text, at, block.end, brackets)


def _closed(text: str, start: int, end: int, brackets: list[bool]) -> Iterator[Mask]:
    """Yield the masks of the brackets that close open macros."""
    while brackets and (closing := text.find("]", start, end)) >= 0:
        brackets.pop()
        yield Mask(Span(closing, closing + 1))
        start = closing + 1


def _macro_end(text: str, at: int, end: int) -> int:
    closing = text.find("]", at, end)
    return closing + 1 if closing >= 0 else at
