"""Markdown: CommonMark with GFM tables, strikethrough and bare links, footnotes, front matter, HTML.

Marks of emphasis and the brackets of a link leave a name whole (``Ahmad *Shah* Massoud``); code, the
targets of links and images, and template tags are hidden.
"""

import re
from collections.abc import Callable, Mapping

from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import Block, Markup, Mask
from canonym.text.markup.front_matter import find_front_matter
from canonym.text.markup.html import mask, read_fragment
from canonym.text.markup.html_tokens import ENTITY, TAG, comment_content, tokens
from canonym.text.markup.markdown_blocks import Layout, Leaf, lay_out
from canonym.text.markup.markdown_paragraphs import fold_label
from canonym.text.span import Span

_SIGN = re.compile(r"[\\`<&!\[\]*_~{]")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+)>")
_HTML = re.compile(rf"<!--.{{0,10000}}?-->|{TAG}|<\?.{{0,1000}}?\?>|{ENTITY}", re.DOTALL)
_OPENING = re.compile(r"!?\[")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_TEMPLATE = re.compile(r"\{\{.{0,1000}?\}\}|\{%.{0,1000}?%\}")
_MARKS = re.compile(r"\*+|_+|~~?")
_TARGET = re.compile(
    r"\(\s*(?:<[^<>\r\n]*>|(?:[^\s()<\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]*\))*\))*+)"
    r"(?:\s+(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)",
    re.DOTALL,
)
_REFERENCE = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]")


def read(text: str) -> Markup:
    """Read Markdown."""
    front_matter = find_front_matter(text)
    layout = lay_out(text, front_matter.end if front_matter else 0)
    inline = _Inline(text, layout)
    blocks = [Block(leaf.span, leaf.kind) for leaf in layout.leaves]
    for leaf in layout.leaves:
        inline.read(leaf)
    for span in layout.html:
        fragment = read_fragment(text, *span)
        blocks.extend(fragment.blocks)
        inline.masks.extend(fragment.masks)
        inline.comments.extend(fragment.comments)
    return assemble(text, blocks, [*layout.prefixes, *inline.masks], inline.comments, front_matter)


class _Inline:
    """Reads the inline markup of leaves and gathers its masks."""

    def __init__(self, text: str, layout: Layout) -> None:
        self.masks: list[Mask] = []
        self.comments: list[Span] = []
        self._text = text
        self._labels = layout.labels
        self._brackets: list[Span] = []
        self._unclosed: set[int] = set()
        self._readers: Mapping[str, Callable[[int, int], int | None]] = {
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

    def read(self, leaf: Leaf) -> None:
        at, end = leaf.span
        self._brackets.clear()
        self._unclosed.clear()
        while sign := _SIGN.search(self._text, at, end):
            at = self._readers[sign[0]](sign.start(), end) or sign.end()

    def _hide(self, start: int, end: int, *, opaque: bool) -> int:
        self.masks.append(Mask(Span(start, end), opaque))
        return end

    def _escape(self, at: int, end: int) -> int | None:
        if not _ESCAPE.match(self._text, at, end):
            return None
        self._hide(at, at + 1, opaque=False)
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
        if link := _AUTOLINK.match(self._text, at, end):
            return self._hide(*link.span(), opaque=True)
        return self._html(at, end)

    def _html(self, at: int, end: int) -> int | None:
        found = _HTML.match(self._text, at, end)
        token = next(tokens(self._text, at, end), None) if found else None
        if token is None:
            return None
        if token.kind == "comment":
            self.comments.append(comment_content(self._text, token.span))
        self.masks.append(mask(self._text, token))
        return token.span.end

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
            # A link holds no link: brackets that are still open are text, unless an image's.
            self._brackets = [one for one in self._brackets if self._text[one.start] == "!"]
        self._hide(*opening, opaque=image)
        return self._hide(at, after, opaque=image or after > bracket.end)

    def _link_end(self, opening: Span, bracket: Span, end: int) -> int | None:
        """Return where a link's target ends; None when the brackets are no link."""
        if target := _TARGET.match(self._text, bracket.end, end):
            return target.end()
        if not self._labels:
            return None
        content = self._text[opening.end : bracket.start]
        reference = _REFERENCE.match(self._text, bracket.end, end)
        if reference and fold_label(reference[1] or content) in self._labels:
            return reference.end()
        return bracket.end if fold_label(content) in self._labels else None
