"""Reads a part of a corpus twice: its sentences are hashed, then its names are counted by language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from canonym.corpus.article_failures import Spared, article_parser, empty, left_out
from canonym.corpus.articles import Part, Read, Trouble
from canonym.corpus.count_names import Extraction
from canonym.corpus.counts import Statistics
from canonym.corpus.duplicates import Owned, Printing, printing, sentence_hashes
from canonym.corpus.kept_stories.story_store import Bundle, bundled
from canonym.corpus.without_capitals.as_written import AsWritten, Counts
from canonym.corpus.without_capitals.learn_joined import Cutter, Joined
from canonym.languages import Stated, language
from canonym.languages.views import views
from canonym.stories.signature import story_of
from canonym.termbase.language_tags import UNDETERMINED
from canonym.termbase.termbase import Story
from canonym.text.document import Document
from canonym.text.sentences import sentences
from canonym.text.values import NamedTuple


class Options(NamedTuple):
    """How articles are processed.

    Attributes:
        spared: The failures that are spared.
        quotes: Whether sentences are quoted.
        joined: What each language joins to words in writing, once it is known.
    """

    spared: Spared
    quotes: bool
    joined: Mapping[str, Joined]


class Hashed(NamedTuple):
    """What the first reading of a part finds.

    Attributes:
        printing: The hashes of its sentences.
        languages: The tags of the languages of its articles, without parts; ``und`` where nothing shows one.
        written: What scripts without capitals write as one, by language.
        troubles: The articles that failed.
    """

    printing: Printing
    languages: tuple[str, ...]
    written: Mapping[str, Counts]
    troubles: Sequence[Trouble]


class Work(NamedTuple):
    """What the second reading of a part needs.

    Attributes:
        part: The part.
        owned: Its repeated sentences.
        languages: The languages of its articles; ``und`` where nothing shows one.
        main: The language of the articles that show none.
    """

    part: Part
    owned: Owned
    languages: tuple[str, ...]
    main: str


class Crop(NamedTuple):
    """What a part of the corpus adds to one language: counts, and signatures of stories."""

    statistics: Statistics
    stories: Bundle


class Harvest(NamedTuple):
    """What a part of the corpus adds to each language, by its tag, and the articles that failed."""

    crops: Mapping[str, Crop]
    troubles: Sequence[Trouble] = ()


def hash_part(options: Options, part: Part) -> Hashed:
    """Hash the sentences of a part, and find the languages of its articles."""
    troubles: list[Trouble] = []
    languages: list[str] = []
    written = AsWritten()

    def hashes(document: Document) -> list[int]:
        try:
            written.add(document)
            return sentence_hashes(document)
        except options.spared as error:
            troubles.append(left_out(document.path, error))
            return []

    def hashes_by_language(document: Document) -> Iterator[list[int]]:
        own, *others = views(document)
        languages.append(own.language.tag)
        return map(hashes, (own, *others))

    read = article_parser(options.spared, troubles.append)
    found = printing(chain.from_iterable(map(hashes_by_language, part.documents(troubles.append, read))))
    return Hashed(found, tuple(languages), written.counts(), troubles)


def count_part(options: Options, work: Work) -> Harvest:
    """Count a part. When an article fails in the middle, start again without it."""
    failed: dict[int, Trouble] = {}
    while True:
        known = len(failed)
        harvest = _counted(options, work, failed)
        if len(failed) == known:
            return harvest._replace(troubles=tuple(failed.values()))


def _counted(options: Options, work: Work, failed: dict[int, Trouble]) -> Harvest:
    """Count the articles of a part, without those that ``failed``. A new failure is added to them."""
    repeated = work.owned.by_article()
    extractions: dict[str, Extraction] = {}
    stories: dict[str, list[Story]] = {}
    cuts = {tag: Cutter(joined) for tag, joined in options.joined.items()}
    read = _in_languages(work.languages, article_parser(options.spared, lambda _trouble: None))
    documents = work.part.documents(lambda _trouble: None, read)
    for number, (given, shown) in enumerate(_by_language(documents, work)):
        document = empty(given.path) if number in failed else given
        tag = work.main if number in failed else shown
        if tag not in extractions:
            extractions[tag], stories[tag] = Extraction(quotes=options.quotes), []
        try:
            found = tuple(sentences(document.with_cut(cuts.get(tag))))
            extractions[tag].add(document, found, repeated.get(number))
            stories[tag].append(story_of(document.path, found))
        except options.spared as error:
            failed[number] = left_out(document.path, error)
            break
    return Harvest({tag: Crop(one.statistics(), bundled(stories[tag])) for tag, one in extractions.items()})


def _by_language(documents: Iterable[Document], work: Work) -> Iterator[tuple[Document, str]]:
    """Yield the views of the articles, each with the tag of its language.

    The other views are those of the first reading, because an article is only then read in the main language.
    """
    main = language(work.main)
    for document in documents:
        own, *others = views(document)
        if own.language.tag == UNDETERMINED:
            own = own.in_language(main)
        yield own, own.language.tag
        yield from ((view, view.language.tag) for view in others)


def _in_languages(tags: Sequence[str], read: Read) -> Read:
    """Return ``read`` for articles in the languages ``tags``, in their order. None is looked for again."""
    rest = iter(tags)

    def read_in_language(
        name: str, text: str, format_: str | None, keys: Sequence[str], stated: Stated
    ) -> Document:
        tag = next(rest, UNDETERMINED)
        return read(
            name, text, format_, keys, stated if tag == UNDETERMINED else stated._replace(setting=tag)
        )

    return read_in_language
