"""Finds the stories of a corpus that are related to some of them, in time linear in the corpus.

Only the keys of those stories are looked up, and only the rare ones. A key that more than ``MOST`` stories
have would relate thousands, and say little of any.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from canonym.corpus.kept_stories.story_store import StoryStore
from canonym.stories.parallel_sentences import StoryIndex
from canonym.termbase.termbase import Story

MOST = 500
"""Most stories of a key that relates them. In a corpus of fewer than ten times as many articles, a tenth of
the articles is the smaller bound (``canonym.stories.parallel_sentences``)."""


def first_stories(keys: Iterable[int], stories: StoryStore) -> dict[int, int]:
    """Return the number of the first story that has each of ``keys``."""
    wanted = set(keys)
    found: dict[int, int] = {}
    for number in range(len(stories)):
        for key in wanted.intersection(stories.keys(number)):
            found[key] = number
            wanted.remove(key)
    return found


class Relations:
    """Finds the stories that are related to some stories.

    Args:
        stories: All stories.
        homes: Numbers of the stories whose related stories are wanted.
    """

    def __init__(self, stories: StoryStore, homes: Iterable[int]) -> None:
        self._stories = stories
        self._sizes: Counter[int] = Counter()
        for number in range(len(stories)):
            self._sizes.update(_words(stories, number))
        asked = {key for home in homes for key in _words(stories, home) if self._sizes[key] <= MOST}
        postings: dict[int, array[int]] = defaultdict(lambda: array("I"))
        for number in range(len(stories)):
            for key in asked & _words(stories, number):
                postings[key].append(number)
        self._index = StoryIndex(_Remembered(stories), _Postings(self._sizes, postings), MOST)

    def excerpt(self, home: Story) -> "Excerpt":
        """Return the stories related to ``home``."""
        return Excerpt(self._index, self._sizes, home)


def _words(stories: StoryStore, number: int) -> set[int]:
    return {key >> 1 for key in stories.keys(number)}


class _Postings:
    """Finds the stories with a key: their number for all keys, the stories themselves for some."""

    def __init__(self, sizes: Mapping[int, int], postings: "Mapping[int, array[int]]") -> None:
        self._sizes = sizes
        self._postings = postings

    def get(self, key: int) -> Iterable[int]:
        """Return the numbers of the stories that have ``key``, if it is a key of the homes."""
        return self._postings.get(key, ())

    def size(self, key: int) -> int:
        """Return how many stories have ``key``."""
        return self._sizes.get(key, 0)


class Excerpt:
    """The stories related to one story, small enough to send to another process.

    Args:
        index: An index that finds the stories related to ``home``.
        sizes: The number of stories with a key, among all stories.
        home: The story.
    """

    def __init__(self, index: StoryIndex, sizes: Mapping[int, int], home: Story) -> None:
        self._count = len(index.stories)
        numbers = [one.story for one in index.related(home.sentences)]
        self._stories = {number: index.stories[number] for number in numbers}
        keys = {k >> 1 for story in (home, *self._stories.values()) for s in story.sentences for k in s}
        self._sizes = {key: sizes[key] for key in keys}

    def index(self) -> StoryIndex:
        """Return an index of them, with the weights of the index of all stories."""
        return StoryIndex(self, self, MOST)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> Story:
        return self._stories[number]

    def get(self, key: int) -> Iterable[int]:
        """Return the numbers of the stories here that have ``key``."""
        return [n for n, keys in self._keys.items() if key in keys]

    def size(self, key: int) -> int:
        """Return how many of all stories have ``key``."""
        return self._sizes[key]

    @cached_property
    def _keys(self) -> dict[int, set[int]]:
        return {n: {k >> 1 for s in story.sentences for k in s} for n, story in self._stories.items()}


class _Remembered:
    """Stories, of which the last ones stay decoded."""

    def __init__(self, stories: StoryStore) -> None:
        self._stories = stories
        # Brings nothing that can be counted with 15 articles; the words of a story ask for it. It is bounded.
        self._story = lru_cache(64)(stories.__getitem__)

    def __len__(self) -> int:
        return len(self._stories)

    def __getitem__(self, number: int) -> Story:
        return self._story(number)
