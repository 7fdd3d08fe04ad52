"""Finds the place of each key and value of a TOML text. ``tomllib`` gives the values but not their places.

The text must be valid TOML: call ``parse_toml`` first. So the scanner needs to know only what separates
tokens, not what they mean.
"""

import re
from collections.abc import Iterator, Mapping

from canonym.text.span import Span
from canonym.text.values import NamedTuple

Path = tuple[str | int, ...]
"""The path to a value: names of keys, and numbers of entries (from 0)."""

_GRAMMAR = r'''
    (?P<string> """(?:\\.|[^\\])*?"{3,5} | \'\'\'.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*' )
  | (?P<comment> \#[^\n]* )
  | (?P<newline> \n )
  | (?P<space> [ \t\r]+ )
  | (?P<mark> [\[\]{}=,.] )
  | (?P<bare> [^\s\[\]{}=,.\#"']+ )
'''
_BARE = r"[A-Za-z0-9_-]+"
_SYNTAX_PLACE = r" \(at (?:line (\d+), column \d+|end of document)\)$"


class Located(NamedTuple):
    """The place of an entry.

    Attributes:
        key: Its name; for an entry of an array, the whole entry.
        value: Its value; for a table, its header.
    """

    key: Span
    value: Span


class Token(NamedTuple):
    """A piece of TOML; its kind is ``string``, ``newline``, ``mark`` or ``bare``."""

    kind: str
    text: str
    span: Span


def locate(text: str) -> Mapping[Path, Located]:
    """Return the place of each table, key and array entry of ``text``, in code points."""
    return _Scanner(text).places


def key_name(path: Path) -> str:
    """Return ``path`` in the form for people: ``name[1].admitted[2]``, counted from 1."""
    name = ""
    for step in path:
        if isinstance(step, int):
            name += f"[{step + 1}]"
        else:
            name += "." * bool(name) + (step if re.fullmatch(_BARE, step) else f'"{step}"')
    return name


def line_of(text: str, path: Path) -> int:
    """Return the line, from 1, of the last step of ``path`` that ``text`` has; 0 if it has none."""
    places = locate(text)
    while path:
        if path in places:
            return text.count("\n", 0, places[path].key.start) + 1
        path = path[:-1]
    return 0


_TWICE = r"Cannot mutate immutable namespace \('([^']*)'"
"""What ``tomllib`` says of ``a = []`` before ``[[a]]``."""


def syntax_error(text: str, error: ValueError) -> tuple[int, str]:
    """Return the line, from 1, and the message of an error of ``tomllib``."""
    message = str(error)
    place = re.search(_SYNTAX_PLACE, message)
    line = int(place[1]) if place and place[1] else text.count("\n") + 1
    reason = message[: place.start()] if place else message
    if twice := re.match(_TWICE, reason):
        reason = f"`{twice[1]}` has a value already, so no table can follow; write one of the two"
    return line, f"is no TOML: {reason[:1].lower()}{reason[1:]}"


class _Scanner:
    def __init__(self, text: str) -> None:
        self.places: dict[Path, Located] = {}
        self._tokens = [*tokens(text), Token("end", "", Span(len(text), len(text)))]
        self._at = 0
        self._counts: dict[Path, int] = {}
        self._table: Path = ()
        while self._peek().kind != "end":
            self._statement()

    def _peek(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _statement(self) -> None:
        token = self._peek()
        if token.kind == "newline":
            self._take()
        elif token.text == "[" and token.kind == "mark":
            self._header()
        else:
            self._pair(self._table)

    def _header(self) -> None:
        start = self._take().span.start
        many = self._peek().text == "["
        if many:
            self._take()
        names, _ = self._dotted()
        end = self._take().span.end
        if many:
            end = self._take().span.end
        path = self._resolve(names[:-1])
        self._table = (*path, names[-1])
        if many:
            number = self._counts[self._table] = self._counts.get(self._table, -1) + 1
            self._table = (*self._table, number)
        self._note(self._table, Span(start, end), Span(start, end))

    def _resolve(self, names: list[str]) -> Path:
        path: Path = ()
        for name in names:
            path = (*path, name)
            if path in self._counts:
                path = (*path, self._counts[path])
        return path

    def _pair(self, table: Path) -> None:
        names, key = self._dotted()
        self._take()
        path = (*table, *names)
        self._note(path, key, self._value(path))

    def _note(self, path: Path, key: Span, value: Span) -> None:
        self.places[path] = Located(key, value)
        for length in range(1, len(path)):  # some tables exist only in a dotted name
            self.places.setdefault(path[:length], Located(key, key))

    def _dotted(self) -> tuple[list[str], Span]:
        first = self._peek().span
        names: list[str] = []
        end = first.end
        while self._peek().text not in ("=", "]") or self._peek().kind != "mark":
            token = self._take()
            if token.kind != "mark":
                names.append(_unquoted(token))
            end = token.span.end
        return names, Span(first.start, end)

    def _value(self, path: Path) -> Span:
        token = self._peek()
        if token.kind == "mark" and token.text == "[":
            return self._array(path)
        if token.kind == "mark" and token.text == "{":
            return self._inline_table(path)
        end = token.span.end
        while self._peek().kind in ("bare", "string") or self._peek().text == ".":
            end = self._take().span.end
        return Span(token.span.start, end)

    def _array(self, path: Path) -> Span:
        start, number = self._take().span.start, 0
        while not self._at_mark("]"):
            if self._peek().kind == "newline" or self._at_mark(","):
                self._take()
                continue
            span = self._value((*path, number))
            self._note((*path, number), span, span)
            number += 1
        return Span(start, self._take().span.end)

    def _inline_table(self, path: Path) -> Span:
        start = self._take().span.start
        while not self._at_mark("}"):
            if self._peek().kind == "newline" or self._at_mark(","):
                self._take()
            else:
                self._pair(path)
        return Span(start, self._take().span.end)

    def _at_mark(self, mark: str) -> bool:
        token = self._peek()
        return token.kind == "mark" and token.text == mark


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of ``text``, without spaces and comments. What is not TOML is left out."""
    for match in re.finditer(_GRAMMAR, text, re.VERBOSE | re.DOTALL):
        kind = match.lastgroup or ""
        if kind not in ("space", "comment"):
            yield Token(kind, match.group(), Span(*match.span()))


def _unquoted(token: Token) -> str:
    if token.kind != "string":
        return token.text
    import tomllib

    return str(tomllib.loads(f"k = {token.text}")["k"])
