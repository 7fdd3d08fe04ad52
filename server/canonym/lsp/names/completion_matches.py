"""Finds the names that somebody may be typing."""

import re
from collections.abc import Iterator

from canonym.checking.right_forms import right_forms
from canonym.index.termbase_index import Index
from canonym.termbase.concept import Concept, Term, TermStatus
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
    found: list[Proposal] = []
    proposed: set[str] = set()
    spans = list(_spans(text, offset))
    for span in spans:
        for concept in index.resolve(span.of(text)):
            wrong = _wrong_term(span.of(text), concept)
            if wrong is not None and concept.preferred is not None and concept.id not in proposed:
                proposed.add(concept.id)
                forms = [right.form for right in right_forms(concept, wrong)]
                whole = [form for form in [concept.preferred.form] if form not in forms]
                found += [Proposal(span, form, concept, mends=True) for form in (*forms, *whole)]
    for span in spans:
        typed = span.of(text)
        for concept in index.complete(typed, _MOST) if _is_telling(typed) else ():
            if concept.terms[0].form != typed and concept.id not in proposed:
                proposed.add(concept.id)
                found.append(Proposal(span, concept.terms[0].form, concept, mends=False))
    return found[:_MOST]


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


def _wrong_term(typed: str, concept: Concept) -> Term | None:
    wrong = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)
    return next((term for term in concept.terms if term.form == typed and term.status in wrong), None)
