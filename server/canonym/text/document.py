"""A draft or article: its text, and what of it is prose."""

from functools import cached_property

from canonym.text.lines import LineIndex
from canonym.text.markup.base import Markup

HIDDEN = "\ufffc"
"""Stands in ``Document.prose`` for each code point that is no prose."""
JOINER = "\u2060"
"""Stands in ``Document.prose`` for each code point of a delimiter that a name may run through."""


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
        """The text with all that is no prose hidden; as long as ``text``, offset for offset."""
        parts, at = [], 0
        for block in self.markup.blocks:
            parts.append(_hide(self.text[at : block.span.start], HIDDEN))
            at = block.span.start
            parts.append(self.text[at : block.span.end])
            at = block.span.end
        parts.append(_hide(self.text[at:], HIDDEN))
        return _apply_masks("".join(parts), self.markup)


def _apply_masks(prose: str, markup: Markup) -> str:
    parts, at = [], 0
    for span, opaque in markup.masks:
        parts.append(prose[at : span.start])
        parts.append(_hide(span.of(prose), HIDDEN if opaque else JOINER))
        at = span.end
    return "".join((*parts, prose[at:]))


def _hide(text: str, mark: str) -> str:
    if text.isspace():
        return text
    return "".join(c if c in "\r\n" else mark for c in text)
