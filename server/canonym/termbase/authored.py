"""``termbase.toml``: the names as people decided them.

Pure: text in, concepts or a new text out. The edits keep comments, order and line ends unchanged.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from canonym.termbase.authored_claims import Claim, claims_of, plain_form
from canonym.termbase.authored_entries import Entry, entries_of, language_of, problems, starts_of
from canonym.termbase.authored_shape import TERMBASE
from canonym.termbase.concept import Concept, Kind, Origin, Term
from canonym.termbase.edits.authored_edits import (
    add_name,
    admit,
    deprecate,
    deprecating,
    never,
    prefer,
    remove,
)
from canonym.text.tags.canonical_tag import canonical_tag

__all__ = [
    "TERMBASE",
    "add_name",
    "admit",
    "deprecate",
    "deprecating",
    "never",
    "parse",
    "prefer",
    "problems",
    "remove",
]


def parse(text: str, source: str) -> tuple[Concept, ...]:
    """Parse the concepts of a ``termbase.toml``.

    Args:
        text: The whole file.
        source: The name of the file for people; it becomes part of ``Concept.source``.

    Raises:
        TermbaseError: The first mistake, with its line and key.
    """
    entries = entries_of(text, source)
    lines = _lines_at(text, starts_of(text, len(entries)))
    ids, language = _Ids(), language_of(text)
    return tuple(
        _concept(ids, number, entry, f"{source}:{line}", language)
        for number, (entry, line) in enumerate(zip(entries, lines, strict=True))
    )


def _lines_at(text: str, offsets: Iterable[int]) -> Iterator[int]:
    """Return the lines, from 1, of ascending offsets."""
    line, at = 1, 0
    for offset in offsets:
        line += text.count("\n", at, offset)
        at = offset
        yield line


class _Ids:
    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, form: str) -> str:
        plain = unicodedata.normalize("NFKD", form)
        stem = "-".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())
        name, number = stem, 1
        while name in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name)
        return name


def _concept(ids: _Ids, number: int, entry: Entry, source: str, language: str) -> Concept:
    terms = tuple(_term(claim, language) for claim in claims_of(number, entry))
    return Concept(
        id=ids.new(terms[0].form),
        kind=Kind(entry.get("kind", Kind.NAME)),
        terms=terms,
        never=tuple(map(plain_form, entry.get("not", ()))),
        note=entry.get("note", ""),
        origin=Origin.AUTHORED,
        source=source,
    )


def _term(claim: Claim, language: str) -> Term:
    """Return the term; ``language`` is that of the file. Tags of one language are the same: deu, DE."""
    tag = claim.language or language
    return Term(claim.form, claim.status, note=claim.note, language=canonical_tag(tag) or tag)
