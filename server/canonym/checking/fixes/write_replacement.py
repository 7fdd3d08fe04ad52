"""Turns a replacement that people see into an edit of the file. Only this module writes into drafts.

A replacement is written in the notation of its place (``Xi''an`` in a YAML string). Only those of several
words change that differ, so that markup, line breaks and references between them stay. Then the edited file
is parsed. It must differ by the replacements and nothing else, or the edit is refused.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from canonym.checking.finding import Edit, Finding, Piece
from canonym.checking.fixes.notation import notation_at
from canonym.checking.fixes.refused_fixes import Refusal, why_broken, why_not_text, without_room
from canonym.text.document import FILLER, HIDDEN, JOINER, Document, visible_text
from canonym.text.formats import FORMATS
from canonym.text.span import Span
from canonym.text.values import NamedTuple

_WORD = re.compile(rf"[^\s{JOINER}{HIDDEN}{FILLER}][^\s{JOINER}{HIDDEN}]*")
_HARMLESS = re.compile(r"[^\W\d_]+(?:[ '’-]?[^\W_])*")
"""Text that is never markup: letters and figures, with one space, apostrophe or hyphen between them."""

_OPENERS = frozenset("\\&<{")
"""Signs that make markup of some words: a backslash and N break a line of subtitles, ``&Eta;`` is a sign."""


class Written(NamedTuple):
    """The result of writing replacements.

    Attributes:
        edits: Edits of the file.
        meant: The replacements that they make, in the same order.
        refused: The replacements that the file cannot hold.
    """

    edits: tuple[Edit, ...]
    meant: tuple[Edit, ...]
    refused: tuple[Refusal, ...] = ()


def written(document: Document, replacements: Iterable[Edit], *, reread: bool = True) -> Written:
    """Return the edits of the file that put ``replacements`` in their places.

    Args:
        document: The draft.
        replacements: Visible texts for spans of the draft, without overlap.
        reread: Whether to refuse an edit that changes more. It is off where a person types and sees the
            result.
    """
    asked = [(edit, _pieces(document, edit)) for edit in replacements]
    refused = {edit: pieces for edit, pieces in asked if isinstance(pieces, str)}
    ready = {edit: pieces for edit, pieces in asked if not isinstance(pieces, str)}
    refused |= without_room(document, ready)
    ready = {edit: pieces for edit, pieces in ready.items() if edit not in refused}
    doubtful = [edit for edit, pieces in ready.items() if reread and not _is_harmless(document, pieces)]
    if doubtful:
        from canonym.checking.fixes.verify_edits import holding

        holds = set(holding(document, [ready[edit] for edit in doubtful]))
        refused |= {edit: why_broken(document, edit) for edit in doubtful if ready[edit] not in holds}
    made = [edit for edit in ready if edit not in refused]
    edits = tuple(_joined(document, edit, ready[edit]) for edit in made)
    return Written(edits, tuple(made), tuple(Refusal(edit, reason) for edit, reason in refused.items()))


def ways_to_write(
    document: Document, findings: Sequence[Finding]
) -> list[tuple[tuple[str | None, ...], str]]:
    """Return for each finding the notation of its suggestions in the file, and why the first has none.

    A suggestion that cannot be written is None. The reason is empty if the first one can be written.
    """
    texts: list[list[str | None]] = [[None] * len(finding.suggestions) for finding in findings]
    reasons = [""] * len(findings)
    for rank in range(max((len(finding.suggestions) for finding in findings), default=0)):
        asked = [number for number, finding in enumerate(findings) if rank < len(finding.suggestions)]
        meant = {number: Edit(findings[number].span, findings[number].suggestions[rank]) for number in asked}
        given = written(document, meant.values())
        text_of = {edit: done.text for edit, done in zip(given.meant, given.edits, strict=True)}
        reason_of = {one.edit: one.reason for one in given.refused}
        for number, edit in meant.items():
            texts[number][rank] = text_of.get(edit)
            reasons[number] = reasons[number] if rank else reason_of.get(edit, "")
    return [(tuple(own), reason) for own, reason in zip(texts, reasons, strict=True)]


def _pieces(document: Document, edit: Edit) -> tuple[Piece, ...] | str:
    """Return the parts of ``edit`` that change something, in their notation; or why there are none."""
    pieces: list[Piece] = []
    for span, old, new in _changes(document, edit):
        if reason := why_not_text(document, span):
            return reason
        quoting, before = notation_at(document, span)
        text = quoting.write(new, before)
        if text is None:
            return f"{quoting.place} cannot hold “{new}”"
        pieces.append(Piece(span, old, new, text))
    return tuple(pieces)


def _changes(document: Document, edit: Edit) -> Iterator[tuple[Span, str, str]]:
    """Yield the changes: word by word if the number of words is equal, else from the first to the last."""
    start = edit.span.start
    prose = edit.span.of(document.prose)
    old = [(Span(start + m.start(), start + m.end()), visible_text(m[0])) for m in _WORD.finditer(prose)]
    new = edit.text.split()
    if not old or not new:
        yield edit.span, document.visible_text(edit.span), edit.text
        return
    if len(old) == len(new):
        yield from ((span, word, to) for (span, word), to in zip(old, new, strict=True) if word != to)
        return
    least = min(len(old), len(new)) - 1
    first = next((n for n in range(least) if old[n][1] != new[n]), least)
    same = range(1, least - first + 1)
    last = next((n for n in same if old[-n][1] != new[-n]), least - first + 1) - 1
    span = Span(old[first][0].start, old[len(old) - 1 - last][0].end)
    yield span, document.visible_text(span), " ".join(new[first : len(new) - last])


def _joined(document: Document, edit: Edit, pieces: Sequence[Piece]) -> Edit:
    parts: list[str] = []
    at = edit.span.start
    for piece in pieces:
        parts += (document.text[at : piece.span.start], piece.text)
        at = piece.span.end
    return Edit(edit.span, "".join((*parts, document.text[at : edit.span.end])))


def _is_harmless(document: Document, pieces: Sequence[Piece]) -> bool:
    """Return whether everything that is written here can only be text."""
    if FORMATS[document.format].keyed:
        return False
    return all(
        piece.text == piece.new
        and _HARMLESS.fullmatch(piece.new)
        and document.text[max(piece.span.start - 1, 0) : piece.span.start] not in _OPENERS
        for piece in pieces
    )
