"""A termbase as a stream of records, for termbases that do not fit into memory."""

from collections.abc import Iterable, Iterator, Mapping

from canonym.termbase.concept import Concept
from canonym.termbase.language_tags import UNDETERMINED, commonest, nearest
from canonym.termbase.termbase import Story, Termbase
from canonym.text.values import NamedTuple


class Header(NamedTuple):
    """The number of independent articles in each language."""

    articles: Mapping[str, int]


class Section(NamedTuple):
    """The language of the records that follow, up to the next section."""

    language: str


class Small(NamedTuple):
    """Words that the corpus writes small, each with the number of articles that write it so."""

    words: Mapping[str, int]


class Alternations(NamedTuple):
    """Endings or beginnings that take each other's place.

    Attributes:
        beginnings: Whether they are beginnings.
        pairs: For each pair the letters of stems beside which it was seen.
    """

    beginnings: bool
    pairs: Mapping[str, str]


Record = Header | Section | Concept | Story | Small | Alternations
"""A record. A new kind has its value here, its line in ``learned`` and ``learned_records``, a field of
``Termbase`` that ``records_of`` and ``termbase_of`` know, and its table in the compiler of the index."""


def records_of(termbase: Termbase) -> Iterator[Record]:
    """Yield the records of a termbase, language by language."""
    yield Header({one.language: one.articles for one in termbase.by_language})
    for one in termbase.by_language:
        yield Section(one.language)
        yield from one.concepts
        yield Small(one.ordinary)
        yield Alternations(beginnings=False, pairs=one.endings)
        yield Alternations(beginnings=True, pairs=one.beginnings)
        yield from one.stories


def in_language(records: Iterable[Record], tag: str) -> Iterator[Record]:
    """Yield the records in the language of a file that serves texts of the language ``tag``."""
    chosen, here = "", False
    for record in records:
        match record:
            case Header():
                chosen = nearest(tag, record.articles)
                yield Header({chosen: record.articles[chosen]} if chosen else {})
            case Section():
                if here and record.language != chosen:
                    here = False
                elif not here and record.language == chosen:
                    here = True
                    yield record
            case _ if here:
                yield record
            case _:
                pass


def termbase_of(records: Iterable[Record]) -> Termbase:
    """Return the termbase with these records: that of the commonest language, which has the others."""
    articles: Mapping[str, int] = {}
    found: dict[str, _Parts] = {}
    parts = found.setdefault(UNDETERMINED, _Parts())
    for record in records:
        match record:
            case Header():
                articles = record.articles
                found = {tag: _Parts() for tag in articles}
            case Section():
                parts = found.setdefault(record.language, _Parts())
            case _:
                parts.add(record)
    return together([parts.termbase(tag, articles.get(tag, 0)) for tag, parts in found.items()])


def together(termbases: Iterable[Termbase]) -> Termbase:
    """Return the termbase of the commonest language, which has the others; an empty one if there is none."""
    by_tag = {one.language: one for one in termbases}
    if not by_tag:
        return Termbase()
    first = by_tag.pop(commonest({tag: one.articles for tag, one in by_tag.items()}))
    return first._replace(others=tuple(by_tag[tag] for tag in sorted(by_tag)))


class _Parts:
    """The parts of a termbase of one language."""

    def __init__(self) -> None:
        self._concepts: list[Concept] = []
        self._stories: list[Story] = []
        self._ordinary: dict[str, int] = {}
        self._endings: dict[str, str] = {}
        self._beginnings: dict[str, str] = {}

    def add(self, record: Concept | Story | Small | Alternations) -> None:
        match record:
            case Concept():
                self._concepts.append(record)
            case Story():
                self._stories.append(record)
            case Small():
                self._ordinary.update(record.words)
            case Alternations():
                (self._beginnings if record.beginnings else self._endings).update(record.pairs)

    def termbase(self, tag: str, articles: int) -> Termbase:
        grammar = self._endings, self._beginnings
        return Termbase(
            tuple(self._concepts), tuple(self._stories), articles, self._ordinary, *grammar, language=tag
        )
