"""Which articles of the corpus tell this draft's story, and which of their sentences are parallel.

Articles are ranked by the rare keys they share with the draft (inverse document frequency,
Spärck Jones 1972); sentences by the weighted overlap of their keys, lifted where their neighbours
are parallel too, since translations keep the order of what they tell (Gale and Church 1993).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nsmallest
from math import log
from typing import Protocol

from canonym.termbase.termbase import Story
from canonym.text.values import NamedTuple

RELATED = 4
"""Articles looked at for one draft."""
MIN_SIMILARITY = 0.12
"""Overlap below which two sentences have nothing to say to each other."""
SUPPORT = 0.35
"""Share of the neighbours' similarity that lifts a pair of sentences."""


class Parallel(NamedTuple):
    """A sentence of the corpus that says what a sentence of the draft says.

    Attributes:
        story: Number of the article.
        sentence: Number of the sentence in the article.
        similarity: Weighted overlap of the two sentences alone, 0 to 1.
        support: The same, lifted by the neighbours.
    """

    story: int
    sentence: int
    similarity: float
    support: float


class Related(NamedTuple):
    """An article that tells the draft's story: its number and the share of the draft's rare keys it has."""

    story: int
    share: float


class Shelf(Protocol):
    """Numbered stories."""

    def __len__(self) -> int: ...
    def __getitem__(self, number: int, /) -> Story: ...


class Having(Protocol):
    """Which stories have a key (without its lowest bit)."""

    def get(self, key: int, /) -> Iterable[int]:
        """Return the numbers of the stories that have ``key``."""

    def size(self, key: int, /) -> int:
        """Return how many stories have ``key``."""


class StoryIndex:
    """Stories that can be asked for by what they tell.

    Args:
        stories: The stories.
        having: Which of them have a key.
        most: A key that more stories have relates none of them.
    """

    def __init__(self, stories: Shelf, having: Having, most: int | None = None) -> None:
        self.stories = stories
        self._having = having
        self._rare = log(10) if len(stories) > 30 else 0.1
        """A key that more than a tenth of the articles have relates nothing."""
        if most is not None and most < len(stories):
            self._rare = max(self._rare, _weight(len(stories), most + 1))
        self._related = lru_cache(8)(self._ranked)  # asked for more than once while a draft is judged
        self._weight = lru_cache(1 << 16)(lambda key: _weight(len(stories), having.size(key)))

    def __bool__(self) -> bool:
        return len(self.stories) > 0

    def related(self, draft: Sequence[Sequence[int]]) -> tuple[Related, ...]:
        """Return the articles that share most with ``draft`` (keys by sentence), the closest first."""
        if not self:
            return ()
        return self._related(tuple(map(tuple, draft)))

    def _ranked(self, draft: tuple[tuple[int, ...], ...]) -> tuple[Related, ...]:
        shared: dict[int, float] = defaultdict(float)
        total = 0.0
        for key in {k >> 1 for sentence in draft for k in sentence}:
            weight = self.weight(key)
            total += weight
            if weight > self._rare:
                for story in self._having.get(key):
                    shared[story] += weight
        best = nsmallest(RELATED, shared.items(), key=lambda item: (-item[1], item[0]))
        return tuple(Related(story, weight / total) for story, weight in best)

    def weight(self, key: int) -> float:
        """Return the inverse document frequency of a key (without its lowest bit)."""
        return self._weight(key)

    def parallels(self, draft: Sequence[Sequence[int]]) -> tuple[tuple[Parallel, ...], ...]:
        """Return for each sentence of ``draft`` the parallel ones of related articles, the best first.

        Nothing where no article is related.
        """
        related = self.related(draft)
        if not related:
            return ()
        found: list[list[Parallel]] = [[] for _ in draft]
        for story, _ in related:
            table = self._similarities(draft, story)
            for (here, there), similarity in table.items():
                around = max(
                    table.get((here + 1, there + 1), 0.0),
                    table.get((here - 1, there - 1), 0.0),
                    0.7 * table.get((here + 1, there + 2), 0.0),
                    0.7 * table.get((here - 1, there - 2), 0.0),
                )
                found[here].append(Parallel(story, there, similarity, similarity + SUPPORT * around))
        return tuple(tuple(sorted(p, key=lambda x: (-x.support, x.story, x.sentence))[:3]) for p in found)

    def _similarities(self, draft: Sequence[Sequence[int]], story: int) -> dict[tuple[int, int], float]:
        there = [{k >> 1 for k in s} for s in self.stories[story].sentences]
        where: dict[int, list[int]] = defaultdict(list)
        for number, keys in enumerate(there):
            for key in keys:
                where[key].append(number)
        sizes = [sum(map(self.weight, keys)) for keys in there]
        table: dict[tuple[int, int], float] = {}
        for here, sentence in enumerate(draft):
            keys = {k >> 1 for k in sentence}
            size = sum(map(self.weight, keys))
            overlap: dict[int, float] = defaultdict(float)
            for key in keys:
                weight = self.weight(key)
                for number in where.get(key, ()):
                    overlap[number] += weight
            for number, shared in overlap.items():
                similarity = shared / max(1e-9, (size * sizes[number]) ** 0.5)
                if similarity >= MIN_SIMILARITY:
                    table[here, number] = similarity
        return table


def _weight(stories: int, having: int) -> float:
    """The inverse document frequency of a key that so many of the stories have."""
    return log((1 + stories) / (0.5 + having))
