"""reStructuredText, as docutils and Sphinx read it.

docutils itself gives lines, but no offsets of inline markup; the tests compare this parser with it. Literal
blocks, code and the arguments of directives are hidden. The content of a directive is hidden too, unless the
directive is known to hold prose.
"""

import re
from collections.abc import Iterator

from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import PLAIN, Block, BlockKind, Markup, Mask, Passage, Reference
from canonym.text.markup.light_quoting import CELL, RESTRUCTUREDTEXT, title
from canonym.text.markup.scanning import Line, split_lines
from canonym.text.span import Span

_PROSE_NAMES = """
admonition attention caution centered class compound container danger deprecated epigraph error figure
footer glossary header highlights hint important note only pull-quote rst-class rubric seealso sidebar tip
topic versionadded versionchanged warning
"""
_PROSE = frozenset(_PROSE_NAMES.split())
"""Directives whose content is prose."""
_ARGUMENT_NAMES = """
admonition attention caution centered danger epigraph error hint important note rubric seealso sidebar tip
topic warning
"""
_ARGUMENT_IS_PROSE = frozenset(_ARGUMENT_NAMES.split())
_TEXT_ROLES = frozenset(
    ("emphasis", "strong", "title-reference", "title", "t", "abbr", "term", "dfn", "sub", "sup", "subscript")
)

_ADORNMENT = re.compile(r"(?!::[ \t]*\Z)([!-/:-@\[-`{-~])\1+[ \t]*\Z")
_EXPLICIT = re.compile(r"[ \t]*\.\.(?:[ \t]+|\Z)")
_NOTE = re.compile(r"\[(?:#?[\w.-]*|\*)\][ \t]*")
_TARGET = re.compile(r"_(?:`[^`]*`|[^:`]|\\:)*:|__(?:[: ]|\Z)")
_SUBSTITUTION = re.compile(r"\|[^|]+\|[ \t]")
_DIRECTIVE = re.compile(r"([\w.:+-]+?)[ \t]?::(?:[ \t]+|\Z)")
_FIELD = re.compile(r"[ \t]*:(?![: ])(?:[^:\\`]|\\.|:(?!\s|\Z)|`[^`]*`)*:(?:[ \t]+|\Z)")
_BULLET = re.compile(r"[ \t]*(?:[-*+•‣⁃]|\(?(?:\d{1,4}|#|[a-z])[.)])(?:[ \t]+|\Z)")
_BORDER = re.compile(r"[ \t]*(?:\+(?:[-=]+\+)+|=+(?:[ ]+=+)+)[ \t]*\Z")
_COLUMNS = re.compile(r"\S+(?:[ ]\S+)*")
_CELL = re.compile(r"[^|\r\n]+")

_INLINE = re.compile(
    r"""
    (?P<literal>``.+?``(?!`))
  | (?P<role>:(?P<name>[\w.:+-]{1,100}):`(?P<body>(?:[^`\\]|\\.)+)`)
  | (?P<substitution>(?<!\w)\|[^|\s](?:[^|\r\n]*[^|\s])?\|_{0,2})
  | (?P<footnote>\[(?:\#?[\w.-]*|\*)\]_(?!\w))
  | (?P<quoted>_?`(?P<text>(?:[^`\\<]|\\.)+)(?P<url><[^<>`]*>)?`(?:_{0,2}|:[\w.:+-]+:))
  | (?P<stars>\*\*|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w))
  | (?P<reference>(?<=\w)__?(?!\w))
  | (?P<escape>\\[^\r\n])
    """,
    re.VERBOSE | re.DOTALL,
)
_EXPLICIT_TARGET = re.compile(r"\s*<[^<>]*>\Z")


