"""Plain text.

A line is a block, as in texts copied from the web. In a text that is evidently wrapped at a width, a full
line continues in the next one. A line that holds only a directive (``# canonym: off`` or ``<!-- canonym: off
-->``) is a comment; plain text has no other comments.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from canonym.text.markup.assembly import assemble
from canonym.text.markup.base import Block, BlockKind, Markup
from canonym.text.scripts.sentence_signs import SENTENCE_ENDS
from canonym.text.span import Span

_LINE = re.compile(r"[^\r\n]+")
_DIRECTIVE = re.compile(r"[ \t]*(?:<!--|#|//)[ \t]*(canonym:[^\r\n]*?)[ \t]*(?:-->)?[ \t]*")
_NARROWEST = 40
_WIDEST = 120
_FULL = 0.85
_TITLE_LENGTH = 100
_TITLE_WORDS = 15
_CLOSERS = "\"'”’“‘«»›)]」』）*_ \t"


def parse(text: str) -> Markup:
    """Parse plain text."""
    lines: list[Span] = []
    comments: list[Span] = []
    has_directives = "canonym:" in text
    for found in _LINE.finditer(text):
        directive = _DIRECTIVE.fullmatch(found[0]) if has_directives else None
        if directive:
            comments.append(Span(found.start() + directive.start(1), found.start() + directive.end(1)))
        elif not found[0].isspace():
            lines.append(Span(*found.span()))
    return assemble(text, paragraphs(text, lines), comments=comments)


def is_title(line: str) -> bool:
    """Return whether a line looks like a title: all in capitals, or short and without an end of sentence."""
    if line.isupper():
        return True
    return (
        len(line) <= _TITLE_LENGTH
        and len(line.split()) <= _TITLE_WORDS
        and not line.rstrip(_CLOSERS).endswith(tuple(SENTENCE_ENDS))
    )


def paragraphs(text: str, lines: Sequence[Span]) -> Iterator[Block]:
    """Yield the blocks of ``lines``, none of them blank. Each is a block, or wrapped lines form one."""
    width = _width(text, lines)
    at = 0
    while at < len(lines):
        last = at
        while last + 1 < len(lines) and _runs_on(text, lines[last], lines[last + 1], width):
            last += 1
        span = Span(lines[at].start, lines[last].end)
        titled = last == at and is_title(span.of(text).strip())
        yield Block(span, BlockKind.HEADING if titled else BlockKind.PARAGRAPH)
        at = last + 1


def _width(text: str, lines: Sequence[Span]) -> int:
    """Return the width at which ``text`` is wrapped; 0 when it is not wrapped.

    It is wrapped if an editor seems to have filled most lines that have a next line, and if somewhere a
    sentence continues over the break: the next line begins without a capital.
    """
    if any(end - start > _WIDEST for start, end in lines):
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    width = max((above.end - above.start for above, _ in pairs), default=0)
    full = [(above, below) for above, below in pairs if _is_full(text, above, below, width)]
    if width < _NARROWEST or len(full) * 5 < len(pairs) * 3:
        return 0
    return width if any(_goes_on(text, above, below) for above, below in full) else 0


def _runs_on(text: str, above: Span, below: Span, width: int) -> bool:
    if not width or not _adjacent(text, above, below) or not _is_full(text, above, below, width):
        return False
    return not text[below.start].isspace() or text[above.start].isspace()


def _adjacent(text: str, above: Span, below: Span) -> bool:
    return text[above.end : below.start] in ("\n", "\r\n", "\r")


def _is_full(text: str, above: Span, below: Span, width: int) -> bool:
    first_word = below.of(text).split(maxsplit=1)[0]
    return above.end - above.start + 1 + len(first_word) > width * _FULL


def _goes_on(text: str, above: Span, below: Span) -> bool:
    first = below.of(text).lstrip()[0]
    last = above.of(text).rstrip()[-1]
    return first.isalpha() and not first.isupper() and last not in SENTENCE_ENDS
