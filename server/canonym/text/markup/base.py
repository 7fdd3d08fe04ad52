"""The interface of every parser of a format."""

from collections.abc import Callable
from enum import Enum

from canonym.text.span import Span
from canonym.text.values import NamedTuple


class BlockKind(Enum):
    """What kind of prose a block is. Capitals say less in titles than in running text."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CELL = "cell"


Writer = Callable[[str, str], str | None]
"""Returns a text as written after the given start of its line; None where it cannot be written."""


class Quoting(NamedTuple):
    """How to write a text into a stretch of prose, so that parsers of the format find that very text.

    Attributes:
        place: The name of such a stretch for people: ``a JSON string``.
        write: Writes a text there.
        least: The least number of characters by which the stretch must grow: 0 where columns must line up,
            below 0 where it may become shorter; None where it does not matter.
        most: The largest number of characters by which it may grow.
    """

    place: str
    write: Writer
    least: int | None = None
    most: int | None = None


def as_it_is(text: str, before: str) -> str | None:  # noqa: ARG001  (a writer)
    """Return ``text`` unchanged."""
    return text


PLAIN = Quoting("plain text", as_it_is)


class Block(NamedTuple):
    """A stretch of prose that no sentence crosses. It may hold soft line breaks.

    Attributes:
        span: Where it is.
        kind: What it is.
        quoting: How to write a replacement into it.
    """

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    quoting: Quoting = PLAIN


class Mask(NamedTuple):
    """A span that is not prose.

    Attributes:
        span: What is hidden from every check.
        opaque: True for content that no check sees (code, a link's target, an image); False for delimiters
            that a name may run through, such as the stars of ``Ahmad *Shah* Massoud``.
    """

    span: Span
    opaque: bool = True


class Reference(NamedTuple):
    r"""A character reference or an escape: ``&eacute;``, ``\u00e9``, ``\'e``.

    Attributes:
        span: The written reference.
        text: The characters that it stands for, never more than are written; may be empty.
    """

    span: Span
    text: str


class Passage(NamedTuple):
    """A part of the text that says its own language.

    Attributes:
        span: Where it is. Passages may nest, and the innermost counts.
        tag: The BCP 47 tag of its language; ``und`` where it says that nobody knows.
    """

    span: Span
    tag: str


class Markup(NamedTuple):
    """What the parser of a format found. Every span points into the original text.

    Attributes:
        blocks: The prose, in order, without overlap.
        masks: The parts of the blocks that are not prose, in order, without overlap.
        comments: The content of each comment of the format, where directives may be.
        front_matter: The metadata block at the top, if any.
        references: What stands for other characters inside the blocks, in order; none is masked.
        addresses: The hidden addresses, in order, also of blocks that hold nothing else.
        labels: The parts of the prose that also name the target of a link, in order.
        passages: The parts that say their own language, in order, the outer ones first.
    """

    blocks: tuple[Block, ...]
    masks: tuple[Mask, ...] = ()
    comments: tuple[Span, ...] = ()
    front_matter: Span | None = None
    references: tuple[Reference, ...] = ()
    addresses: tuple[Span, ...] = ()
    labels: tuple[Span, ...] = ()
    passages: tuple[Passage, ...] = ()


Parser = Callable[[str], Markup]
"""Parses a text. It never raises: broken markup still yields its prose."""
