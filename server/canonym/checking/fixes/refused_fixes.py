"""Why a fix is refused: the place has no room for it, or is more than a text."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from canonym.checking.finding import Edit, Piece
from canonym.checking.fixes.notation import block_at, notation_at
from canonym.text.document import HIDDEN, JOINER, Document
from canonym.text.span import Span
from canonym.text.values import NamedTuple


class Refusal(NamedTuple):
    """A replacement that is not written, and the reason as a clause."""

    edit: Edit
    reason: str


def why_not_text(document: Document, span: Span) -> str:
    """Return why ``span`` is more than a text, as a clause; empty if it is a text."""
    if any(sign in span.of(document.prose) for sign in (JOINER, HIDDEN)):
        return "markup stands between its words"
    return "a link finds its target by this name" if _names_a_link(document, span) else ""


def without_room(document: Document, ready: Mapping[Edit, Sequence[Piece]]) -> dict[Edit, str]:
    """Return the edits for which a stretch has no room after earlier edits, each with the reason."""
    refused: dict[Edit, str] = {}
    grown: dict[int, int] = {}
    for edit, pieces in ready.items():
        at, quoting = block_at(document, edit.span)
        if quoting.least is None and quoting.most is None:
            continue
        growth = grown.get(at, 0) + sum(len(one.text) - (one.span.end - one.span.start) for one in pieces)
        if quoting.least is not None and growth < quoting.least:
            refused[edit] = f"in {quoting.place} “{edit.text}” is too short"
        elif quoting.most is not None and growth > quoting.most:
            refused[edit] = f"in {quoting.place} there is no room for “{edit.text}”"
        else:
            grown[at] = growth
    return refused


def why_broken(document: Document, edit: Edit) -> str:
    """Return why an edit that changes more than its text is refused, as a clause."""
    place = notation_at(document, edit.span)[0].place
    return f"in {place} “{edit.text}” would be more than a text"


def _names_a_link(document: Document, span: Span) -> bool:
    labels = document.markup.labels
    at = bisect_right(labels, span.start, key=lambda label: label.end)
    return at < len(labels) and labels[at].start < span.end
