"""Mentions of known concepts under any known spelling; the longest whole name first."""

from collections.abc import Iterator
from typing import NamedTuple

from canonym.matching.index import Index
from canonym.termbase.model import TermStatus
from canonym.text.document import Document
from canonym.text.names import adjacent
from canonym.text.sentences import Sentence, sentences
from canonym.text.span import Span
from canonym.text.tokens import Token


class Mention(NamedTuple):
    """A known form in a document.

    Attributes:
        span: Where it stands.
        text: The form as it is known; in the document white space may differ.
        concept: Id of its concept; where several have the form, of the best attested.
        status: Its standing in that concept; None where the concept is undecided.
        beside: The capitalised words right before and right behind it, "" where none stands.
    """

    span: Span
    text: str
    concept: str
    status: TermStatus | None
    beside: tuple[str, str]


def recognise(document: Document, index: Index) -> tuple[Mention, ...]:
    """Return the mentions in ``document``, in order, without overlap."""
    found: list[Mention] = []
    for sentence in sentences(document):
        found += mentions_of(document.prose, sentence, index)
    return tuple(found)


def mentions_of(prose: str, sentence: Sentence, index: Index) -> Iterator[Mention]:
    """Yield the mentions in one sentence."""
    tokens = list(sentence.tokens)
    at = 0
    while at < len(tokens):
        length = _longest(prose, tokens, at, index)
        if not length:
            yield from _in_parts(prose, tokens, at, index)
            at += 1
            continue
        yield _mention(prose, tokens, at, length, index)
        at += length


def _longest(prose: str, tokens: list[Token], at: int, index: Index) -> int:
    longest = index.longest_form(tokens[at].text)
    if not longest:
        return 0
    length = 1
    while (
        length < longest
        and at + length < len(tokens)
        and adjacent(prose, tokens[at + length - 1], tokens[at + length])
    ):
        length += 1
    while length and not index.terms(" ".join(t.text for t in tokens[at : at + length])):
        length -= 1
    return length


def _mention(prose: str, tokens: list[Token], at: int, length: int, index: Index) -> Mention:
    form = " ".join(t.text for t in tokens[at : at + length])
    concept, term = index.terms(form)[0]
    before = tokens[at - 1] if at and adjacent(prose, tokens[at - 1], tokens[at]) else None
    end = at + length
    behind = tokens[end] if end < len(tokens) and adjacent(prose, tokens[end - 1], tokens[end]) else None
    beside = tuple(t.text if t is not None and t.is_capitalised else "" for t in (before, behind))
    return Mention(
        Span(tokens[at].start, tokens[end - 1].end), form, concept.id, term.status, (beside[0], beside[1])
    )


def _in_parts(prose: str, tokens: list[Token], at: int, index: Index) -> Iterator[Mention]:
    """Known names inside a hyphened word that is not known itself: Massoud-led."""
    parts = tokens[at].parts()
    if len(parts) > 1:
        for number, part in enumerate(parts):
            if index.terms(part.text):
                yield _mention(prose, list(parts), number, 1, index)
