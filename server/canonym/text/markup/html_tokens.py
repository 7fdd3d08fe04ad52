"""Cuts HTML into tags, comments and character references at exact offsets.

The tokens follow the tokenisation of the HTML standard as far as offsets need it. The standard library's
parser does not suffice: it gives lines and columns, counts only LF, raises on some malformed declarations,
and cannot parse a tag inside Markdown. The tests compare both.
"""

import re
from collections.abc import Iterator

from canonym.text.markup.character_references import REFERENCE
from canonym.text.span import Span
from canonym.text.values import NamedTuple

TAG = r"</?[A-Za-z][^\s/<>]*+(?:[^<>\"'=]++|=\s*+(?:\"[^\"]*\"|'[^']*')?+|[\"'])*+>"
"""A tag with its attributes. Only the quoted value of an attribute may hold ``<`` or ``>``."""

_TOKEN = re.compile(
    rf"(?P<comment><!--(?:-?>|.*?(?:--!?>|\Z)))|(?P<tag>{TAG})|(?P<declaration><[!?/][^>]*(?:>|\Z))|(?P<reference>{REFERENCE})",
    re.DOTALL,
)
_NAME = re.compile(r"</?([A-Za-z][^\s/<>]*)")
_COMMENT_END = re.compile(r"(?:--!?>|-?>)\Z")

_UNREAD_NAMES = """
applet audio canvas code iframe kbd math noembed noframes object picture pre samp script select style svg
template textarea tt var video
"""
UNREAD = frozenset(_UNREAD_NAMES.split())
"""Elements whose content is not prose."""
_INLINE_NAMES = """
a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark q s small span strike strong time
u wbr ruby rb
"""
_INLINE = frozenset(_INLINE_NAMES.split())
_APART_NAMES = """
br img input button embed sub sup rp rt rtc map area param source track output progress meter
"""
_APART = frozenset(_APART_NAMES.split())


class Token(NamedTuple):
    """A token that is not text.

    Attributes:
        span: Where it is; for an unread element from its start tag to the end of its end tag.
        kind: ``comment``, ``tag``, ``unread``, ``declaration`` or ``reference``.
        name: The element's name in lower case, with ``/`` before it for an end tag.
    """

    span: Span
    kind: str
    name: str = ""


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of ``text[start:end]`` in order."""
    end = len(text) if end is None else end
    missing: set[str] = set()
    while found := _TOKEN.search(text, start, end):
        kind = str(found.lastgroup)
        start = found.end()
        name = tag_name(found[0]) if kind == "tag" else ""
        if name in UNREAD and not found[0].endswith("/>") and name not in missing:
            closing = re.compile(rf"</{re.escape(name)}\b[^>]*>", re.IGNORECASE).search(text, start, end)
            if closing:
                kind, start = "unread", closing.end()
            else:
                missing.add(name)
        yield Token(Span(found.start(), start), kind, name)


def tag_name(tag: str) -> str:
    """Return the name of the element of ``tag`` in lower case, with ``/`` before it for an end tag."""
    found = _NAME.match(tag)
    name = found[1].lower() if found else ""
    return "/" + name if tag.startswith("</") else name


def joins(name: str) -> bool:
    """Return whether a name may run through the tag ``name``, which then only changes the looks of text."""
    return name.removeprefix("/") in _INLINE


def parts_block(name: str) -> bool:
    """Return whether a sentence ends at the tag ``name``."""
    bare = name.removeprefix("/")
    return bare not in _INLINE and bare not in _APART and bare not in UNREAD - {"pre"}


def comment_content(text: str, span: Span) -> Span:
    """Return the part of a comment between ``<!--`` and ``-->``."""
    start = span.start + len("<!--")
    closing = _COMMENT_END.search(text, max(start, span.end - len("--!>")), span.end)
    return Span(start, closing.start() if closing else span.end)
