"""``termbase.learned.jsonl``: what a corpus taught, one record a line, made for ``git diff``.

The first line is the header ``{"canonym": 2, "articles": {"de": N}, "records": M}``, with the independent
articles of each language. Its number of records reveals a file that was cut between two lines. What was
learned of each language follows, by its tag: first its concepts, sorted by id. Each has its terms, the
preferred one first, with their status, frequency, number of independent articles and attestations, and the
links to names of other languages that are probably the same, with their evidence. Then come
the words that the corpus writes small, and the endings and beginnings that take each other's place, each with
those that follow it by letters. Last come the signatures of the stories: keys of 32 bits each, in base64.
Each record says its language, unless that is undetermined.

Files of version 1 have one language, which they do not say, and only the number of all articles.
"""

import binascii
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from canonym.termbase.concept import Concept, FoundBy, Link, Term
from canonym.termbase.errors import TermbaseError
from canonym.termbase.language_tags import UNDETERMINED
from canonym.termbase.learned_records import (
    Unexpected,
    UnknownKind,
    alternations_of,
    articles_of,
    concept_of,
    count_in,
    language_in,
    small_of,
    story_of,
)
from canonym.termbase.records import Alternations, Header, Record, Section, Small, termbase_of
from canonym.termbase.termbase import Story, Termbase

VERSION = 2
"""Version of the format. Earlier ones are read, later ones are refused."""
LONGEST = 64 << 20
"""Most bytes of a line. No learned line comes near."""
_AGAIN = "update it, or run `canonym learn` to learn it again"
_UNKNOWN = f"the line is no record that this program knows; {_AGAIN}"
_HALVES = ("\\ud", "\\uD")
"""How JSON escapes one half of a character. A single half is not text."""


def dump(termbase: Termbase) -> Iterator[str]:
    """Yield the lines of the file, each with its line end."""
    import json

    def line(record: dict[str, Any]) -> str:
        return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"

    every = termbase.by_language
    articles = {one.language: one.articles for one in every}
    yield line({"canonym": VERSION, "articles": articles, "records": sum(map(_count, every))})
    for one in every:
        said = {} if one.language == UNDETERMINED else {"language": one.language}
        for concept in one.concepts:
            yield line(_concept(concept, said))
        for prefix, words in groupby(sorted(one.ordinary.items()), key=lambda item: item[0][:2]):
            yield line({"small": prefix, **said, "words": dict(words)})
        for key, pairs in _alternations(one):
            for first, others in pairs:
                yield line({key: first, **said, "others": others})
        for story in one.stories:
            yield line({"story": story.path, **said, "sentences": " ".join(map(_packed, story.sentences))})


def _count(termbase: Termbase) -> int:
    prefixes = {word[:2] for word in termbase.ordinary}
    grammar = sum(len(pairs) for _, pairs in _alternations(termbase))
    return len(termbase.concepts) + len(prefixes) + grammar + len(termbase.stories)


def _alternations(termbase: Termbase) -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    """Yield endings and beginnings by the first of each pair, with the other one and the letters of stems."""
    for key, pairs in (("ending", termbase.endings), ("beginning", termbase.beginnings)):
        found: dict[str, dict[str, str]] = {}
        for both, letters in sorted(pairs.items()):
            first, _, other = both.partition("\t")
            found.setdefault(first, {})[other] = letters
        yield key, list(found.items())


def _concept(concept: Concept, said: Mapping[str, str]) -> dict[str, Any]:
    record: dict[str, Any] = {"id": concept.id, **said, "kind": concept.kind.value}
    if concept.parts:
        record["parts"] = list(concept.parts)
    record["terms"] = [_term(t) for t in concept.terms]
    if concept.links:
        record["links"] = [_link(link) for link in concept.links]
    return record


def _link(link: Link) -> dict[str, Any]:
    return {
        "language": link.language,
        "form": link.form,
        "likeness": link.likeness,
        "articles": link.articles,
        "parallel": link.parallel,
        "path": link.path,
    }


def _term(term: Term) -> dict[str, Any]:
    found = {} if term.found is FoundBy.CAPITALS else {"found": term.found.value}
    return {
        "form": term.form,
        **found,
        "status": "undecided" if term.status is None else term.status.value,
        "frequency": term.frequency,
        "articles": term.articles,
        "attestations": [[a.path, a.line, a.text] if a.text else [a.path, a.line] for a in term.attestations],
    }


