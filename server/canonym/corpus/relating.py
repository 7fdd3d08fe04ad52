"""Which stories of a corpus are related to some of them, in time that grows with the corpus alone.

Only the keys of those some are looked up, and of these only the rare ones: a key that more than
``MOST`` stories have would relate thousands, and tell little of any.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from canonym.corpus.pile import Pile
from canonym.matching.stories import StoryIndex
from canonym.termbase.termbase import Story

MOST = 500
"""Stories that a key may have to relate them; in corpora of less than ten times as many articles a tenth of
them is less, and decides (``canonym.matching.stories``)."""


def first_stories(keys: Iterable[int], stories: Pile) -> dict[int, int]:
    """Return for each of ``keys`` the number of the first story that has it."""
    wanted = set(keys)
    found: dict[int, int] = {}
    for number in range(len(stories)):
        for key in wanted.intersection(stories.keys(number)):
            found[key] = number
            wanted.remove(key)
    return found


def story_index(stories: Pile, homes: Iterable[int]) -> StoryIndex:
    """Return an index of ``stories`` that can be asked for those related to ``homes``.

    Args:
        stories: All stories.
        homes: Numbers of some of them.
    """
    sizes: Counter[int] = Counter()
    for number in range(len(stories)):
        sizes.update(_words(stories, number))
    asked = {key for home in homes for key in _words(stories, home) if sizes[key] <= MOST}
    postings: dict[int, array[int]] = defaultdict(lambda: array("I"))
    for number in range(len(stories)):
        for key in asked & _words(stories, number):
            postings[key].append(number)
    return StoryIndex(_Remembered(stories), _Postings(sizes, postings), MOST)


def _words(stories: Pile, number: int) -> set[int]:
    return {key >> 1 for key in stories.keys(number)}


class _Postings:
    """Which stories have a key: for all keys how many, for some which ones."""

    def __init__(self, sizes: Mapping[int, int], postings: "Mapping[int, array[int]]") -> None:
        self._sizes = sizes
        self._postings = postings

    def get(self, key: int) -> Iterable[int]:
        """Return the numbers of the stories that have ``key``, if it is one of those asked for."""
        return self._postings.get(key, ())

    def size(self, key: int) -> int:
        """Return how many stories have ``key``."""
        return self._sizes.get(key, 0)


class _Remembered:
    """Stories, the last ones kept decoded."""

    def __init__(self, stories: Pile) -> None:
        self._stories = stories
        self._story = lru_cache(64)(stories.__getitem__)

    def __len__(self) -> int:
        return len(self._stories)

    def __getitem__(self, number: int) -> Story:
        return self._story(number)
