"""Combines several termbases. A later one cannot change what an earlier one says of a form."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from canonym.termbase.concept import Concept, Term, TermStatus
from canonym.termbase.language_tags import UNDETERMINED
from canonym.termbase.termbase import Termbase
from canonym.text.values import NamedTuple

EXAMPLES = 5
"""Most attestations of a term."""


def combine(termbases: Sequence[Termbase]) -> Termbase:
    """Return everything in ``termbases``, which are of one language. Counts of the same form add up."""
    if len(termbases) == 1:
        return termbases[0]
    ordinary: Counter[str] = Counter()
    for termbase in termbases:
        ordinary.update(termbase.ordinary)
    return Termbase(
        concepts=tuple(sorted(gather([t.concepts for t in termbases]), key=lambda concept: concept.id)),
        stories=tuple(story for termbase in termbases for story in termbase.stories),
        articles=sum(termbase.articles for termbase in termbases),
        ordinary=dict(sorted(ordinary.items())),
        endings=_added_up(termbase.endings for termbase in termbases),
        beginnings=_added_up(termbase.beginnings for termbase in termbases),
        language=next((one.language for one in termbases if one.language != UNDETERMINED), UNDETERMINED),
    )


def _added_up(alternations: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return the pairs of all, each with the letters of all stems beside which it was seen."""
    letters: dict[str, set[str]] = {}
    for pairs in alternations:
        for pair, seen in pairs.items():
            letters.setdefault(pair, set()).update(seen)
    return {pair: "".join(sorted(seen)) for pair, seen in sorted(letters.items())}


def gather(groups: Sequence[tuple[Concept, ...]]) -> tuple[Concept, ...]:
    """Return the concepts of all groups. Concepts of the same name become one; the earlier group decides.

    A concept joins an earlier one that prefers or deprecates its first form. It brings only forms that no
    earlier concept mentions. An admitted form never joins two names, because people share surnames.
    """
    gathered: dict[str, Concept] = {}
    claims: dict[_Form, _Claim] = {}
    for group in groups:
        named = {concept.id: _namesake(concept, claims) for concept in group}
        for concept in group:
            if not named[concept.id]:
                named[concept.id] = _free(concept.id, gathered)
                gathered[named[concept.id]] = concept._replace(
                    id=named[concept.id], terms=(), parts=(), links=()
                )
        for concept in group:
            own = named[concept.id]
            terms = [term for term in concept.terms if _may_have(own, term, claims.get(_key(term)))]
            gathered[own] = _joined(gathered[own], concept, terms, [named.get(p, p) for p in concept.parts])
        claims = {
            _key(t): _Claim(c.id, t.status) for c in reversed(gathered.values()) for t in c.terms
        } | claims
    return tuple(gathered.values())


_Form = tuple[str, str]


class _Claim(NamedTuple):
    concept: str
    status: TermStatus | None


def _claims_in(concepts: dict[str, Concept]) -> dict[_Form, _Claim]:
    """Return the first concept that mentions each form."""
    return {_key(t): _Claim(c.id, t.status) for c in reversed(concepts.values()) for t in c.terms}


def _namesake(concept: Concept, claims: Mapping[_Form, _Claim]) -> str:
    claim = claims.get(_key(concept.terms[0]))
    return "" if claim is None or claim.status is TermStatus.ADMITTED else claim.concept


def _may_have(own: str, term: Term, claim: _Claim | None) -> bool:
    if claim is None or claim.concept == own:
        return True
    return claim.status is TermStatus.ADMITTED and term.status in (TermStatus.ADMITTED, TermStatus.PREFERRED)


def _key(term: Term) -> _Form:
    return term.language, term.form


def _free(id_: str, taken: dict[str, Concept]) -> str:
    name, number = id_, 1
    while name in taken:
        number += 1
        name = f"{id_}-{number}"
    return name


def _joined(owner: Concept, concept: Concept, terms: list[Term], parts: list[str]) -> Concept:
    joined = {_key(term): term for term in owner.terms}
    decided = {term.language for term in owner.terms if term.status is TermStatus.PREFERRED}
    for term in terms:
        held = joined.get(_key(term))
        if held is not None:
            joined[_key(term)] = _sum(held, term)
        elif term.status is TermStatus.PREFERRED and term.language in decided:
            joined[_key(term)] = term._replace(status=TermStatus.ADMITTED)
        else:
            joined[_key(term)] = term
    return owner._replace(
        terms=tuple(joined.values()),
        never=tuple(dict.fromkeys((*owner.never, *concept.never))),
        parts=tuple(dict.fromkeys((*owner.parts, *parts))),
        note=owner.note or concept.note,
        links=tuple(dict.fromkeys((*owner.links, *concept.links))),
    )


def _sum(held: Term, term: Term) -> Term:
    return held._replace(
        frequency=held.frequency + term.frequency,
        articles=held.articles + term.articles,
        attestations=tuple(dict.fromkeys((*held.attestations, *term.attestations)))[:EXAMPLES],
        note=held.note or term.note,
    )
