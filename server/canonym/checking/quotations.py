"""Finds the quotations of a draft by their marks and by its markup. What others said is not changed unasked.

Languages use the same marks in other ways: »so« and «so», „so“ and “so”. So the letters beside a mark tell
whether it opens or closes. Marks are often wrong in translated text. In doubt a quotation is the longer one.
"""

import re
from collections.abc import Iterator

from canonym.text.document import FILLER, HIDDEN, Document
from canonym.text.span import Span

_DOUBLE = re.compile(r",,(?=\w)|``|''|[\"“”„‟«»‹›「」『』《》〈〉＂]")
_SINGLE = re.compile("['‘’‚](?!')(?<!'')")
_OPENS = frozenset(("„", "‟", ",,", "``", "‚", "「", "『", "《", "〈"))
_CLOSES = frozenset(("''", "」", "』", "》", "〉"))
_USUALLY_OPENS = frozenset("“«‹")
_USUALLY_CLOSES = frozenset("”»›")
_SPEECH = re.compile(r"^[^\S\n]*[–—―](?=[^\S\n]*\w)", re.MULTILINE)
_BEFORE_OPENING = frozenset("([{/–—―-¿¡\"'“”„‟«»‹›‘’‚`")


def quotations(document: Document) -> list[Span]:
    """Return the quotations of ``document``, in order, without overlap.

    An opening mark without a closing one counts to the end of its block; so does a dash at the start of a
    line, which opens speech. A single mark may be an apostrophe, so it needs its other one.
    """
    spans = _named_by_markup(document)
    for block in document.markup.blocks:
        inside = document.prose, block.span
        spans += (*_between_double(*inside), *_between_single(*inside), *_speech(*inside))
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _named_by_markup(document: Document) -> list[Span]:
    if document.format == "plain":
        return []
    from canonym.text.markup.quoted_parts import quoted_parts  # its patterns take long to compile

    return quoted_parts(document.text, document.format, document.markup.blocks)


def _between_double(prose: str, block: Span) -> Iterator[Span]:
    depth = start = 0
    for mark in _DOUBLE.finditer(prose, *block):
        if _is_opening(prose, block, mark, depth):
            start = start if depth else mark.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield Span(start, mark.end())
    if depth:
        yield Span(start, block.end)


def _between_single(prose: str, block: Span) -> Iterator[Span]:
    """Yield the spans from an opening mark to the last closing one before the next opening one."""
    start, end = -1, -1
    for mark in _SINGLE.finditer(prose, *block):
        before, after = _beside(prose, block, mark)
        if mark[0] in _OPENS or (_is_free(before) and after.isalnum()):
            if start < end:
                yield Span(start, end)
            start = mark.start()
        elif start >= 0 and not before.isspace() and not after.isalnum():
            end = mark.end()
    if 0 <= start < end:
        yield Span(start, end)


def _speech(prose: str, block: Span) -> Iterator[Span]:
    found = _SPEECH.search(prose, *block)
    if found:
        yield Span(found.start(), block.end)


def _is_opening(prose: str, block: Span, mark: re.Match[str], depth: int) -> bool:
    if mark[0] in _OPENS or mark[0] in _CLOSES:
        return mark[0] in _OPENS
    before, after = _beside(prose, block, mark)
    may_open, may_close = _is_free(before) and not after.isspace(), not before.isspace()
    if may_open != (may_close and not after.isalnum()):
        return may_open
    if mark[0] in _USUALLY_OPENS or mark[0] in _USUALLY_CLOSES:
        return mark[0] in _USUALLY_OPENS
    return not depth


def _is_free(before: str) -> bool:
    """Return whether a mark behind ``before`` may open a quotation."""
    return before.isspace() or before in _BEFORE_OPENING


def _beside(prose: str, block: Span, mark: re.Match[str]) -> tuple[str, str]:
    """Return the code points before and after a mark, without hidden ones; a space at an end of the block."""
    start, end = mark.span()
    while start > block.start and prose[start - 1] in (HIDDEN, FILLER):
        start -= 1
    while end < block.end and prose[end] in (HIDDEN, FILLER):
        end += 1
    return prose[start - 1] if start > block.start else " ", prose[end] if end < block.end else " "