def parse(text: str) -> Markup:
    """Parse reStructuredText."""
    scanner = _Scanner(text)
    scanner.scan()
    blocks = [
        block._replace(quoting=RESTRUCTUREDTEXT) if block.quoting is PLAIN else block
        for block in scanner.blocks
    ]
    found = [one for block in blocks for one in _inline(text, block.span)]
    masks = [one for one in found if isinstance(one, Mask)]
    references = [one for one in found if isinstance(one, Reference)]
    labels = sorted(one for block in blocks for one in _labels(text, block.span))
    markup = assemble(text, blocks, [*scanner.masks, *masks], scanner.comments, references=references)
    return markup._replace(labels=tuple(labels), passages=_passages(text) if "language-" in text else ())


def _passages(text: str) -> tuple[Passage, ...]:
    from canonym.text.markup.restructuredtext_languages import passages  # few texts need it

    return tuple(sorted(passages(text), key=lambda one: (one.span.start, -one.span.end)))


class _Scanner:
    """Gathers blocks. A block is a run of lines at one indent."""

    def __init__(self, text: str) -> None:
        self.blocks: list[Block] = []
        self.masks: list[Mask] = []
        self.comments: list[Span] = []
        self._lines = list(split_lines(text))

    def scan(self) -> None:
        number = 0
        while number < len(self._lines):
            number = self._construct(number)

    def _construct(self, number: int) -> int:
        """Parse the construct that starts on a line; return the number of the line after it."""
        line = self._lines[number]
        if line.blank:
            return number + 1
        if explicit := _EXPLICIT.match(line.text):
            return self._explicit(number, explicit.end())
        if line.text.lstrip().startswith(">>> "):
            return self._until_blank(number)
        if _BORDER.match(line.text):
            return self._table(number)
        if _ADORNMENT.match(line.text):
            return self._overlined(number)
        if line.text.lstrip().startswith("| "):
            self.blocks.append(Block(line.span(line.indent + 1)))
            return number + 1
        return self._paragraph(number)

    def _explicit(self, number: int, at: int) -> int:
        line = self._lines[number]
        rest = line.text[at:]
        end = self._indented_end(number + 1, line.indent)
        if note := _NOTE.match(rest):
            return self._paragraph(number, at + note.end(), BlockKind.ITEM)
        if _TARGET.match(rest):
            return self._until_blank(number, end)
        if _SUBSTITUTION.match(rest):
            return end
        if directive := _DIRECTIVE.match(rest):
            return self._directive(number, at + directive.end(), directive[1], end)
        self.comments.append(Span(line.start + at, self._lines[max(number, end - 1)].end))
        return end

    def _directive(self, number: int, at: int, name: str, end: int) -> int:
        if name not in _PROSE:
            return end
        if name in _ARGUMENT_IS_PROSE and self._lines[number].text[at:].strip():
            number = self._paragraph(number, at) - 1
        following = number + 1
        while following < end and _FIELD.match(self._lines[following].text):
            following += 1
        return following

    def _paragraph(self, number: int, at: int | None = None, kind: BlockKind = BlockKind.PARAGRAPH) -> int:
        line = self._lines[number]
        if at is None:
            at, kind = self._content(line, kind)
        end = number + 1
        indent = self._lines[end].indent if at > line.indent and end < len(self._lines) else line.indent
        while end < len(self._lines) and self._goes_on(self._lines[end], indent, line.indent):
            end += 1
        if end == number + 1 and end < len(self._lines) and _ADORNMENT.match(self._lines[end].text):
            self._title(line.span(at), line, self._lines[end])
            return end + 1
        last = self._lines[end - 1]
        self.blocks.append(Block(Span(line.start + at, last.end), kind))
        return self._literal(end, last, line.indent)

    def _content(self, line: Line, kind: BlockKind) -> tuple[int, BlockKind]:
        """Return where the text of a line begins, after the mark of an item or the name of a field."""
        if marker := _BULLET.match(line.text):
            return marker.end(), BlockKind.ITEM
        if field := _FIELD.match(line.text):
            return field.end(), kind
        return line.indent, kind

    def _goes_on(self, line: Line, indent: int, least: int) -> bool:
        if line.blank or line.indent != indent or indent < least or _ADORNMENT.match(line.text):
            return False
        return not (_EXPLICIT.match(line.text) or _BULLET.match(line.text) or _FIELD.match(line.text))

    def _literal(self, number: int, last: Line, indent: int) -> int:
        """Skip the literal block that two colons announce; return the number of the line after it."""
        if not last.text.rstrip().endswith("::"):
            return number
        colons = last.start + len(last.text.rstrip()) - 2
        self.masks.append(Mask(Span(colons, colons + 2)))
        following = number
        while following < len(self._lines) and self._lines[following].blank:
            following += 1
        return self._indented_end(following, indent)

    def _overlined(self, number: int) -> int:
        if number + 2 < len(self._lines) and _ADORNMENT.match(self._lines[number + 2].text):
            line = self._lines[number + 1]
            if not line.blank and self._lines[number + 2].text.strip() == self._lines[number].text.strip():
                self._title(line.span(), line, self._lines[number])
                return number + 3
        return number + 1

    def _title(self, span: Span, line: Line, rule: Line) -> None:
        spare = len(rule.text.rstrip()) - len(line.text.rstrip())
        self.blocks.append(Block(span, BlockKind.HEADING, title(spare)))

    def _table(self, number: int) -> int:
        grid = self._lines[number].text.lstrip().startswith("+")
        cells = _CELL if grid else _COLUMNS
        borders = 0
        while number < len(self._lines):
            line = self._lines[number]
            if line.blank and (grid or borders >= 3):
                break
            if _BORDER.match(line.text):
                borders += 1
            elif not line.text.strip("+-=| \t"):
                pass
            elif grid and not line.text.lstrip().startswith(("|", "+")):
                break
            else:
                for cell in cells.finditer(line.text):
                    span = Span(line.start + cell.start(), line.start + cell.end())
                    self.blocks.append(Block(span, BlockKind.CELL, CELL))
            number += 1
        return number

    def _indented_end(self, number: int, indent: int) -> int:
        """Return the number of the first line from ``number`` on whose indent is ``indent`` or less."""
        end = number
        for following in range(number, len(self._lines)):
            line = self._lines[following]
            if not line.blank:
                if line.indent <= indent:
                    break
                end = following + 1
        return end

    def _until_blank(self, number: int, end: int | None = None) -> int:
        end = len(self._lines) if end is None else end
        while number < end and not self._lines[number].blank:
            number += 1
        return number


