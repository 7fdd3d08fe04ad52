"""Edits of ``termbase.toml`` that keep everything else unchanged.

Each edit takes the text of the file (empty for a new one) and returns the new text. An edit that would
contradict the file raises ``TermbaseError``. An edit that has nothing to change returns the same text. Only
the entry of the edit is parsed closely, because a termbase may be long.
"""

from collections.abc import Callable, Sequence

from canonym.termbase.authored_claims import claims_of, plain_form
from canonym.termbase.authored_entries import Entry, entries_of, starts_of
from canonym.termbase.concept import Kind, TermStatus
from canonym.termbase.errors import TermbaseError
from canonym.termbase.toml_edits import add_item, append_table, remove_item, remove_table, set_key

_LISTS = (TermStatus.ADMITTED, TermStatus.DEPRECATED, TermStatus.SUPERSEDED)
_SOURCE = "termbase.toml"
_TABLE = ("name", 0)
"""The path of the entry in a text that holds only this entry."""


def add_name(text: str, form: str, kind: Kind = Kind.NAME) -> str:
    """Add a name whose preferred form is ``form``, unless some name has this form already."""
    return _edited(text, form, kind, lambda entry: entry)


def admit(text: str, preferred: str, form: str, kind: Kind = Kind.NAME) -> str:
    """Admit ``form`` as another right form of the name ``preferred``."""
    right = plain_form(form)
    return _edited(text, preferred, kind, lambda entry: _listed(entry, TermStatus.ADMITTED, right))


def deprecate(text: str, preferred: str, form: str, kind: Kind = Kind.NAME) -> str:
    """Deprecate ``form``: the right form is ``preferred``."""
    return _edited(
        text, preferred, kind, lambda entry: _listed(entry, TermStatus.DEPRECATED, plain_form(form))
    )


def prefer(text: str, form: str, over: str, kind: Kind = Kind.NAME) -> str:
    """Make ``form`` the preferred form of the name that was written ``over``, and deprecate ``over``.

    A longer name may merely admit one of the two forms. Then the two forms become a name of their own. The
    longer name keeps its preferred form, and no check suggests it for the shorter one.
    """
    form, over = plain_form(form), plain_form(over)
    text = _taken_out(text, form, over)
    name = form if _owner(_entries(text), over) is None else over
    return _edited(text, name, kind, lambda entry: _preferred(entry, form, over))


def never(text: str, form: str, other: str, kind: Kind = Kind.NAME) -> str:
    """Record that the name ``form`` and the form ``other`` are never the same."""
    return _edited(text, form, kind, lambda entry: _listed(entry, "not", plain_form(other)))


def remove(text: str, form: str) -> str:
    """Remove the name whose preferred form is ``form``."""
    for number, entry in enumerate(_entries(text)):
        if plain_form(entry["preferred"]) == plain_form(form):
            return _checked(_in_entry(text, number, lambda entry: remove_table(entry, _TABLE)))
    return text


def _entries(text: str) -> Sequence[Entry]:
    return entries_of(text, _SOURCE)


def _edited(text: str, name: str, kind: Kind, edit: Callable[[str], str]) -> str:
    """Edit the entry that has the form ``name``; add it if there is none."""
    entries, name = _entries(text), plain_form(name)
    number = _owner(entries, name)
    if number is None:
        number = len(entries)
        pairs = {"preferred": name} if kind is Kind.NAME else {"preferred": name, "kind": str(kind)}
        text = _checked(append_table(text, "[[name]]", pairs))
    return _checked(_in_entry(text, number, edit))


def _owner(entries: Sequence[Entry], form: str) -> int | None:
    """Return the entry that prefers ``form``, else the first that has it."""
    having = None
    for number, entry in enumerate(entries):
        forms = [claim.form for claim in claims_of(number, entry) if not claim.language]
        if forms[0] == form:
            return number
        if form in forms and having is None:
            having = number
    return having


def _checked(text: str) -> str:
    _entries(text)
    return text


def _in_entry(text: str, number: int, edit: Callable[[str], str]) -> str:
    """Edit the text of one entry, from its header to the next one."""
    starts = [*starts_of(text, len(_entries(text))), len(text)]
    start, end = starts[number], starts[number + 1]
    if not text[start:end].lstrip().startswith("["):
        message = "is one list; write its entries under [[name]] headers to have them edited"
        raise TermbaseError(_SOURCE, 1, "name", message)
    return text[:start] + edit(text[start:end]) + text[end:]


def _listed(entry: str, key: str, form: str) -> str:
    for status in _LISTS:
        if status != key:
            entry = _without(entry, status, form)
    return _with(entry, key, form)


def _preferred(entry: str, form: str, over: str) -> str:
    former = plain_form(_table(entry)["preferred"])
    for status in _LISTS:
        entry = _without(entry, status, form)
    if former != form:
        entry = set_key(entry, _TABLE, "preferred", form)
    for wrong in (former, over):
        if wrong != form:
            entry = _listed(entry, TermStatus.DEPRECATED, wrong)
    return entry


def _taken_out(text: str, *forms: str) -> str:
    """Remove ``forms`` from what names admit, except from a name that prefers one of them."""
    for number, entry in enumerate(_entries(text)):
        claims = [claim for claim in claims_of(number, entry) if not claim.language]
        admitted = {claim.form for claim in claims if claim.status is TermStatus.ADMITTED}
        if claims[0].form not in forms and not admitted.isdisjoint(forms):
            text = _in_entry(text, number, lambda entry: _without_all(entry, TermStatus.ADMITTED, forms))
    return text


def _without_all(entry: str, key: str, forms: Sequence[str]) -> str:
    for form in forms:
        entry = _without(entry, key, form)
    return entry


def _with(entry: str, key: str, form: str) -> str:
    if form in _forms(entry, key):
        return entry
    if key not in _table(entry):
        return set_key(entry, _TABLE, key, (form,))
    return add_item(entry, _TABLE, key, form)


def _without(entry: str, key: str, form: str) -> str:
    forms = _forms(entry, key)
    return remove_item(entry, (*_TABLE, key), forms.index(form)) if form in forms else entry


def _forms(entry: str, key: str) -> list[str]:
    listed = _table(entry).get(key, [])
    return [plain_form(term if isinstance(term, str) else term["form"]) for term in listed]


def _table(entry: str) -> Entry:
    import tomllib

    table: Entry = tomllib.loads(entry)["name"][0]
    return table
