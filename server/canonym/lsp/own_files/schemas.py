"""Completions and descriptions for our own files, from the shapes that also check them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lsprotocol import types

from canonym.index.termbase_index import Index
from canonym.lsp.documents.positions import SourceText
from canonym.lsp.names.text_for_people import Prose
from canonym.lsp.own_files.own_places import TABLE, Place
from canonym.project.settings_shape import schema
from canonym.termbase.authored_shape import TERMBASE
from canonym.termbase.toml_places import Path
from canonym.text.span import Span

_HEADER = re.compile(r"^[ \t]*\[{1,2}[ \t]*([^\[\]\n]*?)[ \t]*\]{1,2}", re.MULTILINE)
_KEY = re.compile(r"\s*([\w.-]*)\Z")
_VALUE = re.compile(r"\s*([\w-]+)\s*=\s*(?:\[[^\]]*)?[\"']?([^\"'\[\]=,]*)\Z")
_MOST = 50


def describe(place: Place, prose: Prose) -> str:
    """Return the description of a key; empty if it is unknown."""
    shape = _shape(place.path, is_termbase=place.is_termbase)
    if shape is None or not shape.get("description"):
        return ""
    lines = [prose.strong(str(_last_name(place.path))) + prose.plain(": " + shape["description"])]
    if shape.get("enum"):
        lines.append(prose.plain("One of " + ", ".join(map(str, shape["enum"])) + "."))
    if shape.get("default") not in (None, {}, ()):
        lines.append(prose.plain(f"Default: {shape['default']}"))
    return "\n\n".join(lines)


def completions_at(
    source: SourceText, offset: int, *, is_termbase: bool, shared: bool, index: Index
) -> list[types.CompletionItem]:
    """Return the possible keys, or the possible values of the key, at ``offset``.

    It uses only the header above and the line, because the text is seldom TOML while somebody types.
    """
    table = _table(source.text, offset, shared=shared)
    if table is None:
        return []
    start = source.text.rfind("\n", 0, offset) + 1
    typed = source.text[start:offset]
    key = _KEY.match(typed)
    if key is not None:
        return _keys(
            source, Span(offset - len(key[1]), offset), _object_shape(table, is_termbase=is_termbase)
        )
    value = _VALUE.match(typed)
    if value is None:
        return []
    span = Span(offset - len(value[2]), offset)
    shape = _shape((*table, value[1]), is_termbase=is_termbase) or {}
    choices = _choices(shape) or (_forms(index, value[2]) if is_termbase and value[1] != "note" else [])
    return [_item(source, span, choice, types.CompletionItemKind.Value) for choice in choices]


def _keys(source: SourceText, span: Span, shape: Mapping[str, Any] | None) -> list[types.CompletionItem]:
    if shape is None:
        return []
    items = []
    for name, inner in shape.get("properties", {}).items():
        item = _item(source, span, name, types.CompletionItemKind.Property)
        item.documentation = inner.get("description")
        items.append(item)
    names = shape.get("propertyNames", {}).get("enum", ())
    return items + [_item(source, span, name, types.CompletionItemKind.Property) for name in names]


def _item(source: SourceText, span: Span, text: str, kind: types.CompletionItemKind) -> types.CompletionItem:
    return types.CompletionItem(label=text, kind=kind, text_edit=types.TextEdit(source.range(span), text))


def _choices(shape: Mapping[str, Any]) -> list[str]:
    if "anyOf" in shape and "type" not in shape:
        return [choice for one in shape["anyOf"] for choice in _choices(one)]
    return [str(choice) for choice in shape.get("enum", shape.get("items", {}).get("enum", ()))]


def _forms(index: Index, typed: str) -> Iterable[str]:
    if len(typed) < 2:
        return []
    return [concept.terms[0].form for concept in index.complete(typed, _MOST)]


def _table(text: str, offset: int, *, shared: bool) -> Path | None:
    """Return the path of the table around ``offset``; None if it is not ours."""
    names: tuple[str, ...] = ()
    for match in _HEADER.finditer(text, 0, offset):
        if match.end() <= offset:
            names = tuple(part.strip().strip("\"'") for part in match[1].split("."))
    if not shared:
        return names
    return names[len(TABLE) :] if names[: len(TABLE)] == TABLE else None


def _object_shape(table: Path, *, is_termbase: bool) -> Mapping[str, Any] | None:
    shape = _shape(table, is_termbase=is_termbase)
    while shape is not None and shape.get("type") == "array":
        shape = shape["items"]
        if "anyOf" in shape and "type" not in shape:
            shape = next((one for one in shape["anyOf"] if one.get("type") == "object"), None)
    return shape


def _shape(path: Path, *, is_termbase: bool) -> Mapping[str, Any] | None:
    """Return the shape of what may be at ``path``; None if nothing may."""
    shape: Mapping[str, Any] | None = TERMBASE if is_termbase else schema()
    for step in path:
        if shape is None:
            return None
        shape = _inner(shape, step)
    return shape


def _inner(shape: Mapping[str, Any], step: str | int) -> Mapping[str, Any] | None:
    if "anyOf" in shape and "type" not in shape:
        return next((found for one in shape["anyOf"] if (found := _inner(one, step)) is not None), None)
    if shape.get("type") == "array":
        inner: Mapping[str, Any] = shape["items"]
        return inner if isinstance(step, int) else _inner(inner, step)
    if isinstance(step, str) and step in shape.get("properties", {}):
        known: Mapping[str, Any] = shape["properties"][step]
        return known
    rest = shape.get("additionalProperties")
    return rest if isinstance(rest, Mapping) else None


def _last_name(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")
