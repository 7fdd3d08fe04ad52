from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import Block, BlockKind, Mask
from canonym.text.span import Span

TEXT = "Anna came. Lind left."
WHOLE = Block(Span(0, len(TEXT)))


def masks_of(*masks: Mask) -> list[tuple[int, int, bool]]:
    return [(*mask.span, mask.opaque) for mask in assemble(TEXT, [WHOLE], masks).masks]


def test_blocks_are_trimmed_and_put_in_order() -> None:
    text = "  Two.  \n One. \n   "
    markup = assemble(text, [Block(Span(8, 15), BlockKind.ITEM), Block(Span(0, 8)), Block(Span(15, 19))])
    assert markup.blocks == (Block(Span(2, 6)), Block(Span(10, 14), BlockKind.ITEM))


def test_a_block_that_is_masked_from_end_to_end_is_left_out() -> None:
    markup = assemble("`a` `b`", [Block(Span(0, 7))], [Mask(Span(0, 3)), Mask(Span(4, 7))])
    assert markup.blocks == ()
    assert markup.masks == ()


def test_masks_are_united() -> None:
    assert masks_of(Mask(Span(3, 6)), Mask(Span(0, 4)), Mask(Span(6, 8)), Mask(Span(9, 9))) == [(0, 8, True)]


def test_what_is_opaque_wins() -> None:
    joiner = Mask(Span(0, 10), opaque=False)
    assert masks_of(joiner, Mask(Span(2, 4)), Mask(Span(6, 7))) == [
        (0, 2, False),
        (2, 4, True),
        (4, 6, False),
        (6, 7, True),
        (7, 10, False),
    ]
    assert masks_of(Mask(Span(2, 4), opaque=False), Mask(Span(0, 10))) == [(0, 10, True)]


def test_masks_are_cut_to_their_blocks() -> None:
    blocks = [Block(Span(0, 10)), Block(Span(11, 21))]
    markup = assemble(TEXT, blocks, [Mask(Span(5, 16))])
    assert [mask.span for mask in markup.masks] == [Span(5, 10), Span(11, 16)]


def test_an_address_inside_a_joining_mask_stays_joining() -> None:
    text = '<a href="https://example.org">Anna</a>'
    markup = assemble(text, [Block(Span(0, len(text)))], [Mask(Span(0, 30), opaque=False)])
    assert markup.masks == (Mask(Span(0, 30), opaque=False),)
