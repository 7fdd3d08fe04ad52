"""The forms that the entries of a ``termbase.toml`` claim, and the contradictions between entries."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from canonym.termbase.concept import TermStatus
from canonym.termbase.toml_places import Path
from canonym.termbase.toml_shape import Fault
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.tags.canonical_tag import canonical_tag
from canonym.text.values import NamedTuple

_LISTS = (TermStatus.ADMITTED, TermStatus.DEPRECATED, TermStatus.SUPERSEDED)


class Claim(NamedTuple):
    """What an entry says of a form: its status.

    Attributes:
        path: The key in the file that says so.
        form: The form, in the spelling of ``plain_form``.
        status: Its status.
        language: Tag of the language in which it holds; empty for the default.
        note: A person's note about the form.
    """

    path: Path
    form: str
    status: TermStatus
    language: str = ""
    note: str = ""


def plain_form(form: str) -> str:
    """Return ``form`` in the spelling of ``plain``, with single spaces and none around it."""
    return plain(" ".join(form.split()))


def claims_of(number: int, entry: Mapping[str, Any]) -> Iterator[Claim]:
    """Yield the claims of entry ``number`` (from 0), whose shape must be right.

    In each language the preferred form comes first; the forms without a tag come before the others.
    """
    path: Path = ("name", number)
    if "preferred" in entry:
        yield from _claims(path, entry, "")
    for language, forms in entry.get("forms", {}).items():
        inner = (*path, "forms", language)
        if isinstance(forms, str):
            yield Claim(inner, plain_form(forms), TermStatus.PREFERRED, language)
        else:
            yield from _claims(inner, forms, language)


def _claims(path: Path, table: Mapping[str, Any], language: str) -> Iterator[Claim]:
    yield Claim((*path, "preferred"), plain_form(table["preferred"]), TermStatus.PREFERRED, language)
    for status in _LISTS:
        for place, term in enumerate(table.get(status, ())):
            form, note = (term, "") if isinstance(term, str) else (term["form"], term.get("note", ""))
            yield Claim((*path, str(status), place), plain_form(form), status, language, note)


def contradictions(entries: Iterable[Mapping[str, Any]], language: str = "") -> Iterator[Fault]:
    """Yield the contradictions within an entry and between entries.

    Two names may both admit a form, because two people may share a surname. Every other form has one owner.
    An entry has one preferred form in each language, whose tags may be written in several ways (de, deu).

    Args:
        entries: The entries.
        language: The language of forms without a tag; empty if the file says none.
    """
    owners: dict[tuple[str, str], Claim] = {}
    for number, entry in enumerate(entries):
        own: set[str] = set()
        preferred: dict[str, Claim] = {}
        for claim in claims_of(number, entry):
            own.add(claim.form)
            tag = canonical_tag(claim.language or language)
            owner = owners.setdefault((tag, claim.form), claim)
            if owner is not claim and not _shared(owner, claim):
                yield Fault(claim.path, _contradiction(owner, claim), owner.path)
            elif claim.status is TermStatus.PREFERRED:
                first = preferred.setdefault(tag, claim)
                if first.form != claim.form:
                    yield Fault(claim.path, f"{tag} already prefers {first.form!r}", first.path)
        for place, form in enumerate(entry.get("not", ())):
            if plain_form(form) in own:
                yield Fault(("name", number, "not", place), f"{form!r} is a form of this very name")


def _shared(owner: Claim, claim: Claim) -> bool:
    if owner.path[:2] == claim.path[:2]:
        return owner.status is claim.status and owner.language != claim.language
    return owner.status is claim.status is TermStatus.ADMITTED


def _contradiction(owner: Claim, claim: Claim) -> str:
    if owner.path[:2] == claim.path[:2]:
        return f"{claim.form!r} is {claim.status} here and {owner.status} in the same entry"
    return f"{claim.form!r} is {claim.status} here and {owner.status} by another name"
