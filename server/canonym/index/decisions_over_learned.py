"""Merges people's decisions into learned concepts. Decisions win."""

from collections.abc import Callable, Container, Iterable

from canonym.spelling import fold
from canonym.termbase.concept import Concept, Link, Origin, Term, TermStatus


def merge(learned: tuple[Concept, ...], authored: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """Return the concepts of both, sorted by id. An authored concept always wins.

    An authored concept takes its forms, with their evidence, from the learned concepts. A learned concept
    without forms is dropped.
    """
    if not authored:
        return learned
    evidence = {t.form: t for c in learned for t in c.terms}
    links: dict[str, tuple[Link, ...]] = {}
    for concept in (c for c in learned if c.links):
        form = concept.terms[0].form
        links[form] = (*links.get(form, ()), *concept.links)
    claimed = {t.form for c in authored for t in c.terms if not t.language}
    merged = [with_evidence(c, evidence.get, lambda form: links.get(form, ())) for c in authored]
    for concept in learned:
        left = tuple(t for t in concept.terms if t.form not in claimed)
        if left == concept.terms:
            merged.append(concept)
        elif left:
            merged.append(concept._replace(terms=elected(left)))
    return tuple(with_ids(merged))


def with_evidence(
    concept: Concept, evidence: Callable[[str], Term | None], links: Callable[[str], tuple[Link, ...]]
) -> Concept:
    """Return an authored concept with what the corpus says of it.

    Args:
        concept: The concept.
        evidence: Returns the learned term of a form.
        links: Returns the links of the learned concepts with this first form. Those to languages of which
            people decided are left out.
    """

    def known(term: Term) -> Term:
        seen = evidence(term.form)
        if seen is None or term.frequency or term.language:
            return term
        return term._replace(frequency=seen.frequency, articles=seen.articles, attestations=seen.attestations)

    said = {term.language for term in concept.terms}
    others = (link for link in links(concept.terms[0].form) if link.language not in said)
    return concept._replace(terms=tuple(map(known, concept.terms)), links=tuple(others))


def elected(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Return the remaining forms of a learned concept. A single form is no longer undecided."""
    names = [t for t in terms if t.status is not TermStatus.ADMITTED]
    if len(names) != 1:
        return terms
    return tuple(t._replace(status=TermStatus.PREFERRED) if t is names[0] else t for t in terms)


def with_ids(concepts: Iterable[Concept]) -> list[Concept]:
    """Return ``concepts`` by id. Authored ones keep theirs; a learned one with a taken id gets a number."""
    ordered = sorted(concepts, key=lambda c: (c.origin is not Origin.AUTHORED, c.id or fold(c.terms[0].form)))
    taken: set[str] = set()
    result = []
    for concept in ordered:
        id_ = free_id(concept.id or fold(concept.terms[0].form).replace(" ", ""), taken)
        taken.add(id_)
        result.append(concept._replace(id=id_) if id_ != concept.id else concept)
    return sorted(result, key=lambda c: c.id)


def free_id(base: str, taken: Container[str]) -> str:
    """Return ``base``, with a number if it is taken."""
    id_, number = base, 1
    while id_ in taken:
        number += 1
        id_ = f"{base}-{number}"
    return id_
