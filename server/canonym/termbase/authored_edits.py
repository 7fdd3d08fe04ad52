"""Edits of ``termbase.toml`` that keep everything else as it stands.

Each edit takes the text of the file (empty for a new one) and returns the new text. An edit that
would contradict what the file says raises ``TermbaseError``; one that has nothing to change returns
the text as it was.
"""

import tomllib
from collections.abc import Callable
from typing import Any

from canonym.termbase.authored_claims import claims_of, plain_form
from canonym.termbase.errors import TermbaseError
from canonym.termbase.model import Kind, TermStatus
from canonym.termbase.toml_edits import add_item, append_table, remove_item, remove_table, set_key
from canonym.termbase.toml_places import locate

_LISTS = (TermStatus.ADMITTED, TermStatus.DEPRECATED, TermStatus.SUPERSEDED)
_SOURCE = "termbase.toml"


def add_name(text: str, form: str, kind: Kind = Kind.NAME) -> str:
    """Add a name of which ``form`` is the preferred form; nothing to do if some name has it already."""
    return _checked(text, lambda: _with_name(text, plain_form(form), kind)[0])


def admit(text: str, preferred: str, form: str, kind: Kind = Kind.NAME) -> str:
    """Let ``form`` stand as another right form of the name ``preferred``."""
    return _checked(text, lambda: _listed(text, preferred, form, TermStatus.ADMITTED, kind))


def deprecate(text: str, preferred: str, form: str, kind: Kind = Kind.NAME) -> str:
    """Call ``form`` wrong: the name is to be written ``preferred``."""
    return _checked(text, lambda: _listed(text, preferred, form, TermStatus.DEPRECATED, kind))


def prefer(text: str, form: str, over: str, kind: Kind = Kind.NAME) -> str:
    """Make ``form`` the preferred form of the name that was written ``over``, which is deprecated."""
    return _checked(text, lambda: _preferred(text, plain_form(form), plain_form(over), kind))


def never(text: str, form: str, other: str, kind: Kind = Kind.NAME) -> str:
    """Note that the name ``form`` and the form ``other`` are never the same."""
    return _checked(text, lambda: _never(text, plain_form(form), plain_form(other), kind))


def remove(text: str, form: str) -> str:
    """Take the name of which ``form`` is the preferred form out of the file."""

    def edit() -> str:
        for number, entry in enumerate(_entries(text)):
            if plain_form(entry["preferred"]) == plain_form(form):
                return remove_table(text, ("name", number))
        return text

    return _checked(text, edit)


def _checked(text: str, edit: Callable[[], str]) -> str:
    from canonym.termbase.authored import parse

    parse(text, _SOURCE)
    if _inline(text):
        message = "is one list; write its entries under [[name]] headers to have them edited"
        raise TermbaseError(_SOURCE, 1, "name", message)
    new = edit()
    parse(new, _SOURCE)
    return new


def _inline(text: str) -> bool:
    place = locate(text).get(("name",))
    return place is not None and text.startswith("[", place.value.start) and place.key != place.value


def _entries(text: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads(text).get("name", [])
    return entries


def _owner(text: str, form: str) -> int | None:
    """The entry that prefers ``form``, else the first that has it."""
    having = None
    for number, entry in enumerate(_entries(text)):
        forms = [claim.form for claim in claims_of(number, entry) if not claim.language]
        if forms[0] == form:
            return number
        if form in forms and having is None:
            having = number
    return having


def _with_name(text: str, form: str, kind: Kind) -> tuple[str, int]:
    number = _owner(text, form)
    if number is not None:
        return text, number
    pairs = {"preferred": form} if kind is Kind.NAME else {"preferred": form, "kind": str(kind)}
    return append_table(text, "[[name]]", pairs), len(_entries(text))


def _listed(text: str, preferred: str, form: str, status: TermStatus, kind: Kind) -> str:
    text, number = _with_name(text, plain_form(preferred), kind)
    for other in _LISTS:
        if other is not status:
            text = _without(text, number, other, plain_form(form))
    return _with(text, number, status, plain_form(form))


def _preferred(text: str, form: str, over: str, kind: Kind) -> str:
    number = _owner(text, over)
    if number is None:
        text, number = _with_name(text, form, kind)
    former = plain_form(_entries(text)[number]["preferred"])
    for status in _LISTS:
        text = _without(text, number, status, form)
    if former != form:
        text = set_key(text, ("name", number), "preferred", form)
    for wrong in (former, over):
        if wrong != form:
            text = _listed(text, form, wrong, TermStatus.DEPRECATED, kind)
    return text


def _never(text: str, form: str, other: str, kind: Kind) -> str:
    text, number = _with_name(text, form, kind)
    for status in _LISTS:
        text = _without(text, number, status, other)
    return _with(text, number, "not", other)


def _with(text: str, number: int, key: str, form: str) -> str:
    if form in _forms(text, number, key):
        return text
    table = ("name", number)
    if key not in _entries(text)[number]:
        return set_key(text, table, key, (form,))
    return add_item(text, table, key, form)


def _without(text: str, number: int, key: str, form: str) -> str:
    forms = _forms(text, number, key)
    return remove_item(text, ("name", number, key), forms.index(form)) if form in forms else text


def _forms(text: str, number: int, key: str) -> list[str]:
    listed = _entries(text)[number].get(key, [])
    return [plain_form(term if isinstance(term, str) else term["form"]) for term in listed]
