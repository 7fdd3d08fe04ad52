"""Learning a termbase: a map over articles, an associative sum, and one election at the end."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from canonym.corpus.building import concepts, names
from canonym.corpus.duplicates import Printing, owned_elsewhere, printing
from canonym.corpus.extraction import extract
from canonym.corpus.gathering import gather
from canonym.corpus.part_names import with_full_names
from canonym.corpus.reading import read_article
from canonym.corpus.statistics import Statistics
from canonym.matching.signature import story
from canonym.termbase.termbase import Story, Termbase

Progress = Callable[[int, int], None]
"""Told how many steps of how many are done."""


class ArticleSource(NamedTuple):
    """An article to learn from.

    Attributes:
        path: Where it is.
        name: How attestations name it, with ``/``.
        format: The name of its format, if its own name does not tell.
        keys: Where its prose stands, if it is JSON, YAML or TOML.
    """

    path: Path
    name: str
    format: str | None = None
    keys: tuple[str, ...] = ()


class Cancelled(Exception):  # noqa: N818  no error: somebody asked for it
    """Learning was stopped on request."""


@dataclass
class Harvest:
    """What a part of the corpus adds: counts and signatures of its stories."""

    statistics: Statistics = field(default_factory=Statistics)
    stories: list[Story] = field(default_factory=list)

    def add(self, other: "Harvest") -> None:
        """Add what another part adds."""
        self.statistics.add(other.statistics)
        self.stories += other.stories


def learn(
    articles: Sequence[ArticleSource],
    *,
    jobs: int = 1,
    quotes: bool = True,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Termbase:
    """Learn a termbase from ``articles``.

    The result depends on the articles alone, not on their order or on ``jobs``.

    Args:
        articles: The articles; their names must differ.
        jobs: Number of processes.
        quotes: Whether attestations carry their sentence.
        progress: Told of each step; there are two for each article.
        cancelled: Asked between steps whether to stop.

    Raises:
        Cancelled: When ``cancelled`` said so.
    """
    ordered = sorted(articles, key=lambda a: a.name)
    parts = _parts(ordered)
    steps = _Steps(2 * len(ordered), progress, cancelled)
    with _pool(jobs, len(parts)) as run:
        printings: list[Printing] = []
        for part, found in zip(parts, run(_printings, parts), strict=True):
            printings += found
            steps.done(len(part))
        owned = owned_elsewhere(printings)
        work = [(part, {a.name: owned.get(a.name, frozenset()) for a in part}) for part in parts]
        total = Harvest()
        for part, harvest in zip(parts, run(partial(_harvest, quotes=quotes), work), strict=True):
            total.add(harvest)
            steps.done(len(part))
    return _termbase(total)


def _termbase(total: Harvest) -> Termbase:
    found = names(total.statistics)
    counted = Termbase(
        concepts=concepts(total.statistics, found),
        stories=tuple(sorted(total.stories, key=lambda s: s.path)),
        articles=total.statistics.articles,
        ordinary=dict(sorted(total.statistics.small_articles.items())),
    )
    gathered = gather(counted)
    return gathered._replace(concepts=with_full_names(gathered.concepts))


PART = 64
"""Articles of one step of work."""


def _parts(articles: Sequence[ArticleSource]) -> list[Sequence[ArticleSource]]:
    return [articles[i : i + PART] for i in range(0, len(articles), PART)]


def _printings(part: Sequence[ArticleSource]) -> list[Printing]:
    return [printing(read_article(*a)) for a in part]


def _harvest(work: tuple[Sequence[ArticleSource], dict[str, frozenset[int]]], *, quotes: bool) -> Harvest:
    part, owned = work
    harvest = Harvest()
    for source in part:
        document = read_article(*source)
        harvest.statistics.add_article(extract(document, owned[source.name], quotes=quotes))
        harvest.stories.append(story(document))
    return harvest


class _Steps:
    def __init__(self, total: int, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._total, self._progress, self._cancelled = total, progress, cancelled
        self._done = 0

    def done(self, count: int) -> None:
        self._done += count
        if self._progress is not None:
            self._progress(self._done, self._total)
        if self._cancelled is not None and self._cancelled():
            raise Cancelled


@contextmanager
def _pool(jobs: int, parts: int) -> Iterator[Callable[..., Iterator[Any]]]:
    """Give a map that keeps the order, in this process or over several."""
    if jobs < 2 or parts < 2:
        yield map
        return
    executor = ProcessPoolExecutor(min(jobs, parts))
    try:
        yield executor.map
    finally:
        executor.shutdown(cancel_futures=True)
