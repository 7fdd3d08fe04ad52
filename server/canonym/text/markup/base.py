"""The interface of every parser of a format."""

from collections.abc import Callable
from enum import Enum

from canonym.text.span import Span
from canonym.text.values import NamedTuple


class BlockKind(Enum):
    """What a block of prose is; titles are weaker evidence of capitals than running text."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"


Writer = Callable[[str, str], str | None]
"""Returns a text as it is written behind what stands before it on its line; None where it cannot be."""


class Quoting(NamedTuple):
    """How a text is written into a stretch of prose, so that parsers of the format read that very text.

    Attributes:
        place: What people call such a stretch: ``a JSON string``.
        write: Writes a text there.
        least: How much longer the stretch must become at least, in characters: 0 where columns must line up,
            below 0 where it may become shorter; None where it does not matter.
        most: How much longer it may become.
    """

    place: str
    write: Writer
    least: int | None = None
    most: int | None = None


def as_it_is(text: str, before: str) -> str | None:  # noqa: ARG001  (a writer)
    """Write ``text`` as it is."""
    return text


PLAIN = Quoting("plain text", as_it_is)


class Block(NamedTuple):
    """A stretch of prose that no sentence crosses; may hold soft line breaks.

    Attributes:
        span: Where it stands.
        kind: What it is.
        quoting: How a replacement is written into it.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    quoting: Quoting = PLAIN


class Mask(NamedTuple):
    """A span that is no prose.

    Attributes:
        span: What is hidden from every check.
        opaque: True where something stands that is not read (code, a link's target, an image);
            False for delimiters that a name may run through, such as the stars of ``Ahmad *Shah* Massoud``.
    """

    span: Span
    opaque: bool = True


class Reference(NamedTuple):
    r"""A character reference or an escape: ``&eacute;``, ``\u00e9``, ``\'e``.

    Attributes:
        span: What is written.
        text: The characters that it stands for, not more than are written; may be empty.
    """

    span: Span
    text: str


class Markup(NamedTuple):
    """A text as its format's parser sees it; every span points into the text as it was given.

    Attributes:
        blocks: The prose, in order, without overlap.
        masks: What inside the blocks is no prose, in order, without overlap.
        comments: The content of each comment of the format, where directives may stand.
        front_matter: The metadata block at the top, if any.
        references: What inside the blocks stands for other characters, in order, apart from masks.
        addresses: What was hidden as an address in prose, in order, also where a block is nothing else.
        labels: What of the prose is also the name by which a link finds its target, in order.
    """

    blocks: tuple[Block, ...]
    masks: tuple[Mask, ...] = ()
    comments: tuple[Span, ...] = ()
    front_matter: Span | None = None
    references: tuple[Reference, ...] = ()
    addresses: tuple[Span, ...] = ()
    labels: tuple[Span, ...] = ()


Parser = Callable[[str], Markup]
"""Reads a text; never raises: broken markup still yields its prose."""
