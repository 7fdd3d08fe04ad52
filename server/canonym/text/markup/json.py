"""String values of JSON, JSON Lines and JSON with comments, by path setting.

The standard library's decoder gives no positions, and JSON has few kinds of tokens. Broken JSON is parsed as
far as its strings are clear.
"""

import re
from collections.abc import Sequence

from canonym.text.markup.base import Markup, Parser
from canonym.text.markup.data_values import DEEPEST, Structure, Value, parser_of, string_quoting
from canonym.text.span import Span

_TOKEN = re.compile(
    r'"(?P<string>(?:[^"\\\r\n]|\\.)*+)"(?P<key>\s*:)?|(?P<sign>[{}\[\],])|//(?P<line>[^\r\n]*)|/\*(?P<block>.*?)(?:\*/|\Z)',
    re.DOTALL,
)

_STRING = string_quoting("a string of JSON", '"')


def parse(text: str) -> Markup:
    """Parse JSON without a setting: none of its values is prose, but its comments are comments."""
    return parser([])(text)


def parser(keys: Sequence[str]) -> Parser:
    """Return the parser of the values at ``keys``."""
    return parser_of(_scan, keys)


def _scan(text: str) -> Structure:
    structure = Structure([], [])
    path: list[str | int] = []
    for token in _TOKEN.finditer(text):
        if token["sign"]:
            _step(path, token["sign"])
        elif token["string"] is None:
            comment = "line" if token["block"] is None else "block"
            structure.comments.append(Span(*token.span(comment)))
        elif token["key"] and path and isinstance(path[-1], str):
            path[-1] = token["string"]
        elif len(path) <= DEEPEST:
            key = ".".join(map(str, path))
            structure.values.append(Value(key, Span(*token.span("string")), "\\", _STRING))
    return structure


def _step(path: list[str | int], sign: str) -> None:
    """Follow a bracket or comma. A string ends the path inside an object, a number inside an array."""
    if sign == "{":
        path.append("")
    elif sign == "[":
        path.append(0)
    elif sign == "," and path and isinstance(path[-1], int):
        path[-1] += 1
    elif sign in "}]" and path:
        path.pop()
