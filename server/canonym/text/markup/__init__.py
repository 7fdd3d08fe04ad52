"""What a format's reader tells of a text: one file a format, one interface."""

from canonym.text.markup.base import Block, BlockKind, Markup, Mask, Quoting, Reader, Reference

__all__ = ["Block", "BlockKind", "Markup", "Mask", "Quoting", "Reader", "Reference"]
