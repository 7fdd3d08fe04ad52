"""The interface of every reader of a format."""

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


class Block(NamedTuple):
    """A stretch of prose that no sentence crosses; may hold soft line breaks."""

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH


class Mask(NamedTuple):
    """A span that is no prose.

    Attributes:
        span: What is hidden from every check.
        opaque: True where something stands that is not read (code, a link's target, an image);
            False for delimiters that a name may run through, such as the stars of ``Ahmad *Shah* Massoud``.
    """

    span: Span
    opaque: bool = True


class Markup(NamedTuple):
    """A text as its format's reader sees it; every span points into the text as it was given.

    Attributes:
        blocks: The prose, in order, without overlap.
        masks: What inside the blocks is no prose, in order, without overlap.
        comments: The content of each comment of the format, where directives may stand.
        front_matter: The metadata block at the top, if any.
    """

    blocks: tuple[Block, ...]
    masks: tuple[Mask, ...] = ()
    comments: tuple[Span, ...] = ()
    front_matter: Span | None = None


Reader = Callable[[str], Markup]
"""Reads a text; never raises: broken markup still yields its prose."""
