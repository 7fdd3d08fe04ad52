"""Learns what a language joins to its words in writing, without any table of the language.

An ending is joined where many words with it are words without it as well, names among them (Goldsmith,
Unsupervised Learning of the Morphology of a Natural Language, 2001). Beginnings are learned in the same way.
A word is cut where the most different words have what is left.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from canonym.languages import language
from canonym.languages.foreign_names import foreign_names
from canonym.spelling.grammar import pair
from canonym.spelling.letters_of_names import LettersOfNames
from canonym.text.document import Document
from canonym.text.joining.joined_writing import (
    LONGEST_BEFORE,
    LONGEST_BEHIND,
    are_words,
    is_long_enough,
    stems,
    unspaced_words,
)
from canonym.text.joining.unspaced import is_unspaced
from canonym.text.language import UNDETERMINED, Language
from canonym.text.span import Span
from canonym.text.tokens import is_caseless, is_of_common_scripts, words
from canonym.text.values import NamedTuple

MOST_WORDS = 100_000
"""The commonest words, by which the rest is learned."""
LEAST_STEMS = 5
"""Least words that must be there with an ending and without it."""
WORDS_PER_STEM = 1_500
"""For so many words more, one more is needed."""
LEAST_SHARE = 0.15
"""Least share of the words with an ending that are there without it."""
ENOUGH_NAMES = 30
"""Least known names of places in a corpus that are asked alone; else all that reads as a name is."""
LEAST_NAMES = 2
"""Least names that must be among them."""
NAMES_PER_NAME = 250
"""For so many names more, one more is needed."""
COMMON = 6
"""Least mentions of a word whose letters are those of an ordinary one."""


class Joined(NamedTuple):
    """What a language joins to words, and to which.

    Attributes:
        before: What is joined before a word, with the first letters of the words.
        behind: What is joined behind a word, with their last letters.
        support: How many different words are left with a stem when all that is cut off, if more than one.
        words: The words of scripts without spaces.
        language: What its profile says.
    """

    before: Mapping[str, str]
    behind: Mapping[str, str]
    support: Mapping[str, int]
    words: frozenset[str] = frozenset()
    language: Language = UNDETERMINED

    def grammar(
        self, endings: Mapping[str, str], beginnings: Mapping[str, str]
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Return the endings and beginnings of a grammar, with what is joined for what stands alone."""
        behind = {pair("", ending): letters for ending, letters in self.behind.items()}
        before = {pair("", beginning[::-1]): letters for beginning, letters in self.before.items()}
        if self.support:
            endings, beginnings = _of_two(endings), _of_two(beginnings)
        return {**endings, **behind}, {**beginnings, **before}

    def cut(self, word: str) -> Sequence[Span]:
        """Return the places of the words in what is written as one; all of it if there is only one."""
        if is_unspaced(word):
            return unspaced_words(word, self.words.__contains__)
        best, most = Span(0, len(word)), self.support.get(word, 1)
        for place in self.places(word):
            found = self.support.get(place.of(word), 1)
            if found > most:
                best, most = place, found
        return (best,)

    def places(self, word: str) -> list[Span]:
        """Return where a word may stand in ``word`` that all the rest is joined to."""
        return stems(word, self._is_joined_before, self._is_joined_behind)

    def _is_joined_before(self, start: str) -> bool:
        return start in self.before or are_words(start, self.language.joined_before)

    def _is_joined_behind(self, end: str) -> bool:
        return end in self.behind or are_words(end, self.language.joined_behind)


NOTHING_JOINED = Joined({}, {}, {})
"""What a language joins that writes each word by itself."""


def caseless_words(document: Document) -> list[str]:
    """Return the words of ``document`` in scripts without capitals but with spaces, as they are written."""
    prose = document.prose
    if is_of_common_scripts(prose, 0, len(prose)):
        return []
    blocks = (words(block.span.of(prose)) for block in document.markup.blocks)
    return [word for block in blocks for word in block if is_caseless(word) and not is_unspaced(word)]


def learn_joined(counts: Mapping[str, int], tag: str) -> Joined:
    """Return what the language ``tag`` joins to words, by the counts of its words as they are written."""
    known = foreign_names(tag)
    if not known:
        return NOTHING_JOINED
    common = sorted(counts, key=lambda word: (-counts[word], word))[:MOST_WORDS]
    usual = {w: counts[w] for w in common if counts[w] >= COMMON and w not in known}
    letters = LettersOfNames(known, usual)
    names = known.intersection(common)
    if len(names) < ENOUGH_NAMES:
        names = frozenset(word for word in common if letters.log_odds(word) > 0)
    behind = _affixes(common, names, LONGEST_BEHIND, lambda word: word)
    before = _affixes([word[::-1] for word in common], {n[::-1] for n in names}, LONGEST_BEFORE, _turned)
    joined = Joined(
        {_turned(one): first for one, first in before.items()}, behind, {}, language=language(tag)
    )
    support: Counter[str] = Counter()
    for word in common:
        support[word] += 1
        support.update(place.of(word) for place in joined.places(word))
    return joined._replace(support={stem: times for stem, times in support.items() if times > 1})


class Cutter(dict[str, Sequence[Span]]):
    """Finds the words in what is written as one, each time once."""

    def __init__(self, joined: Joined) -> None:
        self._joined = joined

    def __missing__(self, word: str) -> Sequence[Span]:
        found = self[word] = self._joined.cut(word)
        return found

    def __call__(self, word: str) -> Sequence[Span]:
        """Return the places of the words in what is written as one."""
        return self[word]


def _of_two(pairs: Mapping[str, str]) -> dict[str, str]:
    """Return the pairs of which neither is empty."""
    return {two: letters for two, letters in pairs.items() if not two.startswith("\t")}


def _turned(word: str) -> str:
    return word[::-1]


def _affixes(
    words: Sequence[str], names: Iterable[str], longest: int, plain: Callable[[str], str]
) -> dict[str, str]:
    """Return the endings that are joined, each with the last letters of the words that have them."""
    every, name_words = frozenset(words), frozenset(names)
    sizes: Counter[str] = Counter()
    with_ending: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for cut in range(max(2, len(word) - longest), len(word)):
            stem, ending = word[:cut], word[cut:]
            if is_long_enough(plain(stem)):
                sizes[ending] += 1
                if stem in every:
                    with_ending[ending].append(stem)
    least = max(LEAST_STEMS, len(words) / WORDS_PER_STEM)
    least_names = max(LEAST_NAMES, len(name_words & every) / NAMES_PER_NAME)
    return {
        ending: "".join(sorted({stem[-1] for stem in found}))
        for ending, found in sorted(with_ending.items())
        if len(found) >= max(least, LEAST_SHARE * sizes[ending])
        and sum(stem in name_words for stem in found) >= least_names
    }