def _packed(keys: tuple[int, ...]) -> str:
    data = b"".join(key.to_bytes(4, "little") for key in keys)
    return binascii.b2a_base64(data, newline=False).decode().rstrip("=")


def load(lines: Iterable[str | bytes], source: str, language: str = UNDETERMINED) -> Termbase:
    """Parse what ``dump`` wrote.

    Args:
        lines: The lines of the file.
        source: The name of the file for error messages.
        language: The language of what says none.

    Raises:
        TermbaseError: A line is cut, is not a record, or has another version.
    """
    return termbase_of(read(lines, source, language))


def read(lines: Iterable[str | bytes], source: str, language: str = UNDETERMINED) -> Iterator[Record]:
    """Yield the records of what ``dump`` wrote one by one, the header first.

    Args:
        lines: The lines of the file.
        source: The name of the file for error messages.
        language: The language of what says none.

    Raises:
        TermbaseError: A line is cut, is not a record, or has another version; or records are missing at the
            end.
    """
    records = _records(lines, source)
    articles, left = _read_header(*next(records, (1, {})), source)
    yield Header(_said(articles, language))
    number, here = 1, ""
    for number, record in records:
        left -= 1
        try:
            if (tag := language_in(record) or language) != here:
                here = tag
                yield Section(here)
            yield _read(record, f"{source}:{number}")
        except UnknownKind as error:
            raise TermbaseError(source, number, "", _UNKNOWN) from error
        except Unexpected as error:
            raise _refused(source, number, error, "record") from error
    if left:
        raise TermbaseError(source, number, "", f"{_missing(left)} than the first line says; learn it again")


def _read(record: dict[str, Any], place: str) -> Concept | Story | Small | Alternations:
    if "id" in record:
        return concept_of(record, place)
    if "others" in record:
        return alternations_of(record)
    if "small" in record:
        return small_of(record)
    if "story" in record:
        return story_of(record)
    raise UnknownKind


def _said(articles: Mapping[str, int], language: str) -> Mapping[str, int]:
    """Return the articles of each language, with ``language`` for what says none."""
    said = dict(articles)
    if UNDETERMINED in said:
        said[language] = said.pop(UNDETERMINED) + said.get(language, 0)
    return said


def _refused(source: str, number: int, error: Unexpected, what: str) -> TermbaseError:
    message = f"is not {error.wanted}: the line is no {what} of a learned termbase; learn it again"
    return TermbaseError(source, number, error.key, message)


def _missing(left: int) -> str:
    fewer, more = f"the file is cut: it has {left} records fewer", f"the file has {-left} records more"
    return fewer if left > 0 else more


def _records(lines: Iterable[str | bytes], source: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(lines, 1):
        record = _decoded(line, source, number)
        if not isinstance(record, dict):
            raise TermbaseError(source, number, "", "the line is no record; learn it again")
        yield number, record


def _decoded(line: str | bytes, source: str, number: int) -> Any:  # noqa: ANN401  (any JSON value)
    import json

    try:
        if len(line) > LONGEST:
            raise ValueError("it is too long")
        text = line.decode() if isinstance(line, bytes) else line
        record = json.loads(text)
        if any(half in text for half in _HALVES):
            json.dumps(record, ensure_ascii=False).encode()
    except RecursionError:
        why = "it is nested too deep"
    except UnicodeEncodeError:
        why = "half a character is in it"
    except ValueError as error:
        why = str(error)
    else:
        return record
    raise TermbaseError(source, number, "", f"the line is cut or damaged ({why}); learn it again")


def _read_header(number: int, record: dict[str, Any], source: str) -> tuple[Mapping[str, int], int]:
    """Return the number of articles in each language, and the number of records that follow."""
    version = record.get("canonym")
    if version is None:
        raise TermbaseError(
            source, number, "canonym", "is missing: this is no learned termbase; learn it again"
        )
    if type(version) is not int or not 1 <= version <= VERSION:
        said = repr(version)[:20] if isinstance(version, int | str) else "another"
        message = f"is version {said}, this program reads up to {VERSION}; {_AGAIN}"
        raise TermbaseError(source, number, "canonym", message)
    try:
        return articles_of(record, version), count_in(record, "records")
    except Unexpected as error:
        raise _refused(source, number, error, "header") from error
