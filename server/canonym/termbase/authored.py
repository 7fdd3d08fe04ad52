"""``termbase.toml``: the names as people decided them.

Pure: text in, concepts or a new text out. The edits keep comments, order and line ends as they were.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from canonym.termbase.authored_claims import Claim, claims_of, plain_form, quarrels
from canonym.termbase.authored_edits import add_name, admit, deprecate, never, prefer, remove
from canonym.termbase.authored_shape import TERMBASE
from canonym.termbase.errors import TermbaseError
from canonym.termbase.model import Concept, Kind, Origin, Term
from canonym.termbase.toml_places import key_name, line_of, locate, syntax_error
from canonym.termbase.toml_shape import Fault, faults

__all__ = ["TERMBASE", "add_name", "admit", "deprecate", "never", "parse", "prefer", "problems", "remove"]

_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*name[ \t]*\]\]", re.MULTILINE)


def parse(text: str, source: str) -> tuple[Concept, ...]:
    """Read the concepts of a ``termbase.toml``.

    Args:
        text: The whole file.
        source: How the file is named to people; becomes part of ``Concept.source``.

    Raises:
        TermbaseError: The first thing that is wrong, with its line and key.
    """
    data = _read(text, source)
    for fault in _faults(data):
        raise _error(text, source, fault)
    entries = data.get("name", [])
    lines = _header_lines(text, len(entries))
    ids = _Ids()
    return tuple(
        _concept(ids, number, entry, f"{source}:{line}")
        for number, (entry, line) in enumerate(zip(entries, lines, strict=True))
    )


def problems(text: str, source: str) -> tuple[TermbaseError, ...]:
    """Return all that is wrong with the text of a ``termbase.toml``, for an editor to show at once."""
    try:
        data = _read(text, source)
    except TermbaseError as error:
        return (error,)
    return tuple(_error(text, source, fault) for fault in _faults(data))


def _read(text: str, source: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, message = syntax_error(text, error)
        raise TermbaseError(source, line, "", message) from error


def _faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    found = list(faults(data, TERMBASE))
    yield from found or quarrels(data.get("name", []))


def _error(text: str, source: str, fault: Fault) -> TermbaseError:
    message = fault.message
    if fault.other:
        message += f", line {line_of(text, fault.other)}"
    return TermbaseError(source, line_of(text, fault.path), key_name(fault.path), message)


def _header_lines(text: str, count: int) -> list[int]:
    """Lines of the entries; the regular expression errs only where a long string holds a header."""
    starts = [match.start() for match in _HEADER.finditer(text)]
    if len(starts) != count or "'''" in text or '"""' in text:
        places = locate(text)
        starts = [places["name", number].key.start for number in range(count)]
    lines, line, at = [], 1, 0
    for start in starts:
        line += text.count("\n", at, start)
        at = start
        lines.append(line)
    return lines


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


def _concept(ids: _Ids, number: int, entry: Mapping[str, Any], source: str) -> Concept:
    terms = tuple(map(_term, claims_of(number, entry)))
    return Concept(
        id=ids.new(terms[0].form),
        kind=Kind(entry.get("kind", Kind.NAME)),
        terms=terms,
        never=tuple(map(plain_form, entry.get("not", ()))),
        note=entry.get("note", ""),
        origin=Origin.AUTHORED,
        source=source,
    )


def _term(claim: Claim) -> Term:
    return Term(claim.form, claim.status, note=claim.note, language=claim.language)
