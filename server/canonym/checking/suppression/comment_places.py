"""Finds the places of a document where a comment counts as a comment and changes nothing else."""

import re
from functools import lru_cache

from canonym.checking.finding import Edit
from canonym.checking.fixes.apply_fixes import apply
from canonym.checking.suppression.directive import DirectiveKind
from canonym.checking.suppression.directive_reach import block_ends, reach
from canonym.checking.suppression.read_directives import read_directives
from canonym.text.document import HIDDEN, Document
from canonym.text.formats import FORMATS, parse_document
from canonym.text.markup import Block, BlockKind
from canonym.text.span import Span

_KEYED = tuple(name for name, one in FORMATS.items() if one.keyed)
_ADORNMENT = re.compile(r"[ \t]*([!-/:-@\[-`{-~])\1+[ \t]*\Z")
_TITLE = re.compile(r"<title\b[^>]*>(?:(?!</title).)*\Z", re.IGNORECASE | re.DOTALL)
_VERBATIM = re.compile(r"\[verse\b")


def says_only(document: Document, edit: Edit, span: Span) -> bool:
    """Return whether one more comment leaves the content of a document unchanged and is about ``span``.

    Args:
        document: The document.
        edit: The edit that writes the comment with a directive.
        span: The place that the directive is for.
    """
    at = edit.span.start
    if document.format in ("markdown", "html") and _TITLE.search(document.text, 0, at):
        return False  # a comment there is text
    after = _read(document, apply(document.text, [edit]))
    if _prose(after) != _prose_before(document):
        return False
    written = Span(at, at + len(edit.text))
    new = [one for one in read_directives(after).understood if written.covers(one.span)]
    if len(new) != 1:
        return False
    held = reach(after, new[0], block_ends(after))
    now = span.start + (len(edit.text) if at <= span.start else 0)
    return new[0].kind is DirectiveKind.ON or held.start <= now < held.end


def is_printed(document: Document) -> bool:
    """Return whether comments stay in the output of a document.

    git removes them from a message that has git's own comments above the part that git cuts off.
    """
    return document.format == "git-commit" and not document.markup.comments


def parts_what_belongs_together(document: Document, block: Block) -> bool:
    """Return whether a comment on a line above ``block`` would split a list, a table or the like."""
    if document.format == "restructuredtext":
        return _parts_in_rst(document, block)
    return document.format == "asciidoc" and _parts_in_asciidoc(document, block)


def _parts_in_rst(document: Document, block: Block) -> bool:
    lines, number = document.lines, document.lines.place(block.span.start).line
    opening = document.text[lines.line(number).start : block.span.start].strip()
    while number > 0 and _ADORNMENT.match(lines.line(number - 1).of(document.text)):
        number -= 1
    if number > 0 and lines.line(number - 1).of(document.text).strip():
        return True
    if block.kind is BlockKind.ITEM:
        return _follows_an_item(document, block)
    return block.kind is BlockKind.CELL or opening != ""


def _parts_in_asciidoc(document: Document, block: Block) -> bool:
    lines, number = document.lines, document.lines.place(block.span.start).line
    above = lines.line(number - 1).of(document.text).strip() if number > 0 else ""
    if block.kind is BlockKind.CELL or above == "+":
        return True
    while number > 0 and (line := lines.line(number - 1).of(document.text).strip()):
        if _VERBATIM.match(line):
            return True
        number -= 1
    return block.kind is BlockKind.ITEM and above == "" and _follows_an_item(document, block)


def _follows_an_item(document: Document, block: Block) -> bool:
    blocks = document.markup.blocks
    number = blocks.index(block)
    return number > 0 and blocks[number - 1].kind is BlockKind.ITEM


def _read(document: Document, text: str) -> Document:
    keys = ("**",) if document.format in _KEYED else ()
    return parse_document(document.path, text, document.format, keys)


@lru_cache(1)  # each possible comment asks again
def _prose_before(document: Document) -> list[tuple[BlockKind, str]]:
    return _prose(_read(document, document.text))


def _prose(document: Document) -> list[tuple[BlockKind, str]]:
    """Return the blocks as people see them."""
    return [(block.kind, " ".join(_seen(document, block).split())) for block in document.markup.blocks]


def _seen(document: Document, block: Block) -> str:
    return document.visible_text(block.span).replace(HIDDEN, "")
