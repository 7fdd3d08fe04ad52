"""Finds articles of two languages that tell the same: translations of each other, or related articles.

Keys of stories are of romanised words. So articles on one event share the keys of figures and of names that
romanise alike. Translations also have one path, but for the part that names the language: ``de/1.txt`` and
``en/1.txt``, ``1.de.txt`` and ``1.en.txt``.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from canonym.text.values import NamedTuple

RARE = 10
"""Most articles of a language with a key that relates articles."""
PARALLEL = 2
"""Least rare keys that articles of one path share."""
RELATED = 5
"""Least rare keys that other articles share."""
_CODE = re.compile(r"(?<![^/._-])[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?(?![^/._-])")
"""The part of a path that may name a language."""


class Keyed(NamedTuple):
    """An article: its path, and the different keys of its words."""

    path: str
    keys: "array[int]"


class Partners(NamedTuple):
    """Two articles of two languages that tell the same, by number, and whether their path is one."""

    first: int
    second: int
    parallel: bool


def partner_articles(first: Sequence[Keyed], second: Sequence[Keyed]) -> Iterator[Partners]:
    """Yield each article of ``first`` with the one of ``second`` that it shares most rare keys with.

    Each is the best for the other. Otherwise there is none.
    """
    shared = _shared_keys(first, second)
    best = _best(shared)
    back = _best({(there, here): count for (here, there), count in shared.items()})
    paths = [_paths(article.path) for article in second]
    for here, there in best.items():
        if back[there] == here:
            parallel = not _paths(first[here].path).isdisjoint(paths[there])
            if shared[here, there] >= (PARALLEL if parallel else RELATED):
                yield Partners(here, there, parallel)


def _shared_keys(first: Sequence[Keyed], second: Sequence[Keyed]) -> Mapping[tuple[int, int], int]:
    """Return how many rare keys each two articles share, if any."""
    rare = _rare(first) & _rare(second)
    having: dict[int, list[int]] = defaultdict(list)
    for there, article in enumerate(second):
        for key in rare.intersection(article.keys):
            having[key].append(there)
    shared: Counter[tuple[int, int]] = Counter()
    for here, article in enumerate(first):
        for key in rare.intersection(article.keys):
            shared.update([(here, there) for there in having[key]])
    return shared


def _rare(articles: Iterable[Keyed]) -> set[int]:
    count: Counter[int] = Counter()
    for article in articles:
        count.update(article.keys)
    return {key for key, times in count.items() if times <= RARE}


def _best(shared: Mapping[tuple[int, int], int]) -> dict[int, int]:
    """Return for each article the one that it shares most with; of several the first."""
    found: dict[int, tuple[int, int]] = {}
    for (here, there), count in shared.items():
        found[here] = max(found.get(here, (0, -there)), (count, -there))
    return {here: -there for here, (_, there) in found.items()}


def _paths(path: str) -> frozenset[str]:
    """Return the path without each part that may name a language."""
    return frozenset(f"{path[: code.start()]}*{path[code.end() :]}" for code in _CODE.finditer(path))
