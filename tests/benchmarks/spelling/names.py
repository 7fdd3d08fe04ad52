"""The lexicon of attested names: every word that a source has more than once, with a band of frequency."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log2
from pathlib import Path

import sources

from canonym.spelling import fold

SEEN = 3
"""How often a form must be seen to count at all; also the upper end of the first band."""
PEOPLE = 10_000
"""As many inhabitants make a city as common as one bearer makes a name."""


def lexicon(folder: Path) -> str:
    """The text of `names.txt`: words with their bands, those that begin alike on one line."""
    return in_lines(f"{name}:{_band(count)}" for name, count in _frequencies(folder).items())


def in_lines(words: Iterable[str]) -> str:
    """Sorted words, a line for every first three letters."""
    lines: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        lines[word.split(":")[0][:3]].append(word)
    return "".join(f"{' '.join(line)}\n" for line in lines.values())


def _band(count: float) -> int:
    return max(1, min(9, int(log2(count / SEEN)) + 1))


def _frequencies(folder: Path) -> dict[str, int]:
    """The highest count that one source has for a word."""
    highest: Counter[str] = Counter()
    for source in _sources(folder):
        highest |= source
    return {
        word: count for word, count in highest.items() if count >= SEEN and len(word) > 1 and word.isalpha()
    }


def _sources(folder: Path) -> Iterable[Counter[str]]:
    for language in sources.LANGUAGES:
        yield _counted(sources.native_groups(folder, language), least=SEEN)
    yield _counted(sources.arabic_groups(folder), least=1)
    bearers = Counter(word for group in sources.person_groups(folder) for word in set(map(fold, group)))
    yield Counter({word: SEEN for word, groups in bearers.items() if groups > 1})
    cities: Counter[str] = Counter()
    for city in sources.cities(folder):
        cities[fold(city.name)] += max(SEEN, city.people // PEOPLE)
    yield cities


def _counted(groups: Iterable[list[tuple[str, int]]], least: int) -> Counter[str]:
    counts: Counter[str] = Counter()
    for group in groups:
        for form, count in group:
            if count >= least and form[0].isalpha():
                counts[fold(form)] += count
    return counts
