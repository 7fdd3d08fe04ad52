"""HTML: the text of its elements.

Tags that only change the looks of text do not split a name (``Ahmad <em>Shah</em> Massoud``). Tags of blocks
separate sentences. Attributes, code and scripts are hidden.
"""

from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import Block, BlockKind, Markup, Mask, Passage, Reference
from canonym.text.markup.character_references import HTML, quoting_of, reference_at
from canonym.text.markup.front_matter import find_front_matter
from canonym.text.markup.html_tokens import Token, comment_content, joins, parts_block, tokens
from canonym.text.markup.scanning import whole_word
from canonym.text.span import Span
from canonym.text.values import NamedTuple

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title", "caption", "dt", "th"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dd", "option"), BlockKind.ITEM),
    "td": BlockKind.CELL,
}


class Fragment(NamedTuple):
    """The content of a stretch of HTML. Its blocks are not yet trimmed."""

    blocks: list[Block]
    masks: list[Mask]
    comments: list[Span]
    references: list[Reference]


def parse(text: str) -> Markup:
    """Parse an HTML document or a part of one."""
    front_matter = find_front_matter(text)
    start = front_matter.end if front_matter else 0
    found = parse_fragment(text, start, len(text))
    quoting, blocks = quoting_of(text, found.references), found.blocks
    if quoting is not HTML:  # HTML itself is what the blocks already have
        blocks = [block._replace(quoting=quoting) for block in blocks]
    markup = assemble(text, blocks, found.masks, found.comments, front_matter, found.references)
    return markup._replace(passages=_passages(text, start)) if _may_say(text) else markup


def _may_say(text: str) -> bool:
    """Return whether there is the name of the attribute, or a part of it, behind the root's start tag."""
    low = text.lower()
    root = low.find("<html")
    return low.find("lang", low.find(">", root) if root >= 0 else 0) >= 0


def _passages(text: str, start: int) -> tuple[Passage, ...]:
    from canonym.text.markup.html_passages import OpenElements, in_order, may_say  # few texts need it

    if not may_say(text):
        return ()
    elements = OpenElements(text)
    elements.read(tokens(text, start))
    elements.close(len(text))
    return in_order(elements.passages)


def parse_fragment(text: str, start: int, end: int) -> Fragment:
    """Parse the HTML in ``text[start:end]``."""
    fragment = Fragment([], [], [], [])
    kind, begin, after_break = BlockKind.PARAGRAPH, start, -1
    for token in tokens(text, start, end):
        if token.kind == "comment":
            fragment.comments.append(comment_content(text, token.span))
        doubled = token.name == "br" and after_break >= 0 and text[after_break : token.span.start].isspace()
        if doubled or _parts(token):
            fragment.blocks.append(Block(Span(begin, token.span.start), kind, HTML))
            kind = _KINDS.get(token.name, BlockKind.PARAGRAPH)
            begin = token.span.end
        else:
            hide(text, token, fragment.masks, fragment.references)
        after_break = token.span.end if token.name == "br" else -1
    fragment.blocks.append(Block(Span(begin, end), kind, HTML))
    return fragment


def hide(
    text: str, token: Token, masks: list[Mask], references: list[Reference], *, strict: bool = False
) -> int:
    """Hide a token inside a block, or record it as a reference; return where it ends.

    A reference by an unknown name is hidden, together with the letters that touch it. Without a semicolon it
    is text.
    """
    if token.kind != "reference":
        masks.append(Mask(token.span, opaque=token.kind != "tag" or not joins(token.name)))
        return token.span.end
    found = reference_at(text, token.span, strict=strict)
    if found is not None:
        references.append(found)
        return found.span.end
    if token.span.of(text).endswith(";"):
        masks.append(Mask(whole_word(text, token.span)))
    return token.span.end


def _parts(token: Token) -> bool:
    return token.kind == "declaration" or (token.name != "" and parts_block(token.name))
