"""Edits of one entry of ``termbase.toml``, in the forms of one language.

Each takes the text of the entry, from its header on, and the tag of the forms as the entry writes it (empty
for those without a tag). It returns the new text. All else stays unchanged.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from canonym.termbase.authored_claims import plain_form
from canonym.termbase.concept import TermStatus
from canonym.termbase.edits.toml_edits import add_item, remove_item, set_key
from canonym.termbase.toml_places import Path

ENTRY: Path = ("name", 0)
"""The path of the entry in a text that holds only this entry."""

_FORMS: Path = (*ENTRY, "forms")
_LISTS = (TermStatus.ADMITTED, TermStatus.DEPRECATED, TermStatus.SUPERSEDED)


def with_language(entry: str, tag: str, form: str) -> str:
    """Prefer ``form`` in a language of which the entry has no form yet."""
    return set_key(entry, _FORMS, tag, form)


def listed(entry: str, tag: str, status: TermStatus, form: str) -> str:
    """Give ``form`` a status, and take every other one from it."""
    for other in _LISTS:
        if other != status:
            entry = without(entry, tag, other, (form,))
    return _with(entry, tag, status, form)


def kept_apart(entry: str, tag: str, form: str) -> str:
    """Record that the name is never written ``form``, in any language."""
    for status in _LISTS:
        entry = without(entry, tag, status, (form,))
    told = _entry(entry).get("not", ())
    if form in map(plain_form, told):
        return entry
    return add_item(entry, ENTRY, "not", form) if told else set_key(entry, ENTRY, "not", (form,))


def preferred(entry: str, tag: str, form: str, over: str) -> str:
    """Prefer ``form``, and deprecate ``over`` and what was preferred before."""
    former = plain_form(_table(entry, tag)["preferred"])
    for status in _LISTS:
        entry = without(entry, tag, status, (form,))
    if former != form:
        entry = _with_preferred(entry, tag, form)
    for wrong in (former, over):
        if wrong != form:
            entry = listed(entry, tag, TermStatus.DEPRECATED, wrong)
    return entry


def without(entry: str, tag: str, status: TermStatus, forms: Sequence[str]) -> str:
    """Take ``forms`` out of the list of a status."""
    for form in forms:
        held = _listed_forms(entry, tag, status)
        if form in held:
            entry = remove_item(entry, (*_path(tag), str(status)), held.index(form))
    return entry


def _with(entry: str, tag: str, status: TermStatus, form: str) -> str:
    held = _listed_forms(entry, tag, status)
    if form in held:
        return entry
    if status in _table(entry, tag):
        return add_item(entry, _path(tag), str(status), form)
    alone = _entry(entry).get("forms", {}).get(tag)
    if isinstance(alone, str):
        return set_key(entry, _FORMS, tag, {"preferred": alone, str(status): (form,)})
    return set_key(entry, _path(tag), str(status), (form,))


def _with_preferred(entry: str, tag: str, form: str) -> str:
    if isinstance(_entry(entry).get("forms", {}).get(tag), str):
        return set_key(entry, _FORMS, tag, form)
    return set_key(entry, _path(tag), "preferred", form)


def _path(tag: str) -> Path:
    return (*_FORMS, tag) if tag else ENTRY


def _listed_forms(entry: str, tag: str, status: TermStatus) -> list[str]:
    terms = _table(entry, tag).get(status, ())
    return [plain_form(term if isinstance(term, str) else term["form"]) for term in terms]


def _table(entry: str, tag: str) -> Mapping[str, Any]:
    """Return the forms of a language; a single one is preferred."""
    whole = _entry(entry)
    table = whole["forms"][tag] if tag else whole
    return {"preferred": table} if isinstance(table, str) else table


def _entry(entry: str) -> Mapping[str, Any]:
    import tomllib

    table: Mapping[str, Any] = tomllib.loads(entry)["name"][0]
    return table
