"""Small edits of a TOML text. Every other character stays unchanged.

Line ends, comments, order, quotation marks and indentation of the rest are kept. Libraries that write a
changed tree do not keep them: they move a comment before the next table and write their own line ends.
"""

import json
import re
from collections.abc import Mapping
from datetime import date

from canonym.termbase.edits.text_lines import end_of_line, indent, line_end, next_line, start_of_line
from canonym.termbase.errors import SourceError
from canonym.termbase.toml_places import Located, Path, locate, tokens
from canonym.text.span import Span

_HALF = re.compile("[\ud800-\udfff]")

Scalar = str | bool | int | date
Value = Scalar | tuple[str, ...] | Mapping[str, Scalar | tuple[str, ...]]
"""What the edits can write."""


def append_table(text: str, header: str, pairs: Mapping[str, Value]) -> str:
    """Add a table at the end, after an empty line. ``header`` includes its brackets."""
    end = line_end(text)
    lines = [header, *(f"{key} = {toml(value)}" for key, value in pairs.items())]
    if text and not text.endswith("\n"):
        text += end
    gap = end if text.strip() and not text.endswith(end * 2) else ""
    return text + gap + end.join(lines) + end


def set_key(text: str, table: Path, key: str, value: Value) -> str:
    """Set ``key`` of ``table``, in its place or behind the other keys. A table that is missing is made.

    ``key`` may be dotted if it is new.
    """
    places = locate(text)
    if (*table, key) in places:
        return _splice(text, places[*table, key].value, toml(value))
    written, inner = _written(text, places, table)
    return _with_line(text, places, written, f"{'.'.join((*inner, key))} = {toml(value)}")


def add_item(text: str, table: Path, key: str, item: str | Mapping[str, Scalar]) -> str:
    """Add ``item`` to the end of the list ``key`` of the existing ``table``.

    Raises:
        KeyError: The table has no such list.
    """
    places = locate(text)
    path = (*table, key)
    if path not in places:
        raise KeyError(path)
    spans = _items(places, path)
    if not spans:
        start = places[path].value.start + 1
        return _splice(text, Span(start, start), toml(item))
    last, close = spans[-1], places[path].value.end - 1
    comma = _comma_behind(text, last.end, close)
    if "\n" not in text[last.end : close]:
        return _splice(text, Span(last.end, last.end), f", {toml(item)}")
    at = end_of_line(text, last.end if comma is None else comma)
    line = f"{line_end(text)}{indent(text, last.start)}{toml(item)}" + ("," if comma is not None else "")
    text = _splice(text, Span(at, at), line)
    return text if comma is not None else _splice(text, Span(last.end, last.end), ",")


def remove_item(text: str, path: Path, number: int) -> str:
    """Remove entry ``number`` from the list at ``path``, with its line if no other entry is on it."""
    places = locate(text)
    spans = _items(places, path)
    item, close = spans[number], places[path].value.end - 1
    comma = _comma_behind(text, item.end, close)
    start, end = start_of_line(text, item.start), end_of_line(text, item.end)
    alone = not text[start : item.start].strip() and end < close and _only(text[item.end : end])
    if alone and (comma is None or comma < end):
        return _splice(text, Span(start, next_line(text, end)), "")
    if number + 1 < len(spans) and "\n" not in text[item.end : spans[number + 1].start]:
        return _splice(text, Span(item.start, spans[number + 1].start), "")
    if number and "\n" not in text[spans[number - 1].end : item.start]:
        return _splice(text, Span(spans[number - 1].end, item.end), "")
    return _splice(text, Span(item.start, item.end if comma is None else comma), "")


def remove_table(text: str, table: Path) -> str:
    """Remove ``table`` and everything in it, but no comment before it."""
    places = locate(text)
    start = start_of_line(text, places[table].key.start)
    last = max(place.value.end for path, place in places.items() if path[: len(table)] == table)
    end = next_line(text, end_of_line(text, last))
    while end < len(text) and not text[end : end_of_line(text, end)].strip():
        end = next_line(text, end_of_line(text, end))
    return _splice(text, Span(start, end), "")


def toml(value: Value) -> str:
    """Write ``value`` as TOML.

    Raises:
        SourceError: A text holds half of a character (a lone surrogate), which TOML cannot express.
    """
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {toml(inner)}' for key, inner in value.items())} }}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(toml, value))}]"
    written = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if _HALF.search(written):
        raise SourceError("", 0, "", f"{value!a} holds half of a character, and TOML has no way to write it")
    return written


def _splice(text: str, span: Span, new: str) -> str:
    return text[: span.start] + new + text[span.end :]


def _written(text: str, places: Mapping[Path, Located], table: Path) -> tuple[Path, tuple[str, ...]]:
    """Return the nearest table around ``table`` that stands in the text by itself, and the names from there.

    A table may exist in dotted names alone, such as ``forms.de``.
    """
    length = len(table)
    while length and not _stands(text, places, table[:length]):
        length -= 1
    return table[:length], tuple(map(str, table[length:]))


def _stands(text: str, places: Mapping[Path, Located], table: Path) -> bool:
    if table not in places:
        return False
    value = text[slice(*places[table].value)]
    names = sum(token.kind in ("bare", "string") for token in tokens(value))
    return value.startswith("{") or (
        value.startswith("[") and names == sum(isinstance(step, str) for step in table)
    )


def _with_line(text: str, places: Mapping[Path, Located], table: Path, line: str) -> str:
    """Add a key and its value to a table that stands in the text: on a line, or within the braces."""
    held = places[table].value
    last = max(_keys(text, places, table), default=held.end)
    if not text.startswith("{", held.start):
        at = end_of_line(text, last)
        return _splice(text, Span(at, at), f"{line_end(text)}{indent(text, at)}{line}")
    if last == held.end:
        return _splice(text, held, f"{{ {line} }}")
    return _splice(text, Span(last, last), f", {line}")


def _keys(text: str, places: Mapping[Path, Located], table: Path) -> list[int]:
    """Return where the values of a table end, without those below the headers of its inner tables."""
    inside = {path: place for path, place in places.items() if path[: len(table)] == table != path}
    headers = (
        place.key.start
        for path, place in inside.items()
        if isinstance(path[-1], str) and text.startswith("[", place.key.start)
    )
    end = min(headers, default=len(text))
    values = (place for place in inside.values() if place.key != place.value)
    return [place.value.end for place in values if place.key.start < end]


def _items(places: Mapping[Path, Located], path: Path) -> list[Span]:
    spans: list[Span] = []
    while (*path, len(spans)) in places:
        spans.append(places[*path, len(spans)].value)
    return spans


def _comma_behind(text: str, start: int, close: int) -> int | None:
    match = re.compile(r"(?:\s|#[^\n]*\n)*,").match(text, start, close)
    return match.end() if match else None


def _only(rest: str) -> bool:
    return re.fullmatch(r"\s*,?\s*(#.*)?", rest) is not None
