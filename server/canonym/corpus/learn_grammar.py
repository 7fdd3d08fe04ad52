"""Learns the grammar of a language from the words of its corpus, without any table of the language.

Two words with one stem are evidence for the pair of their endings. A pair is grammar if many unrelated stems
have both endings. A good share of the words with the rarer ending must also have the other one. Past and
paste are no forms of one word, because few words with a last e are words without it. Both ordinary words and
names must show it: endings of verbs stand on no name, and spellings of names have patterns of their own
(Beatty, Beattie).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

from canonym.corpus.counts import Statistics
from canonym.corpus.learn_stem_changes import stem_changes
from canonym.corpus.name_endings import name_endings
from canonym.spelling.grammar import LONGEST, doubles, lowered, pair
from canonym.spelling.stem_changes import STAR
from canonym.text.tokens import is_all_caps
from canonym.text.values import NamedTuple

MIN_STEM = 4
"""Least letters of a stem that votes. Shorter ones are often unrelated."""
MOST_WORDS = 40_000
"""Ordinary words, and names, that are looked at: the commonest. Rare ones are often mistakes."""
MOST_ENDINGS = 400
"""Endings that are looked at, those of most words first."""
LONGEST_BEGINNING = 3
"""Most letters of a beginning."""
MIN_STEMS = 3
"""Least stems of a pair of endings."""
WORDS_PER_STEM = 4_000
"""For so many words more, a pair needs one stem more."""
MIN_SHARE = 0.25
"""Least share of the words with the rarer ending that have the other one as well."""
MIN_SHARE_INFLECTED = 0.02
"""The same in a language that inflects names."""
USUAL_SHARE = 0.1
"""The same of the pairs that tell whether a language inflects names."""
INFLECTED = 0.15
"""Share of names with another form, from which a language inflects names."""
ORDINARY_SHARE = 0.3
"""From this share on, a pair is grammar of names though few names show it."""
MIN_NAMES = 0.3
"""Least part of the expected names that a pair of endings must be seen on."""
EXPECTED = 3
"""Expected names from which their absence tells something."""
COMMONEST = 3_000
"""Words by which it is told whether a language writes common nouns with capitals."""
WITH_CAPITALS = 0.35
"""Least share of capitalised words among them in such a language."""
FEW_PAIRS = 24
"""Fewer pairs of endings are those of a small corpus, which shows only some."""

_CHANGED = 4_000
"""Ordinary words, and names, whose stems are looked at."""

_Pair = tuple[str, str]


def learn_grammar(statistics: Statistics) -> tuple[dict[str, str], dict[str, str]]:
    """Return the endings and the beginnings that take each other's place, as ``Grammar`` takes them.

    They depend on the counts alone, not on their order.
    """
    small = _commonest((lowered(word), times) for word, times in statistics.small.items())
    capitals = (*statistics.middle.items(), *statistics.first.items())
    names = _commonest(
        (low, times)
        for word, times in capitals
        if not is_all_caps(word) and (low := lowered(word)) not in statistics.small
    )
    words = _Words(tuple(small), tuple(names), _writes_nouns_with_capitals(small, names))
    endings = _alternations(words, LONGEST, 0)
    _add_endings_of_names(endings, words)
    turned = _Words(tuple(map(_turned, small)), tuple(map(_turned, names)), words.nouns)
    return endings, _alternations(turned, LONGEST_BEGINNING, MIN_STEMS)


def _add_endings_of_names(table: dict[str, str], words: "_Words") -> None:
    """Let the endings of names take each other's place, if the language inflects names and few pairs show."""
    few = sum(STAR not in key for key in table) < FEW_PAIRS
    found = name_endings(words.names, (*words.small, *words.names)) if few else None
    if found is not None:
        for two in found.pairs():
            table.setdefault(pair(*two), found.letters)


class _Words(NamedTuple):
    """The words that vote.

    Attributes:
        small: Words that are written small.
        names: Words that are always capitalised.
        nouns: Whether common nouns are among ``names``.
    """

    small: Sequence[str]
    names: Sequence[str]
    nouns: bool


def _turned(word: str) -> str:
    return word[::-1]


def _commonest(words: Iterable[tuple[str, int]]) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for word, times in words:
        counted[word] += times
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_WORDS])


def _writes_nouns_with_capitals(small: Mapping[str, int], names: Mapping[str, int]) -> bool:
    both = [(-times, False) for times in small.values()] + [(-times, True) for times in names.values()]
    commonest = sorted(both)[:COMMONEST]
    return sum(capitalised for _, capitalised in commonest) >= WITH_CAPITALS * len(commonest) > 0


