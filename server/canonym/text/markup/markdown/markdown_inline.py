"""The inline markup of Markdown: code, links, emphasis, and HTML within a line."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from canonym.text.markup.base import Mask, Reference
from canonym.text.markup.markdown.markdown_paragraphs import fold_label
from canonym.text.markup.markdown.markdown_syntax import SIGN
from canonym.text.span import Span

if TYPE_CHECKING:
    from canonym.text.markup.html_tokens import Token

_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_TICKS = re.compile(r"`+")
_OPENING = re.compile(r"!?\[")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,200}\]")
_TEMPLATE = re.compile(r"\{\{.{0,1000}?\}\}|\{%.{0,1000}?%\}")
_MARKS = re.compile(r"\*+|_+|~~?")
_TARGET = re.compile(
    r"\(\s*(?:<[^<>\r\n]*>|(?:[^\s()<\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]*\))*\))*+)"
    r"(?:\s+(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)",
    re.DOTALL,
)
_REFERENCE = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]")


class Inline:
    """Parses the inline markup of leaves. Gathers masks, comments, references, names of links, and tags."""

    def __init__(self, text: str, labels: set[str]) -> None:
        self.masks: list[Mask] = []
        self.comments: list[Span] = []
        self.references: list[Reference] = []
        self.labels: list[Span] = []
        self.tags: list[Token] = []
        self._text = text
        self._defined = labels
        self._brackets: list[Span] = []
        self._unclosed: set[int] = set()
        self._parsers: Mapping[str, Callable[[int, int], int | None]] = {
            "\\": self._escape,
            "`": self._code,
            "<": self._angle,
            "&": self._html,
            "!": self._open,
            "[": self._open,
            "]": self._close,
            "*": self._emphasis,
            "_": self._emphasis,
            "~": self._emphasis,
            "{": self._template,
        }

    def parse(self, leaf: Span) -> None:
        """Parse the inline markup of one leaf."""
        at, end = leaf
        self._brackets.clear()
        self._unclosed.clear()
        while sign := SIGN.search(self._text, at, end):
            at = self._parsers[sign[0]](sign.start(), end) or sign.end()

    def _hide(self, start: int, end: int, *, opaque: bool) -> int:
        self.masks.append(Mask(Span(start, end), opaque))
        return end

    def _escape(self, at: int, end: int) -> int | None:
        if not _ESCAPE.match(self._text, at, end):
            return None
        self.references.append(Reference(Span(at, at + 2), self._text[at + 1]))
        return at + 2

    def _code(self, at: int, end: int) -> int:
        ticks = _TICKS.match(self._text, at, end)
        assert ticks is not None
        length = ticks.end() - at
        if length not in self._unclosed:
            closing = re.compile(rf"(?<!`)`{{{length}}}(?!`)").search(self._text, ticks.end(), end)
            if closing:
                return self._hide(at, closing.end(), opaque=True)
            self._unclosed.add(length)
        return ticks.end()

    def _angle(self, at: int, end: int) -> int | None:
        from canonym.text.markup.markdown.markdown_html import AUTOLINK

        if link := AUTOLINK.match(self._text, at, end):
            return self._hide(*link.span(), opaque=True)
        return self._html(at, end)

    def _html(self, at: int, end: int) -> int | None:
        from canonym.text.markup.markdown.markdown_html import comment_content, hide, token_at

        token = token_at(self._text, at, end)
        if token is None:
            return None
        if token.kind == "comment":
            self.comments.append(comment_content(self._text, token.span))
        if token.kind == "tag":
            self.tags.append(token)
        return hide(self._text, token, self.masks, self.references, strict=True)

    def _template(self, at: int, end: int) -> int | None:
        found = _TEMPLATE.match(self._text, at, end)
        return self._hide(*found.span(), opaque=True) if found else None

    def _emphasis(self, at: int, end: int) -> int:
        found = _MARKS.match(self._text, at, end)
        assert found is not None
        before = self._text[at - 1 : at]
        after = self._text[found.end() : min(found.end() + 1, end)]
        within_word = self._text[at] == "_" and before.isalnum() and after.isalnum()
        alone = (not before or before.isspace()) and (not after or after.isspace())
        if not within_word and not alone:
            self._hide(*found.span(), opaque=False)
        return found.end()

    def _open(self, at: int, end: int) -> int | None:
        if footnote := _FOOTNOTE.match(self._text, at, end):
            return self._hide(*footnote.span(), opaque=True)
        opening = _OPENING.match(self._text, at, end)
        if opening is None:
            return None
        self._brackets.append(Span(*opening.span()))
        return opening.end()

    def _close(self, at: int, end: int) -> int | None:
        if not self._brackets:
            return None
        opening, bracket = self._brackets.pop(), Span(at, at + 1)
        after = self._link_end(opening, bracket, end)
        if after is None:
            return None
        image = self._text[opening.start] == "!"
        if not image:
            # A link holds no link: brackets that are still open are text, unless they open an image.
            self._brackets = [one for one in self._brackets if self._text[one.start] == "!"]
        self._hide(*opening, opaque=image)
        return self._hide(at, after, opaque=image or after > bracket.end)

    def _link_end(self, opening: Span, bracket: Span, end: int) -> int | None:
        """Return where a link's target ends; None when the brackets are not a link."""
        if target := _TARGET.match(self._text, bracket.end, end):
            return target.end()
        if not self._defined:
            return None
        content = self._text[opening.end : bracket.start]
        reference = _REFERENCE.match(self._text, bracket.end, end)
        if reference and reference[1] and fold_label(reference[1]) in self._defined:
            return reference.end()
        if fold_label(content) not in self._defined:
            return None
        self.labels.append(Span(opening.end, bracket.start))
        return bracket.end if reference is None or reference[1] else reference.end()
