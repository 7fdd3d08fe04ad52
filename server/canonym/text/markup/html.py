"""HTML: the text of its elements.

Tags that only change the looks of text leave a name whole (``Ahmad <em>Shah</em> Massoud``); tags of
blocks part sentences. Attributes, code and scripts are not read.
"""

from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import Block, BlockKind, Markup, Mask
from canonym.text.markup.front_matter import find_front_matter
from canonym.text.markup.html_tokens import SPACES, Token, comment_content, joins, parts_block, tokens
from canonym.text.markup.scanning import whole_word
from canonym.text.span import Span
from canonym.text.values import NamedTuple

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title", "caption", "dt", "th"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dd", "option"), BlockKind.ITEM),
    "td": BlockKind.CELL,
}


class Fragment(NamedTuple):
    """What a stretch of HTML holds; blocks are not yet trimmed."""

    blocks: list[Block]
    masks: list[Mask]
    comments: list[Span]


def read(text: str) -> Markup:
    """Read an HTML document or a part of one."""
    front_matter = find_front_matter(text)
    start = front_matter.end if front_matter else 0
    blocks, masks, comments = read_fragment(text, start, len(text))
    return assemble(text, blocks, masks, comments, front_matter)


def read_fragment(text: str, start: int, end: int) -> Fragment:
    """Read the HTML in ``text[start:end]``."""
    fragment = Fragment([], [], [])
    kind, begin, after_break = BlockKind.PARAGRAPH, start, -1
    for token in tokens(text, start, end):
        if token.kind == "comment":
            fragment.comments.append(comment_content(text, token.span))
        doubled = token.name == "br" and after_break >= 0 and text[after_break : token.span.start].isspace()
        if doubled or _parts(token):
            fragment.blocks.append(Block(Span(begin, token.span.start), kind))
            kind = _KINDS.get(token.name, BlockKind.PARAGRAPH)
            begin = token.span.end
        else:
            fragment.masks.append(mask(text, token))
        after_break = token.span.end if token.name == "br" else -1
    fragment.blocks.append(Block(Span(begin, end), kind))
    return fragment


def mask(text: str, token: Token) -> Mask:
    """Return how a token inside a block is hidden."""
    if token.kind == "tag":
        return Mask(token.span, opaque=not joins(token.name))
    if token.kind == "entity":
        return _entity(text, token.span)
    return Mask(token.span)


def _entity(text: str, span: Span) -> Mask:
    entity = span.of(text)
    if entity in SPACES:
        return Mask(span, opaque=False)
    from html import unescape

    return Mask(whole_word(text, span) if unescape(entity).isalpha() else span)


def _parts(token: Token) -> bool:
    return token.kind == "declaration" or (token.name != "" and parts_block(token.name))
