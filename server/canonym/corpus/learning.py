"""Learns a termbase: a map over articles, an associative sum, and one election at the end."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from itertools import groupby, repeat
from typing import TypeAlias

from canonym.corpus.archives.archive import cut
from canonym.corpus.archives.source import ArchiveSource
from canonym.corpus.archives.streams import release
from canonym.corpus.article_failures import Spared
from canonym.corpus.articles import PART, ArticleSource, Part, Report, Trouble, parts, size_of_parts
from canonym.corpus.common_nouns import common_nouns
from canonym.corpus.counts import Statistics
from canonym.corpus.duplicates import Printings
from canonym.corpus.elect_concepts import concepts, names
from canonym.corpus.gather_variants import gather
from canonym.corpus.kept_stories.story_store import Collector, StoryStore
from canonym.corpus.learn_grammar import learn_grammar
from canonym.corpus.part_names import with_full_names
from canonym.corpus.read_parts import Options, Work, count_part, hash_part
from canonym.corpus.without_capitals.as_written import Counts, learn_as_written
from canonym.corpus.without_capitals.learn_joined import NOTHING_JOINED, Joined
from canonym.corpus.without_capitals.tell_names import tell_names
from canonym.corpus.workers.local_workers import Engine, garbage_collected_seldom, local
from canonym.spelling.grammar import Grammar
from canonym.termbase.language_tags import UNDETERMINED, commonest
from canonym.termbase.records import together
from canonym.termbase.termbase import Termbase
from canonym.text.values import NamedTuple

__all__ = ["PART", "ArticleSource", "Cancelled", "Progress", "Source", "Trouble", "learn"]

Source: TypeAlias = ArticleSource | ArchiveSource
"""Something to learn from."""
Progress = Callable[[int, int], None]
"""Receives the number of steps that are done, and the number of all steps."""


class Cancelled(Exception):  # noqa: N818  not an error: somebody requested it
    """Learning was cancelled on request."""


def learn(  # noqa: PLR0913  (all but the first have a default)
    sources: Sequence[Source],
    *,
    jobs: int = 1,
    engine: AbstractContextManager[Engine] | None = None,
    quotes: bool = True,
    report: Report = lambda _trouble: None,
    spared: Spared = (),
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Termbase:
    """Learn a termbase from articles.

    The result depends only on the articles, not on their order, on ``jobs`` or on ``engine``.

    Args:
        sources: Articles and archives of them. Their names must differ.
        jobs: The number of processes on this machine.
        engine: What reads and counts, instead of these processes. It is closed afterwards.
        quotes: Whether attestations hold their sentence.
        report: Receives what was unreadable or failed. The rest is learned.
        spared: Failures that cost one article and not the whole run.
        progress: Receives each step. There are two for each article.
        cancelled: Decides between steps whether to stop.

    Raises:
        EngineError: The engine cannot do the work.
        Cancelled: ``cancelled`` returned true.
    """
    steps = _Steps(progress, cancelled)
    size = size_of_parts(source.path for source in sources)
    plan = tuple(_planned(sources, size))
    engine = engine or local(
        jobs if any(isinstance(p, ArchiveSource) for p in plan) else min(jobs, len(plan))
    )
    with garbage_collected_seldom():
        counted = _counted(plan, engine, report, steps, Options(spared, quotes, {}))
        return together(_linked([_termbase(tag, counted[tag], jobs) for tag in sorted(counted)]))


def _counted(
    plan: Sequence[Part | ArchiveSource],
    engine: AbstractContextManager[Engine],
    report: Report,
    steps: "_Steps",
    options: Options,
) -> "dict[str, _Counted]":
    with engine as crew, Printings() as printings, ExitStack() as closing:
        work = tuple(_cut(plan, crew, report, steps))
        steps.total = 2 * sum(part.size for part in work)
        tags, written, reported = _hashed(work, crew, printings, report, steps, options)
        joined = learn_as_written(written, _main_language(tags))
        options = options._replace(joined=joined)
        languages: dict[str, tuple[Statistics, Collector]] = {}
        pieces = map(Work, work, printings.owned(), tags, repeat(_main_language(tags)))
        for part, harvest in zip(work, crew.map(partial(count_part, options), pieces), strict=True):
            for trouble in harvest.troubles:
                if (trouble.source, trouble.place) not in reported:
                    report(trouble)
            for tag, crop in harvest.crops.items():
                if tag not in languages:
                    languages[tag] = Statistics(), closing.enter_context(Collector())
                languages[tag][0].add(crop.statistics)
                languages[tag][1].add(crop.stories)
            steps.done(part.size)
        release()
        return {
            tag: _Counted(total, stories.stories(), joined.get(tag, NOTHING_JOINED))
            for tag, (total, stories) in languages.items()
        }


class _Counted(NamedTuple):
    """What was counted in a language, and what it joins to words in writing."""

    statistics: Statistics
    stories: StoryStore
    joined: Joined


def _hashed(
    work: Sequence[Part],
    crew: Engine,
    printings: Printings,
    report: Report,
    steps: "_Steps",
    options: Options,
) -> tuple[list[tuple[str, ...]], list[Mapping[str, Counts]], set[tuple[str, str]]]:
    """Add the sentences to ``printings``.

    Returns:
        For each part the languages of its articles, and what is written as one; then what failed.
    """
    tags: list[tuple[str, ...]] = []
    written: list[Mapping[str, Counts]] = []
    reported: set[tuple[str, str]] = set()
    for part, found in zip(work, crew.map(partial(hash_part, options), work), strict=True):
        printings.add(found.printing)
        tags.append(found.languages)
        written.append(found.written)
        for trouble in found.troubles:
            reported.add((trouble.source, trouble.place))
            report(trouble)
        steps.done(part.size)
    return tags, written, reported


def _main_language(parts: Iterable[Iterable[str]]) -> str:
    """Return the language of most articles, in which those that show none are read."""
    articles = Counter(tag for tags in parts for tag in tags)
    articles.pop(UNDETERMINED, None)
    return commonest(articles) or UNDETERMINED


def _planned(sources: Iterable[Source], size: int) -> Iterator[Part | ArchiveSource]:
    """Yield parts of the articles in files, and the archives, in the order of their names."""
    ordered = sorted(sources, key=lambda source: source.name)
    for _, some in groupby(ordered, key=lambda source: isinstance(source, ArchiveSource)):
        alike = tuple(some)
        yield from (source._replace(part=size) for source in alike if isinstance(source, ArchiveSource))
        yield from parts((source for source in alike if isinstance(source, ArticleSource)), size)


def _cut(
    plan: Iterable[Part | ArchiveSource], crew: Engine, report: Report, steps: "_Steps"
) -> Iterator[Part]:
    """Yield ``plan`` with each archive replaced by its parts."""
    cuts = crew.map(cut, [source for source in plan if isinstance(source, ArchiveSource)])
    for part in plan:
        if not isinstance(part, ArchiveSource):
            yield part
            continue
        made = next(cuts)
        for trouble in made.troubles:
            report(trouble)
        steps.done(0)
        yield from made.parts


def _termbase(tag: str, counted: _Counted, jobs: int) -> Termbase:
    """Return what the articles of one language teach."""
    total, stories = counted.statistics, counted.stories
    tell_names(total, tag)
    nouns = common_nouns(total, tag)
    ordinary = dict(sorted((*total.small_articles.items(), *nouns.items())))
    endings, beginnings = counted.joined.grammar(*learn_grammar(total))
    found = concepts(total, names(total, tag, nouns), tag, Grammar(endings, beginnings, tag))
    termbase = Termbase(found, stories, total.articles, ordinary, endings, beginnings, tag)
    gathered = gather(termbase, stories, jobs)
    return gathered._replace(concepts=with_full_names(gathered.concepts))


def _linked(termbases: Sequence[Termbase]) -> Sequence[Termbase]:
    if len(termbases) < 2:
        return termbases
    from canonym.corpus.related.name_links import linked  # most corpora have one language

    return linked(termbases)


class _Steps:
    """Reports the steps that are done. The total is known when all archives are cut."""

    total = 0

    def __init__(self, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._progress, self._cancelled = progress, cancelled
        self._done = 0

    def done(self, count: int) -> None:
        """Add ``count`` steps."""
        self._done += count
        if self._progress is not None and self.total:
            self._progress(self._done, self.total)
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
