"""A draft or article: its text, and what of it is prose."""

from functools import cached_property

from canonym.text.lines import LineIndex
from canonym.text.markup.base import Markup
from canonym.text.span import Span

HIDDEN = "\ufffc"
"""Stands in ``Document.prose`` for each code point that is no prose."""
JOINER = "\u2060"
"""Stands in ``Document.prose`` for each code point of a delimiter that a name may run through."""

FILLER = "\u034f"
"""Stands in ``Document.prose`` for what is left of a reference behind the characters that it stands for.

It is a combining mark (the grapheme joiner), so a word runs through it; ``plain`` leaves it out.
"""


class Document:
    """A text with its markup.

    Attributes:
        path: How the document is named to people, with ``/``; empty when it has no name.
        text: The text as the user has it.
        format: The name of the reader that made ``markup``: ``plain``, ``markdown``, ``html`` …
        markup: What the reader saw.
    """

    def __init__(self, path: str, text: str, format: str, markup: Markup) -> None:  # noqa: A002  (what it is)
        self.path = path
        self.text = text
        self.format = format
        self.markup = markup

    def with_markup(self, markup: Markup) -> "Document":
        """Return a document of the same text, read otherwise."""
        return Document(self.path, self.text, self.format, markup)

    @cached_property
    def lines(self) -> LineIndex:
        """Lines and columns of ``text``."""
        return LineIndex(self.text)

    @cached_property
    def prose(self) -> str:
        """The text with all that is no prose hidden; as long as ``text``, offset for offset.

        A reference such as ``&eacute;`` is the character that it stands for, filled up to its length.
        """
        parts, at = [], 0
        for start, end in [block.span for block in self.markup.blocks]:
            parts.append(_hide(self.text[at:start], HIDDEN))
            parts.append(self.text[start:end])
            at = end
        parts.append(_hide(self.text[at:], HIDDEN))
        return _apply_masks("".join(parts), self.markup)

    def visible_text(self, span: Span) -> str:
        """Return what a person reads at ``span``: without marks that a name runs through and fillers."""
        return visible_text(span.of(self.prose))


_UNSEEN = {ord(FILLER): None, ord(JOINER): None}


def _apply_masks(prose: str, markup: Markup) -> str:
    shown = [(span, _hide(span.of(prose), HIDDEN if opaque else JOINER)) for span, opaque in markup.masks]
    if markup.references:
        shown += [(span, text.ljust(span.end - span.start, FILLER)) for span, text in markup.references]
        shown.sort()
    parts: list[str] = []
    at = 0
    for span, text in shown:
        parts += (prose[at : span.start], text)
        at = span.end
    return "".join((*parts, prose[at:]))


def visible_text(prose: str) -> str:
    """Return what a person reads of a part of ``Document.prose``."""
    return prose.translate(_UNSEEN)


def _hide(text: str, mark: str) -> str:
    if text.isspace():
        return text
    return "".join(c if c in "\r\n" else mark for c in text)
