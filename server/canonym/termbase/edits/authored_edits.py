"""Edits of ``termbase.toml`` that keep everything else unchanged.

Each edit takes the text of the file (empty for a new one) and returns the new text. An edit that would
contradict the file raises ``TermbaseError``. An edit that has nothing to change returns the same text. Only
the entry of the edit is parsed closely, because a termbase may be long.

A decision holds in the language of its draft. In another language than that of the forms without a tag, it is
written under ``forms`` of the name.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from canonym.termbase.authored_claims import Claim, claims_of, plain_form
from canonym.termbase.authored_entries import Entry, entries_of, language_of, starts_of
from canonym.termbase.concept import UNSETTLED, Kind, TermStatus
from canonym.termbase.edits import entry_edits
from canonym.termbase.edits.decision_language import PROJECTS_OWN, UNTAGGED, DecisionLanguage
from canonym.termbase.edits.toml_edits import append_table, remove_table
from canonym.termbase.errors import TermbaseError
from canonym.text.values import NamedTuple

_SOURCE = "termbase.toml"


def add_name(
    text: str, form: str, kind: Kind = Kind.NAME, *, language: DecisionLanguage = PROJECTS_OWN
) -> str:
    """Add a name whose preferred form is ``form``, unless some name has this form already."""
    return _edited(text, form, kind, language, lambda entry, _tag: entry)


def admit(text: str, preferred: str, form: str, *, language: DecisionLanguage = PROJECTS_OWN) -> str:
    """Admit ``form`` as another right form of the name ``preferred``."""
    return _listed(text, preferred, TermStatus.ADMITTED, form, language)


def deprecate(text: str, preferred: str, form: str, *, language: DecisionLanguage = PROJECTS_OWN) -> str:
    """Deprecate ``form``: the right form is ``preferred``."""
    return _listed(text, preferred, TermStatus.DEPRECATED, form, language)


def prefer(
    text: str, form: str, over: str, kind: Kind = Kind.NAME, *, language: DecisionLanguage = PROJECTS_OWN
) -> str:
    """Make ``form`` the preferred form of the name that was written ``over``, and deprecate ``over``.

    A longer name may merely admit one of the two forms. Then the two forms become a name of their own. The
    longer name keeps its preferred form, and no check suggests it for the shorter one.
    """
    form, over = plain_form(form), plain_form(over)
    text = _taken_out(text, (form, over), language)
    name = form if _owner(_names(text, language), over) is None else over
    return _edited(
        text, name, kind, language, lambda entry, tag: entry_edits.preferred(entry, tag, form, over)
    )


def never(text: str, form: str, other: str, *, language: DecisionLanguage = PROJECTS_OWN) -> str:
    """Record that the name ``form`` and the form ``other`` are never the same."""
    wrong = plain_form(other)
    return _edited(
        text, form, Kind.NAME, language, lambda entry, tag: entry_edits.kept_apart(entry, tag, wrong)
    )


def deprecating(text: str, form: str, *, language: DecisionLanguage = PROJECTS_OWN) -> str:
    """Return the preferred form of the name of which ``form`` is a wrong form; empty if there is none."""
    wanted = plain_form(form)
    for name in _names(text, language):
        wrong = (claim.form for claim in name.claims if claim.status in UNSETTLED)
        if name.tag is not None and wanted in wrong:
            return name.claims[0].form
    return ""


def remove(text: str, form: str) -> str:
    """Remove the name whose preferred form is ``form``."""
    for number, entry in enumerate(_entries(text)):
        if next(claims_of(number, entry)).form == plain_form(form):
            return _checked(_in_entry(text, number, lambda entry: remove_table(entry, entry_edits.ENTRY)))
    return text


class _Name(NamedTuple):
    """What an entry says in the language of a decision.

    Attributes:
        number: The number of the entry, from 0.
        tag: The tag of these forms as the file writes it; None if there are none.
        claims: The forms, the preferred one first; of another language if there are none.
    """

    number: int
    tag: str | None
    claims: Sequence[Claim]


def _names(text: str, language: DecisionLanguage) -> Iterator[_Name]:
    of_file = language_of(text)
    for number, entry in enumerate(_entries(text)):
        tag = language.held(entry, of_file)
        claims = [claim for claim in claims_of(number, entry) if claim.language == (tag or UNTAGGED)]
        yield _Name(number, tag, claims)


def _owner(names: Iterator[_Name], form: str) -> _Name | None:
    """Return the name that prefers ``form``, else the first that has it, else that of the same letters.

    The last is a name without forms in the language of the decision, whose preferred form has no tag.
    """
    having = akin = None
    for name in names:
        forms = [claim.form for claim in name.claims]
        if name.tag is None:
            akin = akin or (name if forms[:1] == [form] else None)
        elif forms[0] == form:
            return name
        elif having is None and form in forms:
            having = name
    return having or akin


def _listed(text: str, preferred: str, status: TermStatus, form: str, language: DecisionLanguage) -> str:
    right = plain_form(form)
    return _edited(
        text,
        preferred,
        Kind.NAME,
        language,
        lambda entry, tag: entry_edits.listed(entry, tag, status, right),
    )


def _edited(
    text: str, name: str, kind: Kind, language: DecisionLanguage, edit: Callable[[str, str], str]
) -> str:
    """Edit the entry that has the form ``name``; add it if there is none."""
    name = plain_form(name)
    owner = _owner(_names(text, language), name)
    if owner is None:
        owner, text = _added(text, name, kind, language)
    number, tag = owner.number, owner.tag
    if tag is None:
        tag = language.draft
        text = _in_entry(text, number, lambda entry: entry_edits.with_language(entry, tag, name))
    return _checked(_in_entry(text, number, lambda entry: edit(entry, tag)))


def _added(text: str, name: str, kind: Kind, language: DecisionLanguage) -> tuple[_Name, str]:
    number = len(_entries(text))
    tag = language.to_write(language_of(text))
    pairs = {f"forms.{tag}" if tag else "preferred": name}
    if kind is not Kind.NAME:
        pairs["kind"] = str(kind)
    return _Name(number, tag, ()), _checked(append_table(text, "[[name]]", pairs))


def _taken_out(text: str, forms: Sequence[str], language: DecisionLanguage) -> str:
    """Remove ``forms`` from what names admit, except from a name that prefers one of them."""
    for name in _names(text, language):
        admitted = {claim.form for claim in name.claims if claim.status is TermStatus.ADMITTED}
        another = name.tag is not None and name.claims[0].form not in forms
        if another and not admitted.isdisjoint(forms):
            text = _in_entry(text, name.number, partial(_without, name.tag or UNTAGGED, forms))
    return text


def _without(tag: str, forms: Sequence[str], entry: str) -> str:
    return entry_edits.without(entry, tag, TermStatus.ADMITTED, forms)


def _entries(text: str) -> Sequence[Entry]:
    return entries_of(text, _SOURCE)


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
