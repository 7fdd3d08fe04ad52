"""Finds the names that somebody may be typing."""

import re
from collections.abc import Iterator

from canonym.index.termbase_index import Index
from canonym.termbase.concept import Concept, TermStatus
from canonym.text.span import Span
from canonym.text.values import NamedTuple

_WORDS = re.compile(r"(?:\w[\w’'\-]*[ \u00a0]){0,3}\w[\w’'\-]*[ \u00a0]?\Z")
_BREAK = re.compile(r"[ \u00a0]")
_LOOK_BACK = 120
_SHORTEST = 2
_SHORTEST_SMALL = 4
"""Least letters of a small word that gets proposals, because prose is full of such words."""
_MOST = 30


class Proposal(NamedTuple):
    """A proposed name.

    Attributes:
        span: The typed part.
        form: The right form.
        concept: The concept.
        mends: Whether the typed text is a wrong form of it.
    """

    span: Span
    form: str
    concept: Concept
    mends: bool


def proposals(text: str, offset: int, index: Index) -> list[Proposal]:
    """Return names for the words before ``offset``: wrong forms first, then the longest typed beginnings."""
    found: dict[str, Proposal] = {}
    spans = list(_spans(text, offset))
    for span in spans:
        for concept in index.resolve(span.of(text)):
            if _is_wrong(span.of(text), concept) and concept.preferred is not None:
                found.setdefault(concept.id, Proposal(span, concept.preferred.form, concept, mends=True))
    for span in spans:
        typed = span.of(text)
        for concept in index.complete(typed, _MOST) if _is_telling(typed) else ():
            if concept.terms[0].form != typed:
                found.setdefault(concept.id, Proposal(span, concept.terms[0].form, concept, mends=False))
    return list(found.values())[:_MOST]


def _spans(text: str, offset: int) -> Iterator[Span]:
    """Yield the spans of the last words before ``offset``: first up to four words, then fewer."""
    match = _WORDS.search(text, max(offset - _LOOK_BACK, 0), offset)
    if match is None:
        return
    start = match.start()
    yield Span(start, offset)
    for gap in _BREAK.finditer(text, match.start(), offset):
        if gap.end() < offset:
            yield Span(gap.end(), offset)


def _is_telling(typed: str) -> bool:
    least = _SHORTEST if typed[:1] != typed[:1].lower() or not typed.isascii() else _SHORTEST_SMALL
    return len(typed.strip()) >= least


def _is_wrong(typed: str, concept: Concept) -> bool:
    wrong = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)
    return any(term.form == typed and term.status in wrong for term in concept.terms)
