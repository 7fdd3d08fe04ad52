"""The parts of HTML that say their own language, by ``lang`` or ``xml:lang`` of their element.

Elements end as the HTML standard has it, as far as languages need it: many may be left open.
"""

import re
from collections import Counter
from collections.abc import Iterable

from canonym.text.language import UNDETERMINED
from canonym.text.markup.base import Passage
from canonym.text.markup.html_tokens import Token, joins
from canonym.text.span import Span
from canonym.text.tags.canonical_tag import canonical_tag
from canonym.text.values import NamedTuple

_SIGN = re.compile(r"(?<![\w:-])(?:xml:)?lang\s*=", re.IGNORECASE)
_ROOT = re.compile(r"<html\b[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([^\s=\"'<>/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+)))?")
_NO_LANGUAGE = frozenset(("", "und", "zxx", "mis", "mul"))
"""Values that name no single known language. Source: the HTML standard; ISO 639-2, special codes."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_ENDS_PARAGRAPH = frozenset(
    """
    address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table ul
    """.split()
)
_CELLS = frozenset(("td", "th"))
_ROWS = frozenset(("tr", "thead", "tbody", "tfoot", "caption", "colgroup"))
_ENDED_BY = {
    "p": _ENDS_PARAGRAPH,
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": _CELLS | _ROWS,
    "th": _CELLS | _ROWS,
    "tr": _ROWS,
    "option": frozenset(("option", "optgroup")),
}
"""Start tags that end an open element. Source: the HTML standard, optional tags."""
_ENDERS = frozenset[str]().union(*_ENDED_BY.values())
_HOLDERS = (_ENDS_PARAGRAPH | {"select"}) - _ENDED_BY.keys()
"""Elements in which a start tag ends nothing that is open around them."""
_DEEPEST = 256
"""Most open elements that are followed."""


class _Element(NamedTuple):
    name: str
    start: int
    tag: str | None


def may_say(text: str) -> bool:
    """Return whether an element within the root element of ``text`` may say its language."""
    root = _ROOT.search(text)
    return _SIGN.search(text, root.end() if root else 0) is not None


class OpenElements:
    """Follows the tags of a text in their order.

    Attributes:
        passages: The passages of elements that ended.
    """

    def __init__(self, text: str) -> None:
        self.passages: list[Passage] = []
        self._text = text
        self._open: list[_Element] = []
        self._names: Counter[str] = Counter()

    def read(self, tokens: Iterable[Token]) -> None:
        """Read the tags among ``tokens``."""
        for token in tokens:
            if token.kind == "tag":
                if token.name.startswith("/"):
                    self._end(token)
                else:
                    self._begin(token)

    def close_inner(self, at: int) -> None:
        """End the open paragraphs, and what only changes the looks of text, at the end of a block."""
        kept = len(self._open)
        while kept and (joins(self._open[kept - 1].name) or self._open[kept - 1].name == "p"):
            kept -= 1
        self.close(at, kept)

    def close(self, at: int, kept: int = 0) -> None:
        """End all open elements but the outermost ``kept`` ones."""
        while len(self._open) > kept:
            ended = self._open.pop()
            self._names[ended.name] -= 1
            if ended.tag is not None and ended.start < at:
                self.passages.append(Passage(Span(ended.start, at), ended.tag))

    def _begin(self, token: Token) -> None:
        if token.name in _ENDERS:
            self._end_left_open(token)
        written = token.span.of(self._text)
        if token.name not in _VOID and not written.endswith("/>") and len(self._open) < _DEEPEST:
            tag = None if token.name in ("html", "body") else _said(written)
            self._open.append(_Element(token.name, token.span.end, tag))
            self._names[token.name] += 1

    def _end(self, token: Token) -> None:
        name = token.name[1:]
        if self._names[name]:
            number = len(self._open) - 1
            while self._open[number].name != name:
                number -= 1
            self.close(token.span.start, number)

    def _end_left_open(self, token: Token) -> None:
        """End what the start tag ``token`` ends: the paragraph before a heading, the item before an item."""
        ended = len(self._open)
        for number in range(len(self._open) - 1, -1, -1):
            name = self._open[number].name
            if token.name in _ENDED_BY.get(name, ()):
                ended = number
            if name in _HOLDERS:
                break
        self.close(token.span.start, ended)


def in_order(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return ``passages`` by their places, the outer ones first."""
    return tuple(sorted(passages, key=lambda one: (one.span.start, -one.span.end)))


def _said(tag: str) -> str | None:
    """Return the tag of the language that a start tag says; None if it says none."""
    if "lang" not in tag.lower():
        return None
    said = {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(tag, 1)}
    value = said.get("lang", said.get("xml:lang"))
    if value is None:
        return None
    if value.strip().lower() in _NO_LANGUAGE:
        return UNDETERMINED.tag
    return canonical_tag(value.strip()) or None
