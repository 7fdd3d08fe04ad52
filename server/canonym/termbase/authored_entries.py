"""The entries of a ``termbase.toml``, parsed and checked."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from canonym.termbase.authored_claims import contradictions
from canonym.termbase.authored_shape import TERMBASE
from canonym.termbase.errors import TermbaseError
from canonym.termbase.toml_places import key_name, line_of, locate, syntax_error
from canonym.termbase.toml_shape import Fault, faults
from canonym.termbase.toml_text import parse_toml

_HEADER = r"^[ \t]*\[\[[ \t]*name[ \t]*\]\]"

Entry = Mapping[str, Any]


def entries_of(text: str, source: str) -> Sequence[Entry]:
    """Return the entries. Each has the right shape and contradicts no other.

    Raises:
        TermbaseError: The first mistake, with its line and key.
    """
    try:
        entries, wrong = _judged(text)
    except ValueError as error:
        raise _unreadable(text, source, error) from error
    for fault in wrong:
        raise _error(text, source, fault)
    return entries


def language_of(text: str) -> str:
    """Return the language of the forms without a tag in a file without mistakes; empty if it says none."""
    language: str = parse_toml(text).get("language", "")
    return language


def problems(text: str, source: str) -> tuple[TermbaseError, ...]:
    """Return all mistakes in the text of a ``termbase.toml``, so that an editor shows them together."""
    try:
        _, wrong = _judged(text)
    except ValueError as error:
        return (_unreadable(text, source, error),)
    return tuple(_error(text, source, fault) for fault in wrong)


def starts_of(text: str, count: int) -> Sequence[int]:
    """Return the offset at which each of the ``count`` entries begins.

    The regular expression errs only if a long string holds a header, or if the entries have no headers.
    """
    starts = [match.start() for match in re.finditer(_HEADER, text, re.MULTILINE)]
    if len(starts) != count or "'''" in text or '"""' in text:
        places = locate(text)
        starts = [places["name", number].key.start for number in range(count)]
    return starts


# Brings .1 % of a keystroke; bounded: the oldest answer goes.
@lru_cache(maxsize=2)
def _judged(text: str) -> tuple[Sequence[Entry], tuple[Fault, ...]]:
    data = parse_toml(text)
    found = tuple(faults(data, TERMBASE))
    if found:
        return (), found
    entries = data.get("name", [])
    return entries, tuple(contradictions(entries, data.get("language", "")))


def _unreadable(text: str, source: str, error: ValueError) -> TermbaseError:
    line, message = syntax_error(text, error)
    return TermbaseError(source, line, "", message)


def _error(text: str, source: str, fault: Fault) -> TermbaseError:
    message = fault.message
    if fault.other:
        message += f", line {line_of(text, fault.other)}"
    return TermbaseError(source, line_of(text, fault.path), key_name(fault.path), message)
