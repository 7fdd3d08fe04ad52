"""Puts together what a reader saw, so that every ``Markup`` keeps the same promises.

Readers report blocks and masks as they meet them; here they are ordered, masks are cut to the
blocks they lie in, and addresses inside the prose are hidden in every format alike.
"""

from collections.abc import Iterable, Iterator, Sequence

from canonym.text.markup.addresses import addresses
from canonym.text.markup.base import Block, BlockKind, Markup, Mask
from canonym.text.span import Span


def assemble(
    text: str,
    blocks: Iterable[Block],
    masks: Iterable[Mask] = (),
    comments: Iterable[Span] = (),
    front_matter: Span | None = None,
) -> Markup:
    """Return the markup of ``text``.

    Args:
        text: The whole text.
        blocks: Blocks without overlap, in any order; each is trimmed of white space, and left out when
            nothing remains that is not masked. A paragraph in capitals counts as a heading.
        masks: Masks in any order, possibly overlapping or outside of blocks; what is opaque wins.
        comments: Contents of comments, in any order.
        front_matter: The metadata block.
    """
    kept = tuple(sorted(_trimmed(text, blocks)))
    masks = list(masks)
    joining = _united([mask.span for mask in masks if not mask.opaque])
    opaque = [mask.span for mask in masks if mask.opaque]
    free = _without([block.span for block in kept], _united([mask.span for mask in masks]))
    opaque.extend(addresses(text, free))
    hidden = _united(opaque)
    joining = _without(joining, hidden)
    cut = [Mask(span) for span in _within(hidden, kept)]
    cut.extend(Mask(span, opaque=False) for span in _within(joining, kept))
    cut.sort()
    return Markup(*_readable(text, kept, cut), tuple(sorted(comments)), front_matter)


def _trimmed(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    for span, kind in blocks:
        part = text[span.start : span.end]
        if bare := part.strip():
            start = span.start + len(part) - len(part.lstrip())
            shouted = kind is BlockKind.PARAGRAPH and bare.isupper()
            yield Block(Span(start, start + len(bare)), BlockKind.HEADING if shouted else kind)


def _readable(
    text: str, blocks: Sequence[Block], masks: Sequence[Mask]
) -> tuple[tuple[Block, ...], tuple[Mask, ...]]:
    """Leave out the blocks that are masked from end to end, with their masks."""
    if not masks:
        return tuple(blocks), ()
    kept_blocks: list[Block] = []
    kept_masks: list[Mask] = []
    number = 0
    for block in blocks:
        at, first, readable = block.span.start, number, False
        while number < len(masks) and masks[number].span.start < block.span.end:
            readable = readable or not _blank(text, at, masks[number].span.start)
            at = masks[number].span.end
            number += 1
        if readable or not _blank(text, at, block.span.end):
            kept_blocks.append(block)
            kept_masks.extend(masks[first:number])
    return tuple(kept_blocks), tuple(kept_masks)


def _blank(text: str, start: int, end: int) -> bool:
    return start == end or text[start:end].isspace()


def _united(spans: list[Span]) -> list[Span]:
    """Return the union of ``spans`` as ordered spans that do not touch each other."""
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start <= united[-1].end:
            if end > united[-1].end:
                united[-1] = Span(united[-1].start, end)
        elif start < end:
            united.append(Span(start, end))
    return united


def _without(spans: list[Span], holes: list[Span]) -> list[Span]:
    """Return what of ``spans`` lies in none of ``holes``; both are ordered and disjoint."""
    left: list[Span] = []
    first = 0
    for start, end in spans:
        at = start
        while first < len(holes) and holes[first].end <= start:
            first += 1
        for hole in holes[first:]:
            if hole.start >= end:
                break
            if at < hole.start:
                left.append(Span(at, hole.start))
            at = hole.end
        if at < end:
            left.append(Span(at, end))
    return left


def _within(spans: list[Span], blocks: Sequence[Block]) -> Iterator[Span]:
    """Yield the parts of ``spans`` that lie in ``blocks``; both are ordered and disjoint."""
    first = 0
    for span in spans:
        while first < len(blocks) and blocks[first].span.end <= span.start:
            first += 1
        at = first
        while at < len(blocks) and blocks[at].span.start < span.end:
            block = blocks[at].span
            yield Span(max(span.start, block.start), min(span.end, block.end))
            at += 1
