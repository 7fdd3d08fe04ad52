"""Finds the articles that tell a draft's story, and their sentences that are parallel to its own.

Articles are ranked by the rare keys that they share with the draft (inverse document frequency, Spärck Jones
1972). Sentences are ranked by the weighted overlap of their keys. Parallel neighbours raise the rank, because
translations keep the order of what they tell (Gale and Church 1993).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from typing import Protocol

from canonym.stories.related_articles import Ranking
from canonym.termbase.termbase import Story
from canonym.text.recent_answers import Recent
from canonym.text.values import NamedTuple

RELATED = 4
"""How many articles are compared with one draft."""
MIN_SIMILARITY = 0.12
"""Two sentences of less overlap are not parallel."""
SUPPORT = 0.35
"""The share of the neighbours' similarity that is added to a pair of sentences."""
_SENTENCES = 1 << 9
"""How many new sentences must come before sentences are forgotten that no draft has any more."""

Keys = tuple[int, ...]
"""The keys of the telling words of a sentence."""


class Parallel(NamedTuple):
    """A sentence of the corpus that says the same as a sentence of the draft.

    Attributes:
        story: Number of the article.
        sentence: Number of the sentence in the article.
        similarity: Weighted overlap of the two sentences alone, 0 to 1.
        support: The similarity with the share of the neighbours added.
    """

    story: int
    sentence: int
    similarity: float
    support: float


class Related(NamedTuple):
    """An article that tells the draft's story: its number, and its share of the draft's rare keys."""

    story: int
    share: float


class Shelf(Protocol):
    """Numbered stories."""

    def __len__(self) -> int: ...
    def __getitem__(self, number: int, /) -> Story: ...


class Having(Protocol):
    """Finds the stories that have a key (without its lowest bit)."""

    def get(self, key: int, /) -> Iterable[int]:
        """Return the numbers of the stories that have ``key``."""

    def size(self, key: int, /) -> int:
        """Return how many stories have ``key``."""


