"""String values of YAML, by path setting.

The events of PyYAML give the exact offsets of scalars. A broken file is parsed up to where it breaks.
"""

import re
from collections.abc import Iterator, Sequence

import yaml

from canonym.text.markup.base import PLAIN, Markup, Parser, Quoting, as_it_is
from canonym.text.markup.data_values import DEEPEST, Structure, Value, parser_of, string_quoting
from canonym.text.markup.yaml_events import events_to_break
from canonym.text.span import Span

_COMMENT = re.compile(r"(?:(?<=\s)|\A)#([^\r\n]*)")
_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n|\n|\r|\Z)")
_PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s+|\Z))+")
_QUOTED = {
    '"': ("\\", string_quoting("a string of YAML", '"')),
    "'": ("''", Quoting("a string of YAML", lambda text, _: text.replace("'", "''"))),
}


_INDICATOR = re.compile(r"[?\[\]{}]|:(?=\s|\Z)|(?:\A|\s)#")
"""What may end a plain scalar. Parsers disagree on some of it."""
_OPENING = re.compile(r"[-!&*|>%@`'\",]")
"""Characters that cannot begin a plain scalar."""
_BEFORE = re.compile(r"(?:[-:?\[{,]|\A)\s*\Z")


def _plain(text: str, before: str) -> str | None:
    opens = _BEFORE.search(before) and _OPENING.match(text)
    return None if opens or _INDICATOR.search(text) else text


_SCALARS = {
    "": Quoting("a plain scalar of YAML", _plain),
    "|": Quoting("a block scalar of YAML", as_it_is),
    ">": Quoting("a block scalar of YAML", as_it_is),
}


def parse(text: str) -> Markup:
    """Parse YAML without a setting: none of its values is prose, but its comments are comments."""
    return parser([])(text)


def parser(keys: Sequence[str]) -> Parser:
    """Return the parser of the values at ``keys``."""
    return parser_of(_scan, keys)


def _scan(text: str) -> Structure:
    values: list[Value] = []
    scalars: list[Span] = []
    path = _Path()
    for event in events_to_break(text):
        if isinstance(event, yaml.CollectionEndEvent):
            path.leave()
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        key = path.enter(event)
        if isinstance(event, yaml.ScalarEvent):
            scalars.append(_span(text, event))
            if key is not None:
                values.append(_value(text, scalars[-1], event.style or "", key))
    return Structure(values, list(_comments(text, scalars)))


def _span(text: str, scalar: yaml.ScalarEvent) -> Span:
    """Return the span of a scalar without its anchor and tag."""
    assert scalar.start_mark is not None
    assert scalar.end_mark is not None
    start, end = scalar.start_mark.index, scalar.end_mark.index
    properties = _PROPERTIES.match(text, start, end) if scalar.anchor or scalar.tag else None
    return Span(properties.end() if properties else start, end)


def _value(text: str, span: Span, style: str, key: str) -> Value:
    if style in ("'", '"'):
        return Value(key, Span(span.start + 1, max(span.end - 1, span.start + 1)), *_QUOTED[style])
    header = _HEADER.match(text, *span) if style else None
    start = header.end() if header else span.start
    return Value(key, Span(start, span.end), "", _SCALARS.get(style, PLAIN))


def _comments(text: str, scalars: Sequence[Span]) -> Iterator[Span]:
    """Yield the contents of comments. They lie between scalars."""
    at = 0
    for start, end in (*scalars, Span(len(text), len(text))):
        for found in _COMMENT.finditer(text, at, max(start, at)):
            yield Span(*found.span(1))
        at = max(at, end)


class _Path:
    """Follows the keys and indexes that lead to a node."""

    def __init__(self) -> None:
        self._keys: list[str | int | None] = []
        self._is_key: list[bool] = []

    def enter(self, node: yaml.NodeEvent) -> str | None:
        """Follow a node. Return its path if it is a value to parse."""
        is_key = bool(self._keys) and self._keys[-1] is None
        if is_key:
            self._keys[-1] = node.value if isinstance(node, yaml.ScalarEvent) else "?"
        elif self._keys and isinstance(self._keys[-1], int):
            self._keys[-1] += 1
        where = None
        if isinstance(node, yaml.ScalarEvent) and not is_key and len(self._keys) <= DEEPEST:
            where = None if any(self._is_key) else ".".join(map(str, self._keys))
        if isinstance(node, yaml.CollectionStartEvent):
            self._keys.append(None if isinstance(node, yaml.MappingStartEvent) else -1)
            self._is_key.append(is_key)
        elif not is_key:
            self._after_value()
        return where

    def leave(self) -> None:
        """Leave a mapping or sequence."""
        self._keys.pop()
        if not self._is_key.pop():
            self._after_value()

    def _after_value(self) -> None:
        if self._keys and isinstance(self._keys[-1], str):
            self._keys[-1] = None
