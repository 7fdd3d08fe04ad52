"""The files of termbases: which there are, of which languages they speak, and what is in them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.project.files.read_toml_text import open_own
from canonym.termbase.concept import Concept
from canonym.termbase.errors import TermbaseError
from canonym.termbase.language_tags import UNDETERMINED, commonest, primary
from canonym.termbase.records import in_language
from canonym.termbase.termbase import Termbase
from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from canonym.termbase.records import Record

_FIRST_LINE = 1 << 14
"""Most bytes of a first line that are looked at."""
_ARTICLES = re.compile(rb'"articles": *\{([^}]*)\}')
_SAID = re.compile(rb"""^[ \t]*language[ \t]*=[ \t]*(["'])([A-Za-z0-9-]{1,40})\1""", re.MULTILINE)
_LANGUAGE = re.compile(rb'"([A-Za-z0-9-]{1,40})": *(\d{1,15})\b')


class Source(NamedTuple):
    """A termbase file.

    Attributes:
        path: Where it is.
        name: Its name for people.
        required: Whether it must exist. Otherwise a missing file counts as empty.
    """

    path: Path
    name: str
    required: bool = True

    @property
    def is_authored(self) -> bool:
        """Return whether people write it."""
        return self.path.suffix.lower() == ".toml"


class Norms(NamedTuple):
    """Which norms hold: the language of the texts, and that of the project (``und`` if nobody said it)."""

    tag: str
    own: str


def main_language(learned: Iterable[Path]) -> str:
    """Return the language of most articles of learned termbases; empty if unknown."""
    return commonest(articles_by_language(learned))


def authored_language(authored: Iterable[Path]) -> str:
    """Return the language that the first of the termbases that people wrote says; empty if none says one.

    It stands before the first entry, so that the file need not be parsed.
    """
    from canonym.text.tags.canonical_tag import canonical_tag

    for path in authored:
        with suppress(OSError), open_own(path) as file:
            head = file.read(_FIRST_LINE).partition(b"\n[")[0]
            if (said := _SAID.search(head)) and (tag := canonical_tag(said[2].decode())):
                return tag
    return ""


def languages_of(sources: Iterable[Source]) -> tuple[str, ...]:
    """Return the tags of the languages of which the termbases say anything, in order.

    Raises:
        TermbaseError: A termbase that people wrote is unusable.
    """
    found = set[str]()
    for source in sources:
        if source.is_authored:
            found.update(term.language for concept in load_authored(source) for term in concept.terms)
        else:
            found.update(articles_by_language([source.path]))
    return tuple(sorted(found - {""}))


def languages_without_names(sources: Iterable[Source], tags: Iterable[str], own: str) -> tuple[str, ...]:
    """Return those of the languages of which the termbases know no name, if they know names of others.

    Args:
        sources: The termbases.
        tags: BCP 47 tags of languages alone.
        own: The language of entries without a tag; empty if in all (then none lacks names).

    Raises:
        TermbaseError: A termbase that people wrote is unusable.
    """
    sources = tuple(sources)
    learned = articles_by_language([source.path for source in sources if not source.is_authored])
    lacking = set(tags) - {primary(tag) for tag in (*learned, own)}
    if not lacking or not own:
        return ()
    authored = (
        load_authored(source) for source in sources if source.is_authored
    )  # only now, for it takes time
    named = {term.language for concepts in authored for one in concepts for term in one.terms}
    return tuple(sorted(lacking - set(map(primary, named)))) if named or learned else ()


def articles_by_language(learned: Iterable[Path]) -> Mapping[str, int]:
    """Return the number of articles of learned termbases in each known language, by their first lines."""
    articles = Counter[str]()
    for path in learned:
        with suppress(OSError), open_own(path) as file:
            said = _ARTICLES.search(file.readline(_FIRST_LINE))
            if said:
                articles.update({tag.decode(): int(count) for tag, count in _LANGUAGE.findall(said[1])})
    articles.pop(UNDETERMINED, None)
    return articles


def load_learned(source: Source, norms: Norms) -> Termbase:
    """Load what a learned termbase says in a language; nothing if it is missing and not required.

    Raises:
        TermbaseError: It is missing, unreadable, cut or of another version.
    """
    from canonym.termbase.records import termbase_of

    return termbase_of(in_language(read_learned(source, norms.own), norms.tag))


def read_learned(source: Source, language: str) -> "Iterator[Record]":
    """Yield the records of a learned termbase; none if it is missing and not required."""
    from canonym.termbase import learned

    try:
        with open_own(source.path) as file:
            lines = iter(partial(file.readline, learned.LONGEST + 1), b"")
            yield from learned.read(lines, source.name, language)
    except FileNotFoundError as error:
        if source.required:
            message = "does not exist; write it with `canonym learn`"
            raise TermbaseError(source.name, 0, "", message) from error
    except OSError as error:
        raise TermbaseError(source.name, 0, "", f"cannot be read: {error.strerror}") from error


def load_authored(source: Source, text: str | None = None) -> tuple[Concept, ...]:
    """Load a termbase that people wrote; no concepts if it is missing and not required.

    Raises:
        TermbaseError: It is missing, unreadable or contradictory.
    """
    from canonym.project.files.read_toml_text import read_own
    from canonym.termbase import authored

    if text is None:
        try:
            text = read_own(source.path, source.name, TermbaseError).text
        except FileNotFoundError as error:
            if not source.required:
                return ()
            message = "does not exist; create it or name another"
            raise TermbaseError(source.name, 0, "", message) from error
    return authored.parse(text, source.name)
