"""A draft as matching reads it: its words that may name, with where and beside what they stand.

What a block holds is read once and remembered by its text; so a draft that was edited, or that repeats
another, costs little more than what is new in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from canonym.matching.index import joined
from canonym.matching.signature import sentence_keys
from canonym.text.document import Document
from canonym.text.lexicon import CALENDAR, PRONOUNS, ROLES
from canonym.text.markup.base import BlockKind
from canonym.text.names import Run, is_compound, runs
from canonym.text.sentences import Sentence, read_sentence, split
from canonym.text.span import Span
from canonym.text.tokens import Token
from canonym.text.values import NamedTuple

_BLOCKS = 1 << 12
_SENTENCES = 1 << 13
"""How many of either are remembered."""


class Spot(NamedTuple):
    """One place where a word stands.

    Attributes:
        sentence: Number of the sentence.
        token: The word there.
        position: Its place among the telling words of the sentence; -1 when it is none.
        left: Folded words of the same run before it, the nearest first.
        right: Folded words of the same run behind it, the nearest first.
        opens: Whether its capital may be due to its place.
        compound: The hyphened word that it is a part of, if it is one.
    """

    sentence: int
    token: Token
    position: int
    left: tuple[str, ...]
    right: tuple[str, ...]
    opens: bool
    compound: Token | None = None

    def shifted(self, sentence: int, by: int) -> "Spot":
        """Return the spot as it stands ``by`` code points further on, in that sentence."""
        (start, text), compound = self.token, self.compound
        whole = None if compound is None else Token(compound.start + by, compound.text)
        token = Token(start + by, text)
        return Spot(sentence, token, self.position, self.left, self.right, self.opens, whole)


class DraftWord(NamedTuple):
    """A capitalised word of the draft with all its places."""

    form: str
    spots: list[Spot]


class SentenceReading(NamedTuple):
    """What a sentence holds, by itself; offsets are counted from its start.

    Attributes:
        text: Its prose.
        sentence: Its words and figures.
        keys: The keys of its telling words.
        spots: Its capitalised words.
        forms: The forms of these, each once.
        folded: The folded forms of all its words.
    """

    text: str
    sentence: Sentence
    keys: tuple[int, ...]
    spots: tuple[Spot, ...]
    forms: tuple[str, ...]
    folded: frozenset[str]


class Draft(NamedTuple):
    """A document, read once for all checks.

    Attributes:
        document: The document.
        starts: For each sentence where it starts.
        sentences: What each holds.
        keys: For each sentence the keys of its telling words.
        where: For each form of a capitalised word the numbers of its sentences.
        words: The capitalised words by form.
        folded: The folded forms of all its words.
    """

    document: Document
    starts: tuple[int, ...]
    sentences: tuple[SentenceReading, ...]
    keys: tuple[tuple[int, ...], ...]
    where: Mapping[str, Sequence[int]]
    words: Mapping[str, DraftWord]
    folded: frozenset[str]


class _Words(Mapping[str, DraftWord]):
    """The words of some sentences; the places of one are put together when they are asked for."""

    def __init__(
        self, starts: Sequence[int], sentences: Sequence[SentenceReading], where: Mapping[str, Sequence[int]]
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
            if form not in self._where:
                raise KeyError(form)
            word = self._known[form] = DraftWord(form, list(self._spots(form)))
        return word

    def _spots(self, form: str) -> Iterator[Spot]:
        for number in self._where[form]:
            for spot in self._sentences[number].spots:
                if spot.token.text == form:
                    yield spot.shifted(number, self._starts[number])


def read_draft(document: Document) -> Draft:
    """Read ``document``; what stood in a draft read before is not read again."""
    starts: list[int] = []
    sentences: list[SentenceReading] = []
    for span, kind in document.markup.blocks:
        for start, sentence in _read_block(span.of(document.prose), kind):
            starts.append(span.start + start)
            sentences.append(sentence)
    return _draft(document, tuple(starts), tuple(sentences))


def _draft(document: Document, starts: tuple[int, ...], sentences: tuple[SentenceReading, ...]) -> Draft:
    folded = frozenset[str]().union(*(sentence.folded for sentence in sentences))
    keys = tuple(sentence.keys for sentence in sentences)
    where: dict[str, list[int]] = {}
    for number, sentence in enumerate(sentences):
        for form in sentence.forms:
            if form in where:
                where[form].append(number)
            else:
                where[form] = [number]
    return Draft(document, starts, sentences, keys, where, _Words(starts, sentences, where), folded)


@lru_cache(_BLOCKS)
def _read_block(text: str, kind: BlockKind) -> tuple[tuple[int, SentenceReading], ...]:
    """Return the sentences of a block that have a word, each with where it starts."""
    found = ((span.start, read(span.of(text), kind)) for span in split(text, Span(0, len(text))))
    return tuple((start, reading) for start, reading in found if reading.sentence.tokens)


@lru_cache(_SENTENCES)
def read(text: str, kind: BlockKind) -> SentenceReading:
    """Return what a sentence holds."""
    sentence = read_sentence(text, kind)
    telling = list(sentence_keys(sentence))
    positions = {token.start: n for n, (token, _) in enumerate(telling)}
    spots = tuple(_spots(sentence, runs(text, sentence), positions))
    forms = tuple(dict.fromkeys(spot.token.text for spot in spots))
    folded = frozenset(joined(p.text) for t in sentence.tokens for p in (t, *t.parts()))
    return SentenceReading(text, sentence, tuple(key for _, key in telling), spots, forms, folded)


def _spots(sentence: Sentence, found: Iterable[Run], positions: dict[int, int]) -> Iterator[Spot]:
    sides: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = defaultdict(lambda: ((), ()))
    for run in found:
        folds = [joined(t.text) for t in run.tokens]
        for at, token in enumerate(run.tokens):
            sides[token.start] = (tuple(folds[:at][::-1]), tuple(folds[at + 1 :]))
    for token, opens in zip(sentence.tokens, sentence.opens, strict=True):
        left, right = sides[token.start]
        opening = opens or sentence.titled
        if _may_name(token):
            yield Spot(0, token, positions.get(token.start, -1), left, right, opening)
        parts = token.parts()
        if len(parts) > 1:
            folds = [joined(p.text) for p in parts]
            for at, part in enumerate(parts):
                if _may_name(part):
                    before, behind = (*folds[:at][::-1], *left), (*folds[at + 1 :], *right)
                    position = positions.get(part.start, -1)
                    yield Spot(0, part, position, before, behind, opening and at == 0, token)


def _may_name(token: Token) -> bool:
    low = token.text.lower()
    if token.is_figure or low in CALENDAR or low in ROLES or low in PRONOUNS or len(low) < 2:
        return False
    return token.is_capitalised or is_compound(token)
