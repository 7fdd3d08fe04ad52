"""Pairs of words: spellings of one name, and distinct names that blocking brings together.

A fifth of the names is held out. The split is by groups of linked spellings, so that no spelling of a
held-out name is ever trained on.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from random import Random
from typing import NamedTuple
from zlib import crc32

import sources
from rapidfuzz.fuzz import ratio

from canonym.languages import is_derivation
from canonym.spelling import fold, keys

HELD_OUT_ONE_IN = 5
COMMON = 10
"""A form seen so often is a name of its own and no slip."""
MOST_NEGATIVES = 25_000
"""Of one source."""
PARTNERS = 4
"""How many names of one block each name is compared with."""
VOWELLED = ("russian",)
OTHERS = ("arabic", "hebrew", "japanese", "chinese")
"""Scripts that write several sounds alike, so that distinct names fall together: they count for less."""


class Example(NamedTuple):
    left: str
    right: str
    same: bool
    weight: float
    source: str


class Examples(NamedTuple):
    training: list[Example]
    held_out: list[Example]


def examples(folder: Path) -> Examples:
    same = list(spellings(folder))
    different = list(distinct(folder))
    weight = sum(example.weight for example in same) / len(different)
    found = [*same, *(example._replace(weight=weight) for example in different)]
    held_out = HeldOut(same)
    training, kept = [], []
    for example in found:
        sides = {held_out(example.left), held_out(example.right)}
        if len(sides) == 1:
            (kept if sides == {True} else training).append(example)
    return Examples(training, kept)


def spellings(folder: Path) -> Iterator[Example]:
    """Pairs of spellings of one name, each once with the source that is the surest of it."""
    seen: set[tuple[str, str]] = set()
    for source, weight, groups in _groups(folder):
        for group in groups:
            forms = words(group)
            for left, right in combinations(forms, 2):
                if (left, right) not in seen and _plausible(left, right):
                    seen.add((left, right))
                    yield Example(left, right, True, round(weight / (len(forms) - 1) ** 0.5, 4), source)


def _groups(folder: Path) -> Iterator[tuple[str, float, Iterable[list[str]]]]:
    yield "same", 1.0, ([left, right] for left, right in sources.same_pairs(folder))
    yield "person", 1.0, untoned(folder)
    yield "units", 1.0, (attested(group, 2, 50) for group in sources.arabic_groups(folder))
    for language in (*VOWELLED, *OTHERS):
        groups = sources.native_groups(folder, language)
        yield language, 1.0 if language in VOWELLED else 0.4, (attested(group, 3, 30) for group in groups)


def untoned(folder: Path) -> Iterator[list[str]]:
    """The groups of personal names but those of Chinese characters."""
    return (group for group in sources.person_groups(folder) if not _toned(group))


def _toned(group: list[str]) -> bool:
    """Whether the group mixes the dialects of a Chinese character, which share no sound."""
    return any(letter.isdigit() for form in group for letter in form)


def attested(group: list[tuple[str, int]], least: int, share: int) -> list[str]:
    most = max(count for _form, count in group)
    return [form for form, count in group if count >= least and count * share >= most]


def words(group: Iterable[str]) -> list[str]:
    return sorted({form for form in map(fold, group) if form.isalpha() and len(form) > 2})


def _plausible(left: str, right: str) -> bool:
    """Leaves out what is linked by meaning, not by spelling (Solomon and Shlomo), and inflected forms."""
    if ratio(left, right) < 50 or is_derivation(left, right, "en"):
        return False
    return not set(keys(left)).isdisjoint(keys(right))


class Links:
    """Which words any source links, however weakly: no such pair may count as distinct."""

    def __init__(self, folder: Path) -> None:
        self._groups: dict[str, set[int]] = defaultdict(set)
        for number, group in enumerate(_all_groups(folder)):
            for form in group:
                self._groups[fold(form)].add(number)

    def __call__(self, left: str, right: str) -> bool:
        return not self._groups[left].isdisjoint(self._groups[right])


def name_groups(folder: Path) -> Iterator[list[str]]:
    """Linked forms of personal names, for the counted ones in the order of their counts."""
    yield from sources.person_groups(folder)
    for group in _counted_groups(folder):
        yield [form for form, _count in sorted(group, key=lambda entry: -entry[1])]


def _all_groups(folder: Path) -> Iterator[Iterable[str]]:
    yield from name_groups(folder)
    yield from sources.same_pairs(folder)
    yield from ([city.name, *city.others] for city in sources.cities(folder))


def _counted_groups(folder: Path) -> Iterator[list[tuple[str, int]]]:
    yield from sources.arabic_groups(folder)
    for language in sources.LANGUAGES:
        yield from sources.native_groups(folder, language)


def distinct(folder: Path) -> Iterator[Example]:
    """Distinct names that share a blocking key: common words of persons' names, and cities."""
    linked = Links(folder)
    close = {(min(pair), max(pair)) for pair in map(_folded, sources.different_pairs(folder))}
    common = {fold(form) for group in _counted_groups(folder) for form, count in group if count >= COMMON}
    persons = set(_sharing_keys(common)) - close
    cities = set(_sharing_keys({fold(city.name) for city in sources.cities(folder)})) - close - persons
    for source, pairs in (("close persons", close), ("persons", persons), ("cities", cities)):
        apart = sorted(pair for pair in pairs if not linked(*pair) and not is_derivation(*pair, "en"))
        for left, right in Random(0).sample(apart, min(len(apart), MOST_NEGATIVES)):
            yield Example(left, right, False, 1.0, source)


def _folded(pair: tuple[str, str]) -> tuple[str, str]:
    return fold(pair[0]), fold(pair[1])


def _sharing_keys(forms: set[str]) -> Iterator[tuple[str, str]]:
    blocks = defaultdict(list)
    for form in sorted(forms):
        if form.isalpha() and len(form) > 2:
            for key in keys(form):
                blocks[key].append(form)
    choice = Random(0)
    for block in blocks.values():
        for left in block:
            for right in choice.sample(block, min(len(block), PARTNERS)):
                if ratio(left, right) >= 50 and left != right:
                    yield min(left, right), max(left, right)


class HeldOut:
    """Tells of a word whether it is held out, by the group of linked spellings it belongs to."""

    def __init__(self, same: Iterable[Example]) -> None:
        self._above: dict[str, str] = {}
        for example in same:
            left, right = self._root(example.left), self._root(example.right)
            self._above[max(left, right)] = min(left, right)

    def __call__(self, word: str) -> bool:
        return crc32(self._root(word).encode()) % HELD_OUT_ONE_IN == 0

    def _root(self, word: str) -> str:
        while (above := self._above.setdefault(word, word)) != word:
            word = above
        return word
