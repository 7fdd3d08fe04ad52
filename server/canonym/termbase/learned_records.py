"""The records of a learned termbase as values. A member of another type than ``dump`` writes is refused.

The checks are our own: msgspec would check while it decodes, but takes longer to load than a small termbase.
"""

import binascii
from collections.abc import Mapping
from typing import Any, TypeVar

from canonym.termbase.concept import Attestation, Concept, FoundBy, Kind, Link, Term, TermStatus
from canonym.termbase.language_tags import UNDETERMINED
from canonym.termbase.records import Alternations, Small
from canonym.termbase.termbase import Story

MOST = 1 << 53
"""The largest count. Up to here JSON numbers are exact in every language."""
_STATUSES: Mapping[str, TermStatus | None] = {"undecided": None} | {one.value: one for one in TermStatus}
_FOUND: Mapping[str, FoundBy] = {one.value: one for one in FoundBy}
_KINDS: Mapping[str, Kind] = {one.value: one for one in Kind}
_FROM_ONE = range(1, MOST)
_Meant = TypeVar("_Meant")


class Unexpected(Exception):  # noqa: N818  named by what it says
    """A member of a record has the wrong type or value.

    Attributes:
        key: The member with its path, such as ``terms[2].frequency``.
        wanted: What it must be.
    """

    def __init__(self, key: str, wanted: str) -> None:
        super().__init__(key, wanted)
        self.key = key
        self.wanted = wanted


class UnknownKind(Exception):  # noqa: N818  named by what it says
    """A record is of no known kind. A newer version may write such records."""


def articles_of(header: Mapping[str, Any], version: int) -> Mapping[str, int]:
    """Return the number of articles in each language.

    Raises:
        Unexpected: The header of a file of this version does not say it.
    """
    if version == 1:
        return {UNDETERMINED: count_in(header, "articles")}
    articles = header.get("articles")
    if type(articles) is not dict:
        raise Unexpected("articles", "a table of languages")
    try:
        return {tag: count_in(articles, tag) for tag in articles}
    except Unexpected as error:
        raise Unexpected(f"articles.{error.key}", error.wanted) from error


def language_in(record: Mapping[str, Any]) -> str:
    """Return the language of a record; empty if it says none.

    Raises:
        Unexpected: It is no text.
    """
    return string_in(record, "language") if "language" in record else ""


def concept_of(record: Mapping[str, Any], source: str) -> Concept:
    """Return the concept in ``record``; ``source`` is its place.

    Raises:
        Unexpected: The record is not a concept.
    """
    terms = _list(record, "terms")
    if not terms:
        raise Unexpected("terms", "a list with an entry")
    parts = _list(record, "parts") if "parts" in record else []
    for number, part in enumerate(parts, 1):
        if type(part) is not str:
            raise Unexpected(f"parts[{number}]", "a string")
    return Concept(
        string_in(record, "id"),
        _one_of(_KINDS, record, "kind"),
        tuple([_term(term, number) for number, term in enumerate(terms, 1)]),
        parts=tuple(parts),
        source=source,
        links=tuple(map(_link, _list(record, "links"), _FROM_ONE)) if "links" in record else (),
    )


def story_of(record: Mapping[str, Any]) -> Story:
    """Return the story in ``record``.

    Raises:
        Unexpected: The record is not a story.
    """
    sentences = string_in(record, "sentences").split()
    try:
        keys = tuple(map(_unpacked, sentences))
    except ValueError as error:
        raise Unexpected("sentences", "keys of 32 bits in base64") from error
    return Story(string_in(record, "story"), keys)


def small_of(record: Mapping[str, Any]) -> Small:
    """Return the words written small in ``record``.

    Raises:
        Unexpected: The record does not hold such words.
    """
    words = record.get("words")
    if type(words) is not dict:
        raise Unexpected("words", "a table of words")
    for word in words:
        count_in(words, word)
    return Small(words)


def alternations_of(record: Mapping[str, Any]) -> Alternations:
    """Return the endings, or beginnings, in ``record``.

    Raises:
        Unexpected: The record does not hold such pairs.
    """
    key = "beginning" if "beginning" in record else "ending"
    first, others = string_in(record, key), record["others"]
    if type(others) is not dict:
        raise Unexpected("others", "a table of letters")
    pairs = {f"{first}\t{other}": string_in(others, other) for other in others}
    return Alternations(key == "beginning", pairs)


def count_in(record: Mapping[str, Any], key: str) -> int:
    """Return a count.

    Raises:
        Unexpected: The record has no such count.
    """
    value = record.get(key)
    if type(value) is not int or not 0 <= value <= MOST:
        raise Unexpected(key, "a whole number from 0")
    return value


def string_in(record: Mapping[str, Any], key: str) -> str:
    """Return a text.

    Raises:
        Unexpected: The record has no such text.
    """
    value = record.get(key)
    if type(value) is not str:
        raise Unexpected(key, "a string")
    return value


def _list(record: Mapping[str, Any], key: str) -> list[Any]:
    value = record.get(key)
    if type(value) is not list:
        raise Unexpected(key, "a list")
    return value


def _one_of(known: Mapping[str, _Meant], record: Mapping[str, Any], key: str) -> _Meant:
    value = record.get(key)
    if type(value) is not str or value not in known:
        raise Unexpected(key, f"one of {', '.join(known)}")
    return known[value]


def _term(record: Any, number: int) -> Term:  # noqa: ANN401  (any JSON value)
    if type(record) is not dict:
        raise Unexpected(f"terms[{number}]", "a table")
    try:
        return Term(
            _form(record),
            _one_of(_STATUSES, record, "status"),
            count_in(record, "frequency"),
            count_in(record, "articles"),
            tuple(map(_attestation, _list(record, "attestations"), _FROM_ONE)),
            found=_one_of(_FOUND, record, "found") if "found" in record else FoundBy.CAPITALS,
        )
    except Unexpected as error:
        raise Unexpected(f"terms[{number}].{error.key}", error.wanted) from error


def _link(record: Any, number: int) -> Link:  # noqa: ANN401  (any JSON value)
    if type(record) is not dict:
        raise Unexpected(f"links[{number}]", "a table")
    try:
        if type(record.get("parallel")) is not bool:
            raise Unexpected("parallel", "true or false")
        return Link(
            string_in(record, "language"),
            _form(record),
            count_in(record, "likeness"),
            count_in(record, "articles"),
            record["parallel"],
            string_in(record, "path"),
        )
    except Unexpected as error:
        raise Unexpected(f"links[{number}].{error.key}", error.wanted) from error


def _form(record: Mapping[str, Any]) -> str:
    form = record.get("form")
    if type(form) is not str or not form or form.isspace():
        raise Unexpected("form", "a text")
    return form


def _attestation(record: Any, number: int) -> Attestation:  # noqa: ANN401
    if type(record) is list and 2 <= len(record) <= 3:
        path, line, text = record if len(record) == 3 else (*record, "")
        if type(path) is str and type(line) is int and 0 <= line <= MOST and type(text) is str:
            return Attestation(path, line, text)
    raise Unexpected(f"attestations[{number}]", "path, line and perhaps a sentence")


def _unpacked(text: str) -> tuple[int, ...]:
    data = binascii.a2b_base64(text + "=" * (-len(text) % 4), strict_mode=True)
    if len(data) % 4:
        raise ValueError("no whole keys")
    return tuple([int.from_bytes(data[i : i + 4], "little") for i in range(0, len(data), 4)])
