"""Markdown: CommonMark with GFM tables, strikethrough and bare links, footnotes, front matter, HTML.

Marks of emphasis and the brackets of a link do not split a name (``Ahmad *Shah* Massoud``). Code, the targets
of links and images, and template tags are hidden.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import Block, Markup, Passage, Reference
from canonym.text.markup.front_matter import find_front_matter
from canonym.text.markup.light_quoting import MARKDOWN
from canonym.text.markup.markdown.markdown_blocks import Layout, lay_out
from canonym.text.markup.markdown.markdown_syntax import SIGN
from canonym.text.span import Span

if TYPE_CHECKING:
    from canonym.text.markup.html_tokens import Token


def parse(text: str) -> Markup:
    """Parse Markdown."""
    front_matter = find_front_matter(text)
    layout = lay_out(text, front_matter.end if front_matter else 0)
    blocks = [Block(leaf.span, leaf.kind, MARKDOWN) for leaf in layout.leaves]
    masks = list(layout.prefixes)
    comments: list[Span] = []
    references: list[Reference] = []
    labels: list[Span] = []
    tags: list[Token] = []
    if marked := [leaf.span for leaf in layout.leaves if SIGN.search(text, *leaf.span)]:
        from canonym.text.markup.markdown.markdown_inline import Inline

        inline = Inline(text, layout.labels)
        for span in marked:
            inline.parse(span)
        masks += inline.masks
        comments += inline.comments
        references += inline.references
        labels += inline.labels
        tags = inline.tags
    if layout.html:
        from canonym.text.markup.html import parse_fragment

        for span in layout.html:
            fragment = parse_fragment(text, *span)
            blocks += fragment.blocks
            masks += fragment.masks
            comments += fragment.comments
            references += fragment.references
    markup = assemble(text, blocks, masks, comments, front_matter, references)
    return markup._replace(
        labels=tuple(sorted(labels)), passages=_passages(text, layout, tags) if tags or layout.html else ()
    )


def _passages(text: str, layout: Layout, tags: Sequence["Token"]) -> tuple[Passage, ...]:
    """Return the parts that say their language by HTML: elements in leaves, and those around leaves."""
    from canonym.text.markup.html_passages import OpenElements, in_order, may_say
    from canonym.text.markup.html_tokens import tokens

    if not may_say(text):
        return ()
    inner, outer = OpenElements(text), OpenElements(text)
    ends = sorted(leaf.span.end for leaf in layout.leaves)
    for end, some in groupby(sorted(tags), key=lambda tag: ends[bisect_left(ends, tag.span.end)]):
        inner.read(some)
        inner.close(end)
    for span in sorted(layout.html):
        outer.read(tokens(text, *span))
        outer.close_inner(span.end)
    outer.close(len(text))
    return in_order([*inner.passages, *outer.passages])
