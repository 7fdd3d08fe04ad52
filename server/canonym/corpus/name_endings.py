"""Tells the endings of names in a language that inflects names, of which a small corpus shows few pairs.

A pair of endings may be seen on no name twice though each ending is seen on several names. In a language
whose names change their ends, such endings take each other's place, and so may vowels at the end.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, pairwise

from canonym.spelling.folding import joined
from canonym.spelling.grammar import LIKELY
from canonym.text.values import NamedTuple

MIN_STEM = 4
"""Least letters of a stem."""
LONGEST = 3
"""Most letters of an ending."""
MIN_SHARE = 0.25
"""Share of names with another ending, from which a language inflects names."""
MIN_ENDINGS = 8
"""Different endings from which it does."""
MOST_ENDINGS = 24
"""Endings that are taken, those of most names first."""


class NameEndings(NamedTuple):
    """The endings of names.

    Attributes:
        usual: Those seen on several names, and the vowels.
        seen: Those of them that were seen.
        rare: Those seen on one name.
        letters: The last letters of stems.
    """

    usual: frozenset[str]
    seen: frozenset[str]
    rare: frozenset[str]
    letters: str

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs of endings that take each other's place."""
        for a, b in combinations(sorted(self.usual | self.rare), 2):
            if a[:1] == b[:1] or (joined(a) == joined(b) and not self.seen.issuperset((a, b))):
                continue
            if self.usual.issuperset((a, b)) or (a and not self.usual.isdisjoint((a, b))):
                yield a, b


def name_endings(names: Collection[str], words: Iterable[str]) -> NameEndings | None:
    """Return the endings of names; None if the language does not seem to inflect names.

    Args:
        names: The names, in small letters.
        words: All words, which show the vowels.
    """
    stems = _stems(names)
    inflected = {stem + ending for stem, endings in stems.items() for ending in endings}
    asked = [name for name in names if len(name) > MIN_STEM]
    seen = Counter(ending for endings in stems.values() for ending in endings)
    if len(inflected.intersection(asked)) < MIN_SHARE * len(asked) or len(seen) < MIN_ENDINGS:
        return None
    ranked = sorted(seen, key=lambda ending: (-seen[ending], ending))[:MOST_ENDINGS]
    usual = {ending for ending in ranked if seen[ending] > 1}
    letters = {stem[-1] for stem in names for stem in (stem, stem[:-1]) if stem}
    every = frozenset({"", *usual, *vowels(words)})
    return NameEndings(every, frozenset(usual), frozenset(ranked) - every, LIKELY + "".join(sorted(letters)))


def _stems(names: Iterable[str]) -> dict[str, set[str]]:
    """Return the stems with several endings that begin differently."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for size in range(min(LONGEST, len(name) - MIN_STEM) + 1):
            cut = len(name) - size
            if name[cut - 1].isalpha():
                found[name[:cut]].add(name[cut:])
    return {stem: ends for stem, ends in found.items() if len({end[:1] for end in ends}) > 1}


def vowels(words: Iterable[str]) -> frozenset[str]:
    """Return the letters that stand beside the others: the algorithm of Sukhotin (1962)."""
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for word in words:
        for a, b in pairwise(filter(str.isalpha, word)):
            if a != b:
                beside[a][b] += 1
                beside[b][a] += 1
    weight = {letter: sum(others.values()) for letter, others in beside.items()}
    found: set[str] = set()
    while weight and weight[best := max(sorted(weight), key=weight.__getitem__)] > 0:
        found.add(best)
        del weight[best]
        for other in weight:
            weight[other] -= 2 * beside[best][other]
    return frozenset(found)
