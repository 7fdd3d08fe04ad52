"""A sentence of a draft as matching uses it: its words that may be names, their places and neighbours."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, repeat

from canonym.spelling.folding import joined
from canonym.stories.signature import sentence_keys
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.capitals import loud_words
from canonym.text.document import Cut
from canonym.text.language import Language
from canonym.text.markup.base import BlockKind
from canonym.text.names import MAX_RUN, Run, is_compound, names_nothing, runs
from canonym.text.sentences import Sentence, parse_sentence
from canonym.text.tokens import Token, has_hyphen, is_caseless, is_small, words
from canonym.text.values import NamedTuple


class Spot(NamedTuple):
    """One place of a word.

    Attributes:
        sentence: Number of the sentence.
        token: The word there.
        left: Folded words before it in the same run, the nearest first; at most ``MAX_RUN``.
        right: Folded words after it in the same run, the nearest first; at most ``MAX_RUN``.
        opens: Whether its capital may be due to its place.
        compound: The hyphened word that it is a part of, if any.
    """

    sentence: int
    token: Token
    left: tuple[str, ...]
    right: tuple[str, ...]
    opens: bool
    compound: Token | None = None

    def shifted(self, sentence: int, by: int) -> "Spot":
        """Return the spot moved by ``by`` code points, into that sentence."""
        compound = None if self.compound is None else self.compound.shifted(by)
        return Spot(sentence, self.token.shifted(by), self.left, self.right, self.opens, compound)


class ParsedSentence:
    """A sentence by itself. Offsets are counted from its start.

    Its words are found at once. Everything else is computed when it is needed, because most sentences need no
    check.

    Attributes:
        text: Its prose.
        kind: The kind of its block.
        language: Its language.
        words: Its words and figures as written, without possessive endings.
        forms: Those words and parts that may be names, in the spelling of ``plain``, each once.
        inner: Its forms, without the first word if that has no other place.
    """

    def __init__(self, text: str, kind: BlockKind, language: Language, cut: Cut | None = None) -> None:
        self.text = text
        self.kind = kind
        self.language = language
        self._cut = cut
        self.words = words(text) if cut is None else [token.text for token in self.sentence.tokens]
        dressed = [word for word in self.words if not is_small(word)]
        self.forms = tuple(dict.fromkeys(chain.from_iterable(map(naming, dressed, repeat(language)))))
        first = self.forms[0] if self.forms else ""
        opening = bool(first) and first == self.words[0] and text.count(first) == 1
        self._opening = first if opening and not is_caseless(first) else ""
        self.inner = self.forms[1:] if self._opening else self.forms

    @cached_property
    def sentence(self) -> Sentence:
        """Its words and figures with their places."""
        return parse_sentence(self.text, self.kind, self.language, self._cut)

    @cached_property
    def loud_until(self) -> int:
        """The end of the words that are in capitals because of a line in capitals, or a dateline."""
        tokens = self.sentence.tokens
        number = loud_words(self.text, tokens, self.language)
        return tokens[number - 1].end if number else 0

    def number_at(self, start: int) -> int | None:
        """Return the number of the word at ``start``; None if none starts there."""
        tokens = self.sentence.tokens
        number = bisect_left(tokens, start, key=_start)
        return number if number < len(tokens) and tokens[number].start == start else None

    @cached_property
    def _telling(self) -> tuple[tuple[Token, int], ...]:
        return tuple(sentence_keys(self.sentence))

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """The keys of its telling words."""
        return tuple(key for _, key in self._telling)

    @cached_property
    def positions(self) -> tuple[tuple[str, int], ...]:
        """Its telling words that may be names, each with its place among the telling words."""
        places = {token.start: place for place, (token, _) in enumerate(self._telling)}
        starts = ((plain(spot.token.text), spot.token.start) for spot in self.spots)
        return tuple((form, places[start]) for form, start in starts if start in places)

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The places of its words that may be names."""
        return tuple(_spots(self.sentence, runs(self.text, self.sentence)))

    @cached_property
    def _by_form(self) -> dict[str, list[Spot]]:
        found: dict[str, list[Spot]] = defaultdict(list)
        for spot in self.spots:
            found[plain(spot.token.text)].append(spot)
        return found

    def spots_of(self, form: str) -> Sequence[Spot]:
        """Return the places of one of its forms."""
        return self._by_form.get(form, ())

    @cached_property
    def folded(self) -> frozenset[str]:
        """The folded forms of all its words and their parts."""
        return frozenset(joined(p.text) for t in self.sentence.tokens for p in (t, *t.parts()))

    @property
    def compounded(self) -> Iterator[str]:
        """Yield the forms that are part of a hyphened word, or are one."""
        if has_hyphen(self.text):
            yield from chain.from_iterable(map(naming, filter(has_hyphen, self.words), repeat(self.language)))

    def opens_with(self, form: str) -> bool:
        """Return whether the capital of ``form`` may be due to its place in all its places here."""
        return form == self._opening or all(spot.opens for spot in self.spots_of(form))


def _start(token: Token) -> int:
    return token.start


# Brings 1.3 % of a check; emptied by forget_words.
@lru_cache(1 << 15)
def naming(word: str, language: Language) -> tuple[str, ...]:
    """Return what in a word may be a name, in the spelling of ``plain``: itself, parts, both or nothing."""
    if is_small(word):
        return ()
    token = Token(0, word)
    parts = token.parts()
    asked = (token, *parts) if len(parts) > 1 else (token,)
    return tuple(plain(one.text) for one in asked if _may_name(one, language))


def _spots(sentence: Sentence, found: Iterable[Run]) -> Iterator[Spot]:
    sides: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = defaultdict(lambda: ((), ()))
    for run in found:
        folds = [joined(t.text) for t in run.tokens]
        for at, token in enumerate(run.tokens):
            sides[token.start] = (_before(folds, at), _behind(folds, at))
    for token, opens in zip(sentence.tokens, sentence.opens, strict=True):
        if forms := naming(token.text, sentence.language):
            dressed = (opens or sentence.titled) and not is_caseless(token.text)
            spot = Spot(0, token, *sides[token.start], dressed)
            if forms[0] == plain(token.text):
                yield spot
            if has_hyphen(token.text):
                yield from _spots_of_parts(spot, sentence)


def _spots_of_parts(whole: Spot, sentence: Sentence) -> Iterator[Spot]:
    token = whole.token
    parts = token.parts()
    if len(parts) > 1:
        folds = [joined(part.text) for part in parts]
        for at, part in enumerate(parts):
            if _may_name(part, sentence.language):
                before = (*_before(folds, at), *whole.left)[:MAX_RUN]
                behind = (*_behind(folds, at), *whole.right)[:MAX_RUN]
                yield Spot(0, part, before, behind, sentence.titled or (whole.opens and at == 0), token)


def _before(folds: Sequence[str], at: int) -> tuple[str, ...]:
    return tuple(folds[max(at - MAX_RUN, 0) : at][::-1])


def _behind(folds: Sequence[str], at: int) -> tuple[str, ...]:
    return tuple(folds[at + 1 : at + 1 + MAX_RUN])


def _may_name(token: Token, language: Language) -> bool:
    if len(token.text) < 2 or token.is_figure or names_nothing(token.text, language):
        return False
    return token.may_name or is_compound(token)
