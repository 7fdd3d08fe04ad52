"""What the formats of keys and values share: which strings are prose, and which escapes they hold."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence

from canonym.text.glob import matches_key
from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import PLAIN, Block, Markup, Mask, Parser, Passage, Quoting, Reference
from canonym.text.markup.character_references import reference
from canonym.text.markup.plain import paragraphs
from canonym.text.markup.scanning import whole_word
from canonym.text.span import Span
from canonym.text.tags.canonical_tag import canonical_tag
from canonym.text.values import NamedTuple


class Value(NamedTuple):
    """A string value.

    Attributes:
        key: The keys and indexes that lead to it, joined by full stops.
        span: Its content, without quotation marks.
        escape: The start of an escape: a backslash, two quotation marks for one, or nothing.
        quoting: How to write a text into it.
    """

    key: str
    span: Span
    escape: str = ""
    quoting: Quoting = PLAIN


class Structure(NamedTuple):
    """What a scanner found: the string values, and the contents of comments."""

    values: list[Value]
    comments: list[Span]


Scan = Callable[[str], Structure]

DEEPEST = 64
"""How many keys may lead to a value. Nobody nests texts deeper, but broken files do."""

_LANGUAGE_KEYS = frozenset(("lang", "language", "@language", "xml:lang"))
_LINE = re.compile(r"[^\r\n]+")
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[0-9a-fA-F]{4}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|.|\Z)",
    re.DOTALL,
)
_BREAKS: Mapping[str, bool] = {"\\n": True, "\\r": True, "\\N": True, "\\L": True, "\\P": True}
_SIGNS = {one: one for one in "\"'/\\ "} | {"t": "\t", "_": "\u00a0"}
"""What a sign after a backslash means."""


def parser_of(scan: Scan, keys: Sequence[str]) -> Parser:
    """Return the parser of the values whose keys match one of ``keys``."""

    def parse(text: str) -> Markup:
        structure = scan(text)
        blocks: list[Block] = []
        masks: list[Mask] = []
        references: list[Reference] = []
        chosen: list[Value] = []
        for value in structure.values:
            if any(matches_key(value.key, pattern) for pattern in keys):
                chosen.append(value)
                escapes = list(_escapes(text, value))
                hidden = [one for one in escapes if isinstance(one, Mask)]
                masks += hidden
                references += [one for one in escapes if isinstance(one, Reference)]
                found = paragraphs(text, list(_lines(text, value.span, hidden)))
                blocks += [block._replace(quoting=value.quoting) for block in found]
        markup = assemble(text, blocks, masks, structure.comments, references=references)
        return markup._replace(passages=tuple(_passages(text, structure.values, chosen)))

    return parse


def _passages(text: str, values: Sequence[Value], chosen: Sequence[Value]) -> Iterator[Passage]:
    """Yield the chosen values beside which, or around which, a language is said."""
    said: dict[str, list[Value]] = {}
    for value in values:
        around, _, key = value.key.rpartition(".")
        if key in _LANGUAGE_KEYS:
            said.setdefault(around, []).append(value)
    for value in chosen if said else ():
        around = value.key
        while around:
            around = around.rpartition(".")[0]
            if around in said:
                saying = (
                    said[around][0] if len(said[around]) == 1 else _on_its_line(text, value, said[around])
                )
                if saying and (tag := canonical_tag(saying.span.of(text))):
                    yield Passage(value.span, tag)
                break


def _on_its_line(text: str, value: Value, saying: Sequence[Value]) -> Value | None:
    """Return the language that is said on the line of ``value``: a record of JSON Lines."""
    at = bisect_left(saying, value.span.start, key=lambda one: one.span.start)
    for one in saying[max(at - 1, 0) : at + 1]:
        first, last = sorted((one.span, value.span))
        if not any(sign in text[first.end : last.start] for sign in "\r\n"):
            return one
    return None


def string_quoting(place: str, quote: str) -> Quoting:
    """Return how to write a text into a string with backslashes, between double quotation marks."""

    def written(text: str, _: str) -> str:
        escaped = text.replace("\\", "\\\\").replace(quote, f"\\{quote}")
        return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped)

    return Quoting(place, written)


def _escapes(text: str, value: Value) -> Iterator[Mask | Reference]:
    if value.escape == "\\":
        for found in _ESCAPE.finditer(text, *value.span):
            yield _escape(text, Span(*found.span()), value.span)
    elif value.escape:
        at = value.span.start
        while (at := text.find(value.escape, at, value.span.end)) >= 0:
            yield Reference(Span(at, at + 2), value.escape[0])
            at += 2


def _escape(text: str, span: Span, value: Span) -> Mask | Reference:
    escape = span.of(text)
    if escape in _BREAKS or escape[1:2] in ("\r", "\n"):
        return Mask(span, opaque=False)
    if (sign := _SIGNS.get(escape[1:])) is not None:
        return reference(span, sign)
    if escape[1:2] not in ("u", "U", "x") or len(escape) < 4:
        return Mask(span)
    try:
        units = [int(unit, 16) for unit in re.findall(r"[0-9a-fA-F]{2,}", escape)]
        # UTF-16 writes some characters as two units, which belong together.
        data = b"".join(unit.to_bytes(4 // len(units), "big") for unit in units)
        return reference(span, data.decode("utf-16-be" if len(units) == 2 else "utf-32-be"))
    except (ValueError, OverflowError):
        start, end = whole_word(text, span)
        return Mask(Span(max(start, value.start), min(end, value.end)))


def _lines(text: str, span: Span, masks: Sequence[Mask]) -> Iterator[Span]:
    """Yield the lines of a value that are not blank. An escaped line end also ends a line."""
    start = span.start
    for hidden in [mask.span for mask in masks]:
        if hidden.of(text) in _BREAKS:
            yield from _real_lines(text, Span(start, hidden.start))
            start = hidden.end
    yield from _real_lines(text, Span(start, span.end))


def _real_lines(text: str, span: Span) -> Iterator[Span]:
    for found in _LINE.finditer(text, *span):
        if not found[0].isspace():
            yield Span(*found.span())