class StoryIndex:
    """Finds the stories that share keys with a draft.

    Args:
        stories: The stories.
        having: Finds the stories with a key.
        most: A key of more stories than this relates none of them.
    """

    def __init__(self, stories: Shelf, having: Having, most: int | None = None) -> None:
        self.stories = stories
        rare = log(10) if len(stories) > 30 else 0.1
        """The weight of a key that a tenth of the articles have. Such a key relates nothing."""
        if most is not None and most < len(stories):
            rare = max(rare, _weight(len(stories), most + 1))
        # Brings 13.6 and 7.7 % of a keystroke in a short and a long draft, 1.0 % of a check;
        # bounded, and gone with the index.
        self._related = lru_cache(8)(self._ranked)  # each check of a draft asks more than once
        # Brings 1.9 and 0.4 % of a keystroke in a short and a long draft, 56.9 % of a check;
        # bounded, and gone with the index.
        self._weight = lru_cache(1 << 16)(lambda key: _weight(len(stories), having.size(key)))
        self._ranking = Ranking(self.weight, rare, having.get)
        # Brings 6.1 and 0.7 % of a keystroke in a short and a long draft, 153.4 % of a check;
        # bounded, and gone with the index.
        self._prepared = lru_cache(2 * RELATED)(lambda story: _prepare(stories[story], self.weight))
        # Brings 3.2 % of a check; bounded, and gone with the index.
        self._rows = Recent(RELATED * _SENTENCES)
        # Brings 12.4 and 12.7 % of a keystroke in a short and a long draft; bounded, and gone with the index.
        self._best = Recent(_SENTENCES)

    def __bool__(self) -> bool:
        return len(self.stories) > 0

    def related(self, draft: Sequence[Sequence[int]]) -> tuple[Related, ...]:
        """Return the articles that share most with ``draft`` (keys by sentence), the closest first."""
        if not self:
            return ()
        return self._related(tuple(map(tuple, draft)))

    def _ranked(self, draft: tuple[tuple[int, ...], ...]) -> tuple[Related, ...]:
        keys = {k >> 1 for sentence in draft for k in sentence}
        return tuple(Related(story, share) for story, share in self._ranking.best(keys, RELATED))

    def weight(self, key: int) -> float:
        """Return the inverse document frequency of a key (without its lowest bit)."""
        return self._weight(key)

    def parallels(self, draft: Sequence[Keys], wanted: Iterable[int]) -> Mapping[int, tuple[Parallel, ...]]:
        """Return the parallel sentences of some sentences of ``draft``, the best first.

        Args:
            draft: The keys of its sentences.
            wanted: The numbers of the sentences in question. Those without parallels are left out.
        """
        self._rows.begin()
        self._best.begin()
        stories = tuple(one.story for one in self.related(draft))
        found: dict[int, tuple[Parallel, ...]] = {}
        for number in wanted if stories else ():
            before = draft[number - 1] if number else ()
            behind = draft[number + 1] if number + 1 < len(draft) else ()
            if best := self._parallels(stories, before, draft[number], behind):
                found[number] = best
        return found

    def _parallels(
        self, stories: tuple[int, ...], before: Keys, here: Keys, behind: Keys
    ) -> tuple[Parallel, ...]:
        """Return the parallels of a sentence between two others."""
        key = stories, before, here, behind
        best: tuple[Parallel, ...] | None = self._best.get(key)
        if best is None:
            best = self._best[key] = self._compared(*key)
        return best

    def _compared(
        self, stories: tuple[int, ...], before: Keys, here: Keys, behind: Keys
    ) -> tuple[Parallel, ...]:
        found: list[Parallel] = []
        for story in stories:
            if row := self._row(here, story):
                above, below = self._row(before, story), self._row(behind, story)
                for there, similarity in row.items():
                    around = max(
                        below.get(there + 1, 0.0),
                        above.get(there - 1, 0.0),
                        0.7 * below.get(there + 2, 0.0),
                        0.7 * above.get(there - 2, 0.0),
                    )
                    found.append(Parallel(story, there, similarity, similarity + SUPPORT * around))
        return tuple(sorted(found, key=lambda x: (-x.support, x.story, x.sentence))[:3])

    def _row(self, sentence: Keys, story: int) -> Mapping[int, float]:
        """Return the similarity of a sentence to those of an article, by number. Zeros are left out."""
        row: Mapping[int, float] | None = self._rows.get((sentence, story))
        if row is None:
            row = self._rows[sentence, story] = self._similarities(sentence, story)
        return row

    def _similarities(self, sentence: Keys, story: int) -> Mapping[int, float]:
        article = self._prepared(story)
        having, sizes = article.having, article.sizes
        keys = {k >> 1 for k in sentence}
        size = sum(map(self.weight, keys))
        overlap: dict[int, float] = defaultdict(float)
        for key in keys:
            if key in having:
                weight = self.weight(key)
                for number in having[key]:
                    overlap[number] += weight
        similar = ((n, shared / max(1e-9, (size * sizes[n]) ** 0.5)) for n, shared in overlap.items())
        return {number: similarity for number, similarity in similar if similarity >= MIN_SIMILARITY}


class _Article(NamedTuple):
    """An article, prepared for the comparison of sentences.

    Attributes:
        having: The numbers of the sentences with a key, by key (without its lowest bit).
        sizes: The weight of each sentence.
    """

    having: Mapping[int, Sequence[int]]
    sizes: Sequence[float]


def _prepare(story: Story, weight: Callable[[int], float]) -> _Article:
    having: dict[int, list[int]] = defaultdict(list)
    sentences = [{k >> 1 for k in sentence} for sentence in story.sentences]
    for number, keys in enumerate(sentences):
        for key in keys:
            having[key].append(number)
    return _Article(having, [sum(map(weight, keys)) for keys in sentences])


def _weight(stories: int, having: int) -> float:
    """Return the inverse document frequency of a key that ``having`` of the stories have."""
    return log((1 + stories) / (0.5 + having))
