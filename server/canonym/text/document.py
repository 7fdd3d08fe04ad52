"""A draft or article: its text, and which parts of it are prose."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeAlias

from canonym.text.language import UNDETERMINED, Language
from canonym.text.lines import LineIndex
from canonym.text.markup.base import Markup
from canonym.text.span import Span
from canonym.text.values import NamedTuple

Cut: TypeAlias = Callable[[str], Sequence[Span]]
"""Returns the places of the words in what is written as one; its whole if there is only one."""
HIDDEN = "\ufffc"
"""Replaces each code point that is not prose in ``Document.prose``."""
JOINER = "\u2060"
"""Replaces each code point of a delimiter in ``Document.prose``. A name may run through a delimiter."""

FILLER = "\u034f"
"""Fills a reference in ``Document.prose`` to its length, after the characters that it stands for.

The filler is a combining mark (the grapheme joiner), so a word runs through it. ``plain`` removes it.
"""


class Part(NamedTuple):
    """A stretch of a text in another language than the text.

    Attributes:
        span: Where it is.
        language: Its language; ``und`` where nobody knows it.
    """

    span: Span
    language: Language


class Document:
    """A text with its markup.

    Attributes:
        path: The name of the document for people, with ``/``; empty when it has no name.
        text: The text as the user has it.
        format: The name of the parser that made ``markup``: ``plain``, ``markdown``, ``html`` …
        markup: What the parser found.
        language: The language of its prose.
        parts: The stretches of its text in other languages, in order, without overlap.
    """

    def __init__(
        self,
        path: str,
        text: str,
        format: str,  # noqa: A002  (what it is)
        markup: Markup,
        language: Language = UNDETERMINED,
        parts: tuple["Part", ...] = (),
    ) -> None:
        self.path = path
        self.text = text
        self.format = format
        self.markup = markup
        self.language = language
        self.parts = parts
        self.cut: Cut | None = None
        """Knows words that are written as one."""

    def in_language(self, language: Language, parts: tuple["Part", ...] = ()) -> "Document":
        """Return the same document with other languages of its prose."""
        other = Document(self.path, self.text, self.format, self.markup)
        vars(other).update(vars(self), language=language, parts=parts)
        return other

    def with_cut(self, cut: Cut | None) -> "Document":
        """Return the same document, in which ``cut`` finds the words that are written as one."""
        other = self.in_language(self.language, self.parts)
        other.cut = cut
        return other

    def language_at(self, offset: int) -> Language:
        """Return the language at ``offset``. The end of a part belongs to it, because the caret is there."""
        at = bisect_right(self.parts, offset, key=_start) - 1
        inside = at >= 0 and offset <= self.parts[at].span.end
        return self.parts[at].language if inside else self.language

    @cached_property
    def lines(self) -> LineIndex:
        """Lines and columns of ``text``."""
        return LineIndex(self.text)

    @cached_property
    def prose(self) -> str:
        """The text with everything hidden that is not prose. Its offsets are those of ``text``.

        A reference such as ``&eacute;`` becomes the character that it stands for, filled to its length.
        """
        parts, at = [], 0
        for start, end in [block.span for block in self.markup.blocks]:
            parts.append(_hide(self.text[at:start], HIDDEN))
            parts.append(self.text[start:end])
            at = end
        parts.append(_hide(self.text[at:], HIDDEN))
        return _apply_masks("".join(parts), self.markup)

    def visible_text(self, span: Span) -> str:
        """Return the text that a person sees at ``span``: without delimiters inside a name and fillers."""
        return visible_text(span.of(self.prose))


def _start(part: Part) -> int:
    return part.span.start


_UNSEEN = {ord(FILLER): None, ord(JOINER): None}


def _apply_masks(prose: str, markup: Markup) -> str:
    shown = [(m.span, _hide(m.span.of(prose), HIDDEN if m.opaque else JOINER)) for m in markup.masks]
    if markup.references:
        shown += [(r.span, r.text.ljust(r.span.end - r.span.start, FILLER)) for r in markup.references]
        shown.sort()
    parts: list[str] = []
    at = 0
    for span, text in shown:
        parts += (prose[at : span.start], text)
        at = span.end
    return "".join((*parts, prose[at:]))


def visible_text(prose: str) -> str:
    """Return the text that a person sees of a part of ``Document.prose``."""
    return prose.translate(_UNSEEN)


def _hide(text: str, mark: str) -> str:
    if text.isspace():
        return text
    return "".join(c if c in "\r\n" else mark for c in text)
