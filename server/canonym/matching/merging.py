"""What people decided, laid over what was learned."""

from dataclasses import replace

from canonym.matching.spelling import fold
from canonym.termbase.model import Concept, Origin, Term, TermStatus


def merge(learned: tuple[Concept, ...], authored: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """Return the concepts of both, sorted by id; an authored concept always wins.

    An authored concept takes the evidence of its forms from the learned ones and takes those forms
    away from them; a learned concept left without a form is dropped.
    """
    if not authored:
        return learned
    evidence = {t.form: t for c in learned for t in c.terms}
    claimed = {t.form for c in authored for t in c.terms if not t.language}
    merged = [_with_evidence(c, evidence) for c in authored]
    for concept in learned:
        left = tuple(t for t in concept.terms if t.form not in claimed)
        if left == concept.terms:
            merged.append(concept)
        elif left:
            merged.append(replace(concept, terms=_elected(left)))
    return tuple(_with_ids(merged))


def _with_evidence(concept: Concept, evidence: dict[str, Term]) -> Concept:
    def known(term: Term) -> Term:
        seen = evidence.get(term.form)
        if seen is None or term.frequency or term.language:
            return term
        return replace(term, frequency=seen.frequency, articles=seen.articles, attestations=seen.attestations)

    return replace(concept, terms=tuple(map(known, concept.terms)))


def _elected(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """One form alone is no longer in question."""
    names = [t for t in terms if t.status is not TermStatus.ADMITTED]
    if len(names) != 1:
        return terms
    return tuple(replace(t, status=TermStatus.PREFERRED) if t is names[0] else t for t in terms)


def _with_ids(concepts: list[Concept]) -> list[Concept]:
    """Authored concepts keep their ids; a learned one that has the same gets a number."""
    ordered = sorted(concepts, key=lambda c: (c.origin is not Origin.AUTHORED, c.id or fold(c.terms[0].form)))
    taken: set[str] = set()
    result = []
    for concept in ordered:
        base = concept.id or fold(concept.terms[0].form).replace(" ", "")
        id_, number = base, 1
        while id_ in taken:
            number += 1
            id_ = f"{base}-{number}"
        taken.add(id_)
        result.append(replace(concept, id=id_) if id_ != concept.id else concept)
    return sorted(result, key=lambda c: c.id)
