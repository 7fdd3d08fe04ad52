"""What a format's parser tells of a text: one file a format, one interface."""

from canonym.text.markup.base import Block, BlockKind, Markup, Mask, Parser, Quoting, Reference

__all__ = ["Block", "BlockKind", "Markup", "Mask", "Parser", "Quoting", "Reference"]
