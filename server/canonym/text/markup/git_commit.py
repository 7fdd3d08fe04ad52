"""Messages of git commits. Comment lines, trailers that name people, and what git cuts off are hidden."""

import re

from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import Block, BlockKind, Markup
from canonym.text.markup.plain import paragraphs
from canonym.text.markup.scanning import Line, split_lines
from canonym.text.span import Span

_SCISSORS = re.compile(r"[#;][ \t]*-+[ \t]*>8[ \t]*-+")
_COMMENT = re.compile(r"#[ \t]*")
_TRAILER = re.compile(r"[A-Z][A-Za-z]*(?:-[A-Za-z]+)+:[ \t]")
_CODE = re.compile(r"(?: {4}|\t)")


def parse(text: str) -> Markup:
    """Parse a commit message as git's editor shows it. The first line is its title."""
    comments: list[Span] = []
    lines: list[Line] = []
    for line in split_lines(text):
        if _SCISSORS.match(line.text):
            break
        if comment := _COMMENT.match(line.text):
            comments.append(line.span(comment.end()))
        elif not (line.blank or _TRAILER.match(line.text) or _CODE.match(line.text)):
            lines.append(line)
    title = [Block(line.span(), BlockKind.HEADING) for line in lines[:1]]
    body = paragraphs(text, [line.span() for line in lines[1:]])
    return assemble(text, [*title, *body], comments=comments)
