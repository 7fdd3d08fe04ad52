"""A draft as matching reads it: its words that may name, with where and beside what they stand."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from canonym.matching.index import joined
from canonym.matching.signature import sentence_keys
from canonym.text.document import Document
from canonym.text.lexicon import CALENDAR, PRONOUNS, ROLES
from canonym.text.markup.base import BlockKind
from canonym.text.names import Run, is_compound, runs
from canonym.text.sentences import Sentence, read_sentence, sentence_spans
from canonym.text.tokens import Token


class Spot(NamedTuple):
    """One place where a word stands.

    Attributes:
        sentence: Number of the sentence.
        token: The word there.
        position: Its place among the telling words of the sentence; -1 when it is none.
        left: Folded words of the same run before it, the nearest first.
        right: Folded words of the same run behind it, the nearest first.
        opens: Whether its capital may be due to its place.
    """

    sentence: int
    token: Token
    position: int
    left: tuple[str, ...]
    right: tuple[str, ...]
    opens: bool


class DraftWord(NamedTuple):
    """A capitalised word of the draft with all its places."""

    form: str
    spots: list[Spot]


class Draft(NamedTuple):
    """A document, read once for all checks.

    Attributes:
        document: The document.
        sentences: Its sentences.
        keys: For each sentence the keys of its telling words.
        words: Its capitalised words by form.
        runs: For each sentence its runs of capitalised words.
        folded: The folded forms of all its words.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    keys: tuple[tuple[int, ...], ...]
    words: dict[str, DraftWord]
    runs: tuple[tuple[Run, ...], ...]
    folded: frozenset[str]


class _SentenceReading(NamedTuple):
    """What a sentence holds, by itself; offsets are counted from its start."""

    sentence: Sentence
    keys: tuple[int, ...]
    runs: tuple[Run, ...]
    spots: tuple[Spot, ...]
    folded: frozenset[str]


def read_draft(document: Document) -> Draft:
    """Read ``document``; its sentences that stood in a draft read before are not read again."""
    found: list[Sentence] = []
    keys: list[tuple[int, ...]] = []
    all_runs: list[tuple[Run, ...]] = []
    words: dict[str, DraftWord] = {}
    folded: set[str] = set()
    for span, kind in sentence_spans(document):
        reading = _read(span.of(document.prose), kind)
        if not reading.sentence.tokens:
            continue
        by, number = span.start, len(found)
        found.append(reading.sentence.shifted(by))
        keys.append(reading.keys)
        all_runs.append(tuple(Run(_shifted(run.tokens, by), run.opens) for run in reading.runs))
        folded |= reading.folded
        for spot in reading.spots:
            start, text = spot.token
            if text not in words:
                words[text] = DraftWord(text, [])
            words[text].spots.append(spot._replace(sentence=number, token=Token(start + by, text)))
    return Draft(document, tuple(found), tuple(keys), words, tuple(all_runs), frozenset(folded))


@lru_cache(1 << 13)
def _read(text: str, kind: BlockKind) -> _SentenceReading:
    sentence = read_sentence(text, kind)
    telling = list(sentence_keys(sentence))
    positions = {token.start: n for n, (token, _) in enumerate(telling)}
    found = tuple(runs(text, sentence))
    spots = tuple(_spots(0, sentence, found, positions))
    folded = frozenset(joined(p.text) for t in sentence.tokens for p in (t, *t.parts()))
    return _SentenceReading(sentence, tuple(key for _, key in telling), found, spots, folded)


def _shifted(tokens: Iterable[Token], by: int) -> tuple[Token, ...]:
    return tuple(Token(start + by, text) for start, text in tokens)


def _spots(
    number: int, sentence: Sentence, found: Iterable[Run], positions: dict[int, int]
) -> Iterable[Spot]:
    sides: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = defaultdict(lambda: ((), ()))
    for run in found:
        folds = [joined(t.text) for t in run.tokens]
        for at, token in enumerate(run.tokens):
            sides[token.start] = (tuple(folds[:at][::-1]), tuple(folds[at + 1 :]))
    for token, opens in zip(sentence.tokens, sentence.opens, strict=True):
        left, right = sides[token.start]
        opening = opens or sentence.titled
        if _may_name(token):
            yield Spot(number, token, positions.get(token.start, -1), left, right, opening)
        parts = token.parts()
        if len(parts) > 1:
            folds = [joined(p.text) for p in parts]
            for at, part in enumerate(parts):
                if _may_name(part):
                    before, behind = (*folds[:at][::-1], *left), (*folds[at + 1 :], *right)
                    position = positions.get(part.start, -1)
                    yield Spot(number, part, position, before, behind, opening and at == 0)


def _may_name(token: Token) -> bool:
    low = token.text.lower()
    if token.is_figure or low in CALENDAR or low in ROLES or low in PRONOUNS or len(low) < 2:
        return False
    return token.is_capitalised or is_compound(token)
