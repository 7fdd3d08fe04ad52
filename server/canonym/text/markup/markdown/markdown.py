"""Markdown: CommonMark with GFM tables, strikethrough and bare links, footnotes, front matter, HTML.

Marks of emphasis and the brackets of a link do not split a name (``Ahmad *Shah* Massoud``). Code, the targets
of links and images, and template tags are hidden.
"""

from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import Block, Markup, Reference
from canonym.text.markup.front_matter import find_front_matter
from canonym.text.markup.light_quoting import MARKDOWN
from canonym.text.markup.markdown.markdown_blocks import lay_out
from canonym.text.markup.markdown.markdown_syntax import SIGN
from canonym.text.span import Span


def parse(text: str) -> Markup:
    """Parse Markdown."""
    front_matter = find_front_matter(text)
    layout = lay_out(text, front_matter.end if front_matter else 0)
    blocks = [Block(leaf.span, leaf.kind, MARKDOWN) for leaf in layout.leaves]
    masks = list(layout.prefixes)
    comments: list[Span] = []
    references: list[Reference] = []
    labels: list[Span] = []
    if marked := [leaf.span for leaf in layout.leaves if SIGN.search(text, *leaf.span)]:
        from canonym.text.markup.markdown.markdown_inline import Inline

        inline = Inline(text, layout.labels)
        for span in marked:
            inline.parse(span)
        masks += inline.masks
        comments += inline.comments
        references += inline.references
        labels += inline.labels
    if layout.html:
        from canonym.text.markup.html import parse_fragment

        for span in layout.html:
            fragment = parse_fragment(text, *span)
            blocks += fragment.blocks
            masks += fragment.masks
            comments += fragment.comments
            references += fragment.references
    markup = assemble(text, blocks, masks, comments, front_matter, references)
    return markup._replace(labels=tuple(sorted(labels)))
