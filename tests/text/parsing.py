"""Shows what a parser sees, so that a test can state it in one line."""

import re

from canonym.text.document import HIDDEN, JOINER, visible_text
from english import parse_document

GAP = "▯"
"""Stands for something inside a block that is not read."""


def blocks_of(text: str, name: str, keys: tuple[str, ...] = ()) -> list[str]:
    """Return each block as it is checked: joiners and fillers left out, a hidden stretch as one ``▯``."""
    document = parse_document("", text, name, keys)
    return [_shown(block.span.of(document.prose)) for block in document.markup.blocks]


def kinds_of(text: str, name: str) -> list[str]:
    """Return the kind and the first word of each block."""
    document = parse_document("", text, name)
    return [f"{block.kind.value} {block.span.of(text).split()[0]}" for block in document.markup.blocks]


def comments_of(text: str, name: str) -> list[str]:
    """Return the trimmed content of each comment."""
    return [span.of(text).strip() for span in parse_document("", text, name).markup.comments]


def _shown(prose: str) -> str:
    return re.sub(f"{HIDDEN}+", GAP, visible_text(prose).replace(JOINER, "")).replace("\r\n", "\n")
