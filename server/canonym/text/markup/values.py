"""What the formats of keys and values share: which strings are prose, and what is escaped in them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from canonym.text.glob import matches_key
from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import Block, Markup, Mask, Reader
from canonym.text.markup.plain import paragraphs
from canonym.text.markup.scanning import whole_word
from canonym.text.span import Span
from canonym.text.values import NamedTuple


class Value(NamedTuple):
    """A string value.

    Attributes:
        key: The keys and indexes that lead to it, joined by full stops.
        span: Its content, without quotation marks.
        escape: How escapes begin: a backslash, two quotation marks for one, or nothing.
    """

    key: str
    span: Span
    escape: str = ""


class Structure(NamedTuple):
    """What a scanner found: the string values and the contents of comments."""

    values: list[Value]
    comments: list[Span]


Scan = Callable[[str], Structure]

DEEPEST = 64
"""How many keys may lead to a value; nobody nests texts deeper, but broken files do."""

_LINE = re.compile(r"[^\r\n]+")
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[0-9a-fA-F]{4}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|.|\Z)",
    re.DOTALL,
)
_BREAKS: Mapping[str, bool] = {"\\n": True, "\\r": True, "\\N": True, "\\L": True, "\\P": True}
_SPACES = frozenset(
    ("\\t", "\\_", "\\ ", "\\u00a0", "\\u00A0", "\\xa0", "\\xA0", "\\u00ad", "\\u2060", "\\u202f")
)
_SIGNS = frozenset('"\\/')


def reader_of(scan: Scan, keys: Sequence[str]) -> Reader:
    """Return the reader of the values whose keys match one of ``keys``."""

    def read(text: str) -> Markup:
        structure = scan(text)
        blocks: list[Block] = []
        masks: list[Mask] = []
        for value in structure.values:
            if any(matches_key(value.key, pattern) for pattern in keys):
                hidden = list(_escapes(text, value))
                masks.extend(hidden)
                blocks.extend(paragraphs(text, list(_lines(text, value.span, hidden))))
        return assemble(text, blocks, masks, structure.comments)

    return read


def _escapes(text: str, value: Value) -> Iterator[Mask]:
    if value.escape == "\\":
        for found in _ESCAPE.finditer(text, *value.span):
            yield _escape(text, Span(*found.span()), value.span)
    elif value.escape:
        at = value.span.start
        while (at := text.find(value.escape, at, value.span.end)) >= 0:
            yield Mask(Span(at, at + 1), opaque=False)
            at += len(value.escape)


def _escape(text: str, span: Span, value: Span) -> Mask:
    escape = span.of(text)
    if escape[1:] in _SIGNS:
        return Mask(Span(span.start, span.start + 1), opaque=False)
    if escape in _BREAKS or escape in _SPACES or escape[1:].isspace():
        return Mask(span, opaque=False)
    if escape[1:2] in ("u", "U", "x") and chr(min(int(escape[2:6].strip("\\") or "0", 16), 0xFFFF)).isalpha():
        start, end = whole_word(text, span)
        return Mask(Span(max(start, value.start), min(end, value.end)))
    return Mask(span)


def _lines(text: str, span: Span, masks: Sequence[Mask]) -> Iterator[Span]:
    """Yield the lines of a value that are not blank; an escaped line end ends a line, too."""
    start = span.start
    for hidden, _ in masks:
        if hidden.of(text) in _BREAKS:
            yield from _real_lines(text, Span(start, hidden.start))
            start = hidden.end
    yield from _real_lines(text, Span(start, span.end))


def _real_lines(text: str, span: Span) -> Iterator[Span]:
    for found in _LINE.finditer(text, *span):
        if not found[0].isspace():
            yield Span(*found.span())
