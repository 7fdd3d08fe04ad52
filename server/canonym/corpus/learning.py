"""Learning a termbase: a map over articles, an associative sum, and one election at the end."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial

from canonym.corpus.articles import PART, ArticleSource, Part, parts
from canonym.corpus.building import concepts, names
from canonym.corpus.duplicates import Owned, Printing, Printings, printing
from canonym.corpus.engine import Engine, local
from canonym.corpus.extraction import Extraction
from canonym.corpus.gathering import gather
from canonym.corpus.part_names import with_full_names
from canonym.corpus.pile import Bundle, Collector, Pile, bundled
from canonym.corpus.reading import documents
from canonym.corpus.statistics import Statistics
from canonym.matching.signature import story_of
from canonym.termbase.termbase import Termbase
from canonym.text.sentences import sentences
from canonym.text.values import NamedTuple

__all__ = ["PART", "ArticleSource", "Cancelled", "Progress", "learn"]

Progress = Callable[[int, int], None]
"""Told how many steps of how many are done."""


class Cancelled(Exception):  # noqa: N818  no error: somebody asked for it
    """Learning was stopped on request."""


class Harvest(NamedTuple):
    """What a part of the corpus adds: counts and signatures of its stories."""

    statistics: Statistics
    stories: Bundle


def learn(
    articles: Sequence[ArticleSource],
    *,
    jobs: int = 1,
    engine: AbstractContextManager[Engine] | None = None,
    quotes: bool = True,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Termbase:
    """Learn a termbase from ``articles``.

    The result depends on the articles alone, not on their order, on ``jobs`` or on ``engine``.

    Args:
        articles: The articles; their names must differ.
        jobs: Number of processes of this machine.
        engine: What reads and counts, if not these processes; used until that is done.
        quotes: Whether attestations carry their sentence.
        progress: Told of each step; there are two for each article.
        cancelled: Asked between steps whether to stop.

    Raises:
        EngineError: When the engine cannot do it.
        Cancelled: When ``cancelled`` said so.
    """
    work = list(parts(sorted(articles, key=lambda a: a.name)))
    steps = _Steps(2 * len(articles), progress, cancelled)
    engine = engine or local(min(jobs, len(work)))
    with engine as crew, Printings() as printings, Collector() as stories:
        for part, found in zip(work, crew.map(_printing, work), strict=True):
            printings.add(found)
            steps.done(len(part))
        total = Statistics()
        pieces = zip(work, printings.owned(), strict=True)
        for part, harvest in zip(work, crew.map(partial(_harvest, quotes=quotes), pieces), strict=True):
            total.add(harvest.statistics)
            stories.add(harvest.stories)
            steps.done(len(part))
        shelf = stories.stories()
    return _termbase(total, shelf, jobs)


def _termbase(total: Statistics, stories: Pile, jobs: int) -> Termbase:
    ordinary = dict(sorted(total.small_articles.items()))
    counted = Termbase(concepts(total, names(total)), stories, total.articles, ordinary)
    gathered = gather(counted, stories, jobs)
    return gathered._replace(concepts=with_full_names(gathered.concepts))


def _printing(part: Part) -> Printing:
    return printing(documents(part))


def _harvest(work: tuple[Part, Owned], *, quotes: bool) -> Harvest:
    part, owned = work
    repeated = owned.by_article()
    extraction = Extraction(quotes=quotes)
    stories = []
    for number, document in enumerate(documents(part)):
        found = tuple(sentences(document))
        extraction.add(document, found, repeated.get(number))
        stories.append(story_of(document.path, found))
    return Harvest(extraction.statistics(), bundled(stories))


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
