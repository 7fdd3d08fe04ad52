"""Mentions of known concepts under any known spelling; the longest whole name first."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from canonym.matching.draft import Draft, SentenceReading, read_draft
from canonym.matching.index import Index
from canonym.matching.memory import notes
from canonym.termbase.model import TermStatus
from canonym.text.document import Document
from canonym.text.names import adjacent
from canonym.text.span import Span
from canonym.text.tokens import Token

_SENTENCES = 1 << 13
"""Sentences of which the mentions are remembered."""
_UNSETTLED = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED, None)


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


class Mentions(NamedTuple):
    """The mentions in one sentence.

    Attributes:
        all: All of them, in order, without overlap.
        unsettled: Those of a form that is not to be written, or that nothing decides.
    """

    all: tuple[Mention, ...] = ()
    unsettled: tuple[Mention, ...] = ()


_NONE = Mentions()


def recognise(document: Document, index: Index) -> tuple[Mention, ...]:
    """Return the mentions in ``document``, in order, without overlap."""
    draft = read_draft(document)
    return tuple(placed(draft, [mentions_in(index, sentence).all for sentence in draft.sentences]))


def mentions_in(index: Index, sentence: SentenceReading) -> Mentions:
    """Return the mentions in a sentence by itself."""
    known = notes(index, mentions_in, _SENTENCES)
    found: Mentions | None = known.get(sentence.text)
    if found is None:
        mentions = tuple(_mentions(sentence.text, sentence.sentence.tokens, index))
        unsettled = tuple(m for m in mentions if m.status in _UNSETTLED) if mentions else ()
        found = known[sentence.text] = Mentions(mentions, unsettled) if mentions else _NONE
    return found


def placed(draft: Draft, mentions: Iterable[Iterable[Mention]]) -> Iterator[Mention]:
    """Yield mentions, given sentence by sentence, where they stand in ``draft``."""
    for by, some in zip(draft.starts, mentions, strict=True):
        for span, text, concept, status, beside in some:
            yield Mention(Span(span.start + by, span.end + by), text, concept, status, beside)


def _mentions(prose: str, tokens: Sequence[Token], index: Index) -> Iterator[Mention]:
    end = 0
    for at, token in enumerate(tokens):
        if at >= end:
            longest = index.longest_form(token.text)
            length = _length(prose, tokens, at, longest, index) if longest else 0
            if length:
                yield _mention(prose, tokens, at, length, index)
                end = at + length
            else:
                yield from _in_parts(prose, token, index)


def _length(prose: str, tokens: Sequence[Token], at: int, longest: int, index: Index) -> int:
    """How many words the longest form has that begins at a token; 0 if none does."""
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


def _mention(prose: str, tokens: Sequence[Token], at: int, length: int, index: Index) -> Mention:
    form = " ".join(t.text for t in tokens[at : at + length])
    concept, term = index.terms(form)[0]
    before = tokens[at - 1] if at and adjacent(prose, tokens[at - 1], tokens[at]) else None
    end = at + length
    behind = tokens[end] if end < len(tokens) and adjacent(prose, tokens[end - 1], tokens[end]) else None
    beside = tuple(t.text if t is not None and t.is_capitalised else "" for t in (before, behind))
    return Mention(
        Span(tokens[at].start, tokens[end - 1].end), form, concept.id, term.status, (beside[0], beside[1])
    )


def _in_parts(prose: str, token: Token, index: Index) -> Iterator[Mention]:
    """Known names inside a hyphened word that is not known itself: Massoud-led."""
    parts = token.parts()
    if len(parts) > 1:
        for number, part in enumerate(parts):
            if index.terms(part.text):
                yield _mention(prose, parts, number, 1, index)
