"""String values of TOML, by path setting.

tomllib and tomlkit give no positions of values. Tables, keys, strings and brackets are enough to find them.
"""

import re
from collections.abc import Sequence

from canonym.text.markup.base import Markup, Parser, Quoting, as_it_is
from canonym.text.markup.data_values import DEEPEST, Structure, Value, parser_of, string_quoting
from canonym.text.span import Span

_BARE = r"[A-Za-z0-9_-]++"
_QUOTED = r"(?:\"(?:[^\"\\\r\n]|\\.)*+\"|'[^'\r\n]*+')"
_KEY = rf"(?:{_BARE}|{_QUOTED})"
_MORE = rf"(?:[ \t]*+\.[ \t]*+{_KEY})*+"
"""The further parts of a dotted key."""
_TOKEN = re.compile(
    rf"""
    (?P<table>(?:(?<=[\r\n])|\A)[ \t]*\[{{1,2}}[ \t]*(?P<name>{_KEY}{_MORE})[ \t]*+\]{{1,2}})
  | (?P<key>{_QUOTED}{_MORE})[ \t]*+=
  | (?P<bare>{_BARE}{_MORE})(?P<equals>[ \t]*+=)?
  | \"\"\"(?P<long>(?:[^\"\\]|\\.|\"{{1,2}}(?!\"))*+)\"\"\"
  | '''(?P<raw>(?:[^']|'{{1,2}}(?!'))*+)'''
  | \"(?P<basic>(?:[^\"\\\r\n]|\\.)*+)\"
  | '(?P<literal>[^'\r\n]*)'
  | \#(?P<comment>[^\r\n]*)
  | (?P<sign>[{{}}\[\],])
    """,
    re.VERBOSE | re.DOTALL,
)
_PART = re.compile(_KEY)
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")


def _literal(text: str, _: str) -> str | None:
    return None if "'" in text or _CONTROL.search(text) else text


_BASIC = string_quoting("a string of TOML", '"')
_LITERAL = Quoting("a literal string of TOML", _literal)
_STRINGS = {
    "long": ("\\", _BASIC),
    "basic": ("\\", _BASIC),
    "raw": ("", Quoting("a literal string of TOML", as_it_is)),
    "literal": ("", _LITERAL),
}


def parse(text: str) -> Markup:
    """Parse TOML without a setting: none of its values is prose, but its comments are comments."""
    return parser([])(text)


def parser(keys: Sequence[str]) -> Parser:
    """Return the parser of the values at ``keys``."""
    return parser_of(_scan, keys)


def _scan(text: str) -> Structure:
    structure = Structure([], [])
    tables: dict[str, int] = {}
    table = ""
    # The open brackets of the current value: the key inside an inline table, the index inside an array.
    path: list[str | int] = []
    for token in _TOKEN.finditer(text):
        kind = str(token.lastgroup)
        if kind == "comment":
            structure.comments.append(Span(*token.span("comment")))
        elif token["table"]:
            table, path = _table(token, tables), []
        elif token["key"]:
            _name(path, token["key"])
        elif token["equals"]:
            _name(path, token["bare"])
        elif kind == "sign":
            _step(path, token["sign"])
        elif kind in _STRINGS and len(path) <= DEEPEST:
            key = ".".join(map(str, filter(lambda part: part != "", (table, *path))))
            structure.values.append(Value(key, Span(*token.span(kind)), *_STRINGS[kind]))
    return structure


def _table(token: re.Match[str], seen: dict[str, int]) -> str:
    name = _joined(token["name"])
    if not token["table"].lstrip().startswith("[["):
        return name
    seen[name] = seen.get(name, -1) + 1
    return f"{name}.{seen[name]}"


def _joined(key: str) -> str:
    return ".".join(part.strip("\"'") for part in _PART.findall(key))


def _name(path: list[str | int], key: str) -> None:
    """Follow a key. Inside an array there is none."""
    if not path or isinstance(path[-1], str):
        path[-1:] = [_joined(key)]


def _step(path: list[str | int], sign: str) -> None:
    if sign == "{":
        path.append("")
    elif sign == "[":
        path.append(0)
    elif sign == "," and path and isinstance(path[-1], int):
        path[-1] += 1
    elif sign in "}]" and len(path) > 1:
        path.pop()
