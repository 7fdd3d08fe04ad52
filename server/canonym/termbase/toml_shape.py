"""Compares TOML values with a description of their shape. The parser, the editor and the manual share it.

A shape is a JSON Schema (draft 2020-12). We use ``type``, ``enum``, ``pattern``, ``minLength``, ``items``,
``minItems``, ``properties``, ``minProperties``, ``required``, ``dependentRequired``,
``additionalProperties``, ``propertyNames`` and ``anyOf`` (of types, or of single required keys). We also use
``format: date``, because TOML has dates and JSON has none. Published validators suggest no nearest key, and
take longer to import than a whole check may take.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from canonym.termbase.toml_places import Path
from canonym.text.values import NamedTuple

Shape = Mapping[str, Any]


class Fault(NamedTuple):
    """What is wrong with the value at ``path``, and the other place that contradicts it, if any."""

    path: Path
    message: str
    other: Path = ()


_KINDS: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "array": (list,),
    "object": (dict,),
}
_WORDS = {
    "string": "a string",
    "boolean": "true or false",
    "integer": "a whole number",
    "array": "a list",
    "object": "a table",
}


def faults(value: object, shape: Shape, path: Path = ()) -> Iterator[Fault]:
    """Yield what is wrong with ``value``, in the order of the text."""
    if "anyOf" in shape and "type" not in shape:
        yield from _any_of(value, shape["anyOf"], path)
        return
    wanted = shape.get("type", "")
    if wanted and not _is(value, shape):
        yield Fault(path, f"expected {_expected(shape)}, got {_got(value)}")
        return
    if "enum" in shape and value not in shape["enum"]:
        yield Fault(path, f"unknown value {value!r}{nearest(str(value), shape['enum'])}")
        return
    if isinstance(value, str):
        yield from _string(value, shape, path)
    elif isinstance(value, list):
        yield from _array(value, shape, path)
    elif isinstance(value, dict):
        yield from _object(value, shape, path)


def nearest(word: str, known: Collection[str]) -> str:
    """Return ``; did you mean …?`` with the known word most like ``word``; all of them if none is alike."""
    from difflib import get_close_matches

    near = get_close_matches(word.casefold(), known, n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(known)}"


def _is(value: object, shape: Shape) -> bool:
    if shape.get("format") == "date":
        return isinstance(value, date) and not isinstance(value, datetime)
    kind = "boolean" if isinstance(value, bool) else shape["type"]
    return kind == shape["type"] and isinstance(value, _KINDS[kind])


def _expected(shape: Shape) -> str:
    if shape.get("format") == "date":
        return "a date such as 2026-12-31 (without quotation marks)"
    return str(shape.get("title") or _WORDS[shape["type"]])


def _got(value: object) -> str:
    for kind, types in _KINDS.items():
        if isinstance(value, types):
            return _WORDS[kind]
    return f"a {type(value).__name__}"


def _any_of(value: object, shapes: Collection[Shape], path: Path) -> Iterator[Fault]:
    for shape in shapes:
        if _is(value, shape):
            yield from faults(value, shape, path)
            return
    yield Fault(path, f"expected {' or '.join(map(_expected, shapes))}, got {_got(value)}")


def _string(value: str, shape: Shape, path: Path) -> Iterator[Fault]:
    if len(value.strip()) < shape.get("minLength", 0):
        yield Fault(path, "is empty; write the text or remove the entry")
    elif "pattern" in shape and not re.search(shape["pattern"], value):
        yield Fault(path, f"{value!r} is not {shape.get('title', 'allowed here')}")


def _array(value: list[object], shape: Shape, path: Path) -> Iterator[Fault]:
    if len(value) < shape.get("minItems", 0):
        yield Fault(path, "is empty; write an entry or remove the key")
    for number, item in enumerate(value):
        yield from faults(item, shape["items"], (*path, number))


def _object(value: dict[str, object], shape: Shape, path: Path) -> Iterator[Fault]:
    known: Mapping[str, Shape] = shape.get("properties", {})
    rest: Shape | bool = shape.get("additionalProperties", True)
    for key, inner in value.items():
        if key in known:
            yield from faults(inner, known[key], (*path, key))
        elif isinstance(rest, bool):
            if not rest:
                yield Fault((*path, key), f"unknown key{nearest(key, known)}")
        else:
            yield from faults(key, shape.get("propertyNames", {}), (*path, key))
            yield from faults(inner, rest, (*path, key))
    yield from (Fault(path, f"lacks {missing}") for missing in _missing(value, shape))


def _missing(value: Collection[str], shape: Shape) -> Iterator[str]:
    """Yield what a table lacks, in words."""
    required = [
        *shape.get("required", ()),
        *(key for at, keys in shape.get("dependentRequired", {}).items() if at in value for key in keys),
    ]
    lacking = [repr(key) for key in dict.fromkeys(required) if key not in value]
    yield from lacking
    ways = [way["required"][0] for way in shape.get("anyOf", ())]
    if ways and not lacking and not any(key in value for key in ways):
        yield " or ".join(map(repr, ways))
    if len(value) < shape.get("minProperties", 0):
        yield "an entry"