def _inline(text: str, block: Span) -> Iterator[Mask | Reference]:
    for found in _INLINE.finditer(text, *block):
        kind = found.lastgroup
        if kind == "role" or found["role"]:
            yield from _role(found)
        elif found["quoted"]:
            yield Mask(Span(found.start(), found.start("text")), opaque=False)
            target = found.start("url") if found["url"] else found.end("text")
            yield Mask(Span(target, found.end()), opaque=bool(found["url"]))
        elif found["escape"]:
            meant = found[0][1]
            yield Reference(Span(*found.span()), "" if meant.isspace() else meant)
        else:
            opaque = bool(found["literal"] or found["substitution"] or found["footnote"])
            yield Mask(Span(found.start(), found.end()), opaque)


def _labels(text: str, block: Span) -> Iterator[Span]:
    """Yield the texts of links that are also the names of their targets."""
    last = block.start
    for found in _INLINE.finditer(text, *block):
        if found["quoted"] and not found["url"] and found[0].endswith("`_"):
            yield Span(*found.span("text"))
        elif found[0] == "_":
            start = found.start()
            while start > last and (text[start - 1].isalnum() or text[start - 1] in "-._+:"):
                start -= 1
            yield Span(start, found.start())
        last = found.end()


def _role(found: re.Match[str]) -> Iterator[Mask]:
    target = _EXPLICIT_TARGET.search(found["body"])
    if target is None and found["name"] not in _TEXT_ROLES:
        yield Mask(Span(found.start(), found.end()))
        return
    yield Mask(Span(found.start(), found.start("body")), opaque=False)
    end = found.start("body") + target.start() if target else found.end("body")
    yield Mask(Span(end, found.end()), opaque=target is not None)
