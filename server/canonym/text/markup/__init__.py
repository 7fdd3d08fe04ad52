"""The parsers of the formats: one file a format, one interface."""

from canonym.text.markup.base import Block, BlockKind, Markup, Mask, Parser, Quoting, Reference

__all__ = ["Block", "BlockKind", "Markup", "Mask", "Parser", "Quoting", "Reference"]
