"""The notation of texts at a place of a file: what is quoted there, how, and in which block."""

from bisect import bisect_right

from canonym.text.document import Document
from canonym.text.markup.base import PLAIN, Quoting
from canonym.text.span import Span


def notation_at(document: Document, span: Span) -> tuple[Quoting, str]:
    """Return the notation of texts at ``span``, and the text before it on its line."""
    line = document.lines.line(document.lines.place(span.start).line).start
    return block_at(document, span)[1], document.text[line : span.start]


def block_at(document: Document, span: Span) -> tuple[int, Quoting]:
    """Return the number of the block with ``span``, if any, and the notation of texts there."""
    blocks = document.markup.blocks
    at = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    within = at >= 0 and span.start < blocks[at].span.end
    return at, blocks[at].quoting if within else PLAIN