def _alternations(words: _Words, longest: int, least_names: int) -> dict[str, str]:
    """Return the pairs of endings that are grammar, with the last letters of their stems.

    Args:
        words: The words.
        longest: Most letters of an ending.
        least_names: On so many names each pair must be seen, if there are names.
    """
    everywhere, names = _Endings((*words.small, *words.names), longest), _Endings(words.names, longest)
    seen = everywhere.pairs()
    need = MIN_STEMS + len(everywhere.words) // WORDS_PER_STEM
    ballots = [
        _Ballot(two, stems, names.with_both(two, stems), everywhere.rarer(two), names.rarer(two))
        for two, stems in seen.items()
        if len(stems) >= need
    ]
    shown = [one for one in ballots if _is_shown(one, words, least_names)]
    usual = [one for one in shown if one.share >= USUAL_SHARE]
    asked = names if words.names else everywhere
    forms = (stem + ending for one in usual for stem in one.stems for ending in one.two)
    inflected = asked.words.intersection(forms)
    inflects = len(inflected) > INFLECTED * asked.count
    least = MIN_SHARE_INFLECTED if inflects else MIN_SHARE
    table = {pair(*one.two): {stem[-1] for stem in one.stems} for one in shown if one.share >= least}
    _add_clitics(table, everywhere, seen)
    if longest == LONGEST and (inflects or words.nouns):
        some = (*words.small[:_CHANGED], *words.names[:_CHANGED])
        table |= {
            pair(*two): letters
            for two, letters in stem_changes(some, MIN_STEMS + len(some) // WORDS_PER_STEM).items()
        }
    return {key: "".join(sorted(letters)) for key, letters in sorted(table.items())}


class _Ballot(NamedTuple):
    """What speaks for a pair of endings.

    Attributes:
        two: The endings.
        stems: The stems that have both.
        names: Those of them that are names with both.
        words: How many words have the rarer ending.
        words_of_names: The same among names.
    """

    two: _Pair
    stems: Sequence[str]
    names: Sequence[str]
    words: int
    words_of_names: int

    @property
    def share(self) -> float:
        """How many of the words with the rarer ending have the other one."""
        return len(self.stems) / self.words

    @property
    def has_clitic(self) -> bool:
        """Whether an ending begins with an apostrophe."""
        return "'" in (self.two[0][:1], self.two[1][:1])


def _is_shown(ballot: _Ballot, words: _Words, least_names: int) -> bool:
    """Return whether both ordinary words and names show a pair of endings, as far as there are any."""
    if ballot.has_clitic or not words.names:
        return True
    if len(ballot.names) < least_names:
        return False
    if words.nouns:
        return True
    if len(ballot.stems) - len(ballot.names) < MIN_STEMS:
        return False
    expected = ballot.share * ballot.words_of_names
    enough = expected < EXPECTED or len(ballot.names) >= MIN_NAMES * expected
    return enough or ballot.share >= ORDINARY_SHARE


class _Endings:
    """Words parted into stems and endings."""

    def __init__(self, words: Iterable[str], longest: int) -> None:
        self.words = frozenset(words)
        self._longest = longest
        self.sizes = Counter[str]()
        for size in range(longest + 1):
            self.sizes.update([word[len(word) - size :] for word in self._with_ending(size)])

    def _with_ending(self, size: int) -> list[str]:
        """Return the words that have a stem before an ending of ``size`` letters."""
        long = [word for word in self.words if len(word) >= MIN_STEM + size]
        return [word for word in long if word[-size - 1].isalpha()]

    @property
    def count(self) -> int:
        """How many words are long enough to have a stem."""
        return self.sizes[""]

    def pairs(self) -> dict[_Pair, list[str]]:
        """Return the pairs of frequent endings, with the stems that have both."""
        ranked = sorted(self.sizes.items(), key=lambda item: (-item[1], item[0]))
        frequent = {ending for ending, _ in ranked[:MOST_ENDINGS]}
        seen: dict[_Pair, list[str]] = defaultdict(list)
        for stem, endings in self._stems(frequent).items():
            for two in combinations(sorted(endings), 2):
                if two[0][:1] != two[1][:1] and not doubles(stem, *two):
                    seen[two].append(stem)
        return seen

    def _stems(self, frequent: Set[str]) -> dict[str, list[str]]:
        """Return the stems with several frequent endings."""
        first: dict[str, str] = {}
        several: dict[str, list[str]] = {}
        for size in range(self._longest + 1):
            for word in self._with_ending(size):
                cut = len(word) - size
                if (ending := word[cut:]) in frequent:
                    stem = word[:cut]
                    known = first.setdefault(stem, ending)
                    if known is not ending:
                        several.setdefault(stem, [known]).append(ending)
        return several

    def rarer(self, two: _Pair) -> int:
        """Return how many words have the rarer ending."""
        return min(self.sizes[two[0]], self.sizes[two[1]])

    def with_both(self, two: _Pair, stems: Iterable[str]) -> list[str]:
        """Return those of ``stems`` that make words with both endings."""
        return [stem for stem in stems if stem + two[0] in self.words and stem + two[1] in self.words]


def _add_clitics(table: dict[str, set[str]], endings: _Endings, seen: Mapping[_Pair, Sequence[str]]) -> None:
    """Let endings behind an apostrophe take each other's place, if the language has several."""
    clitics = {ending for ending in endings.sizes if _is_clitic(ending, endings.sizes)}
    usual = [clitic for clitic in clitics if pair("", clitic) in table]
    if len(usual) >= MIN_STEMS:
        letters = {stem[-1] for clitic in usual for stem in seen["", clitic]}
        bare = {clitic[1:] for clitic in clitics}
        for a, b in combinations(sorted({"", *clitics, *bare}), 2):
            if "'" in (a[:1], b[:1]):
                table.setdefault(pair(a, b), set()).update(letters)


def _is_clitic(ending: str, sizes: Mapping[str, int]) -> bool:
    """Return whether an ending stands behind an apostrophe twice, or once and elsewhere without it."""
    return ending[:1] == "'" != ending and (sizes[ending] > 1 or sizes[ending[1:]] >= MIN_STEMS)
