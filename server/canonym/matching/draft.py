"""A draft as matching uses it: its sentences, and its words that may be names.

A block is parsed once and remembered by its text. So an edited draft, or one that repeats another, costs
little more than its new parts.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from canonym.index.memory import Remembering, forget_drafts
from canonym.matching.draft_sentence import ParsedSentence, Spot
from canonym.text.document import Cut, Document
from canonym.text.language import Language
from canonym.text.markup.base import BlockKind
from canonym.text.recent_answers import Recent
from canonym.text.sentences import split
from canonym.text.span import Span
from canonym.text.tokens import is_of_common_scripts

# Brings 16.1 and 23.2 % of a keystroke in a short and a long draft; emptied by forget(), and once no draft
# asks.
_BLOCKS, _SENTENCES = Recent(1 << 7), Recent(1 << 8)
"""Blocks and sentences that were parsed lately, by text and kind of block."""


class DraftWord:
    """A capitalised word of the draft with all its places.

    Attributes:
        form: The word in the spelling of ``plain``.
        numbers: The numbers of the sentences that have it.
        sentences: Those sentences.
    """

    def __init__(
        self, form: str, numbers: Sequence[int], starts: Sequence[int], sentences: Sequence[ParsedSentence]
    ) -> None:
        self.form = form
        self.numbers = numbers
        self.sentences = tuple([sentences[number] for number in numbers])
        self._starts = starts

    @cached_property
    def places(self) -> tuple[tuple[int, Spot], ...]:
        """Its places: numbers of sentences, each with the spot counted from the sentence's start."""
        both = zip(self.numbers, self.sentences, strict=True)
        return tuple([(number, spot) for number, here in both for spot in here.spots_of(self.form)])

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Its places, counted from the start of the draft."""
        return tuple([spot.shifted(number, self._starts[number]) for number, spot in self.places])


class Draft:
    """A document, parsed once for all checks.

    Attributes:
        document: The document.
        starts: The start of each sentence.
        sentences: The sentences.
        where: The numbers of its sentences for each form of a capitalised word.
        words: The capitalised words by form.
    """

    def __init__(
        self, document: Document, starts: Sequence[int], sentences: Sequence[ParsedSentence]
    ) -> None:
        self.document = document
        self.starts = starts
        self.sentences = sentences
        self.where: dict[str, list[int]] = {}
        for number, sentence in enumerate(sentences):
            for form in sentence.forms:
                if form in self.where:
                    self.where[form].append(number)
                else:
                    self.where[form] = [number]
        self.words: Mapping[str, DraftWord] = _Words(starts, sentences, self.where)

    @cached_property
    def keys(self) -> tuple[tuple[int, ...], ...]:
        """The keys of the telling words of each sentence."""
        return tuple(sentence.keys for sentence in self.sentences)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its different words and figures."""
        return frozenset[str]().union(*(sentence.words for sentence in self.sentences))

    @cached_property
    def inner(self) -> frozenset[str]:
        """The forms with a place other than the first of a sentence."""
        return frozenset[str]().union(*(sentence.inner for sentence in self.sentences))

    @cached_property
    def compounded(self) -> frozenset[str]:
        """The forms that are part of a hyphened word, or are one."""
        return frozenset(form for sentence in self.sentences for form in sentence.compounded)

    @cached_property
    def folded(self) -> frozenset[str]:
        """The folded forms of all its words."""
        return frozenset[str]().union(*(sentence.folded for sentence in self.sentences))

    def sentence_at(self, offset: int) -> tuple[int, ParsedSentence]:
        """Return the start of the sentence at ``offset``, and the sentence.

        Raises:
            IndexError: No sentence starts at or before ``offset``.
        """
        number = bisect_right(self.starts, offset) - 1
        if number < 0:
            raise IndexError(offset)
        return self.starts[number], self.sentences[number]

    def opens_with(self, form: str) -> bool:
        """Return whether the capital of ``form`` may be due to its place in all its places."""
        return all(self.sentences[number].opens_with(form) for number in self.where[form])


class _Words(Mapping[str, DraftWord]):
    """The words of some sentences. The places of a word are gathered when it is read."""

    def __init__(
        self, starts: Sequence[int], sentences: Sequence[ParsedSentence], where: Mapping[str, Sequence[int]]
    ) -> None:
        self._starts = starts
        self._sentences = sentences
        self._where = where
        self._known: dict[str, DraftWord] = {}

    def __len__(self) -> int:
        return len(self._where)

    def __iter__(self) -> Iterator[str]:
        return iter(self._where)

    def __contains__(self, form: object) -> bool:
        return form in self._where

    def __getitem__(self, form: str) -> DraftWord:
        word = self._known.get(form)
        if word is None:
            word = self._known[form] = DraftWord(form, self._where[form], self._starts, self._sentences)
        return word


def parse_draft(document: Document) -> Draft:
    """Parse ``document``. Text of an earlier draft is not parsed again."""
    _BLOCKS.begin()
    _SENTENCES.begin()
    starts: list[int] = []
    sentences: list[ParsedSentence] = []
    prose, language, known = document.prose, document.language, _BLOCKS.get
    for block in document.markup.blocks:
        span, kind = block.span, block.kind
        text = span.of(prose)
        cut = None if is_of_common_scripts(text, 0, len(text)) else document.cut
        read = known((text, kind, language.tag, cut))
        if read is None:
            read = _BLOCKS[text, kind, language.tag, cut] = _parse_block(text, kind, language, cut)
        for start, sentence in read:
            starts.append(span.start + start)
            sentences.append(sentence)
    return Draft(document, starts, sentences)


def forget(index: Remembering) -> None:
    """Forget what is remembered of drafts. It speeds up only the next check of the same drafts.

    Args:
        index: The termbase whose memory is cleared.
    """
    _BLOCKS.forget()
    _SENTENCES.forget()
    forget_drafts(index)


def _parse_block(
    text: str, kind: BlockKind, language: Language, cut: Cut | None
) -> tuple[tuple[int, ParsedSentence], ...]:
    """Return the sentences of a block that have a word, each with its start."""
    found = (
        (span.start, _read(span.of(text), kind, language, cut))
        for span in split(text, Span(0, len(text)), language)
    )
    return tuple((start, reading) for start, reading in found if reading.words)


def _read(text: str, kind: BlockKind, language: Language, cut: Cut | None) -> ParsedSentence:
    key = text, kind, language.tag, cut
    sentence: ParsedSentence | None = _SENTENCES.get(key)
    if sentence is None:
        sentence = _SENTENCES[key] = ParsedSentence(text, kind, language, cut)
    return sentence
