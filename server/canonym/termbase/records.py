"""A termbase as a stream of records, for termbases that do not fit into memory."""

from collections.abc import Iterable, Iterator, Mapping

from canonym.termbase.concept import Concept
from canonym.termbase.termbase import Story, Termbase
from canonym.text.values import NamedTuple


class Header(NamedTuple):
    """The number of independent articles."""

    articles: int


class Small(NamedTuple):
    """Words that the corpus writes small, each with the number of articles that write it so."""

    words: Mapping[str, int]


Record = Header | Concept | Story | Small


def records_of(termbase: Termbase) -> Iterator[Record]:
    """Yield the records of a termbase."""
    yield Header(termbase.articles)
    yield from termbase.concepts
    yield Small(termbase.ordinary)
    yield from termbase.stories


def termbase_of(records: Iterable[Record]) -> Termbase:
    """Return the termbase with these records."""
    concepts: list[Concept] = []
    stories: list[Story] = []
    ordinary: dict[str, int] = {}
    articles = 0
    for record in records:
        match record:
            case Concept():
                concepts.append(record)
            case Story():
                stories.append(record)
            case Small():
                ordinary.update(record.words)
            case Header():
                articles = record.articles
    return Termbase(tuple(concepts), tuple(stories), articles, ordinary)
