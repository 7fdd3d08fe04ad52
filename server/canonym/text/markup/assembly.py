"""Puts together what a parser found, so that every ``Markup`` keeps the same promises.

Parsers report blocks and masks in any order. This module sorts them, cuts masks to the blocks they lie in,
and hides the addresses inside the prose of every format.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from canonym.text.markup.addresses import addresses
from canonym.text.markup.base import Block, BlockKind, Markup, Mask, Reference
from canonym.text.span import Span


def assemble(
    text: str,
    blocks: Iterable[Block],
    masks: Iterable[Mask] = (),
    comments: Iterable[Span] = (),
    front_matter: Span | None = None,
    references: Iterable[Reference] = (),
) -> Markup:
    """Return the markup of ``text``.

    Args:
        text: The whole text.
        blocks: Blocks without overlap, in any order. Each is trimmed of white space, and is left out when
            everything in it is masked. A paragraph in capitals counts as a heading.
        masks: Masks in any order; they may overlap or lie outside of blocks. Opaque masks win.
        comments: Contents of comments, in any order.
        front_matter: The metadata block.
        references: References in any order, without overlap. Those that are masked or outside of blocks are
            left out.
    """
    kept = tuple(sorted(_trimmed(text, blocks), key=_span))
    masks, read = list(masks), sorted(references)
    found = _addresses(text, kept, masks, read)
    hidden = _united([*(mask.span for mask in masks if mask.opaque), *found])
    joining = _without(_united([mask.span for mask in masks if not mask.opaque]), hidden)
    if read:
        read = _apart_from(hidden, read, kept)
        joining = _without(joining, [one.span for one in read])
    cut = _cut(hidden, joining, kept)
    shown = _readable(text, kept, cut, [one.span for one in read if not one.text.strip()])
    if len(shown[0]) < len(kept):
        read = _apart_from([], read, shown[0])
    return Markup(*shown, tuple(sorted(comments)), front_matter, tuple(read), found)


def _addresses(
    text: str, blocks: Sequence[Block], masks: Sequence[Mask], references: Sequence[Reference]
) -> tuple[Span, ...]:
    """Return the addresses in the prose, each extended to the end of a reference that it ends in."""
    holes = _united([mask.span for mask in masks] + [one.span for one in references])
    free = _without([block.span for block in blocks], holes)
    return tuple(_whole(address, references) for address in addresses(text, free))


def _cut(hidden: list[Span], joining: list[Span], blocks: Sequence[Block]) -> list[Mask]:
    """Return the parts of the masks that lie in blocks, in order."""
    opaque = [Mask(span) for span in _within(hidden, blocks)]
    return sorted([*opaque, *(Mask(span, opaque=False) for span in _within(joining, blocks))])


def _whole(address: Span, references: Sequence[Reference]) -> Span:
    """Return ``address``, extended to the end of a reference that it ends in."""
    at = bisect_left(references, address.end, key=_start) - 1
    end = max(address.end, references[at].span.end) if at >= 0 else address.end
    return Span(address.start, end)


def _start(one: Reference) -> int:
    return one.span.start


def _span(block: Block) -> Span:
    return block.span


def _apart_from(
    hidden: list[Span], references: Sequence[Reference], blocks: Sequence[Block]
) -> list[Reference]:
    """Return the references that lie in a block and in nothing hidden."""
    free = set(_within(_without([one.span for one in references], hidden), blocks))
    return [one for one in references if one.span in free]


def _trimmed(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        span, kind = block.span, block.kind
        part = text[span.start : span.end]
        if bare := part.strip():
            start = span.start + len(part) - len(part.lstrip())
            shown = Span(start, start + len(bare))
            shouted = kind is BlockKind.PARAGRAPH and bare.isupper()
            yield block._replace(span=shown, kind=BlockKind.HEADING if shouted else kind)


def _readable(
    text: str, blocks: Sequence[Block], masks: list[Mask], blanks: list[Span]
) -> tuple[tuple[Block, ...], tuple[Mask, ...]]:
    """Leave out the blocks that are masked or blank from end to end, and their masks."""
    if not masks and not blanks:
        return tuple(blocks), ()
    holes = sorted([mask.span for mask in masks] + blanks)
    kept_blocks: list[Block] = []
    kept_masks: list[Mask] = []
    number = first = 0
    for block in blocks:
        at, readable = block.span.start, False
        while number < len(holes) and holes[number].start < block.span.end:
            readable = readable or not _blank(text, at, holes[number].start)
            at = holes[number].end
            number += 1
        readable = readable or not _blank(text, at, block.span.end)
        last = first
        while last < len(masks) and masks[last].span.start < block.span.end:
            last += 1
        if readable:
            kept_blocks.append(block)
            kept_masks.extend(masks[first:last])
        first = last
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
    """Return the parts of ``spans`` that lie in none of ``holes``. Both are ordered and disjoint."""
    left: list[Span] = []
    first = 0
    for start, end in spans:
        at = start
        while first < len(holes) and holes[first].end <= start:
            first += 1
        number = first
        while number < len(holes) and holes[number].start < end:
            if at < holes[number].start:
                left.append(Span(at, holes[number].start))
            at = holes[number].end
            number += 1
        if at < end:
            left.append(Span(at, end))
    return left


def _within(spans: list[Span], blocks: Sequence[Block]) -> Iterator[Span]:
    """Yield the parts of ``spans`` that lie in ``blocks``. Both are ordered and disjoint."""
    first = 0
    for span in spans:
        while first < len(blocks) and blocks[first].span.end <= span.start:
            first += 1
        at = first
        while at < len(blocks) and blocks[at].span.start < span.end:
            block = blocks[at].span
            yield Span(max(span.start, block.start), min(span.end, block.end))
            at += 1
