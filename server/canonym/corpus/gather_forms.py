"""Gathers the forms of a declined name under its dictionary form, as admitted terms."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from canonym.corpus.dictionary_forms import DictionaryForms
from canonym.spelling.folding import joined
from canonym.spelling.grammar import Grammar
from canonym.termbase.concept import Concept, Term, TermStatus

MOST_FORMS = 16
"""Most dictionary forms of a name that are looked for."""


def with_forms(
    concepts: Sequence[Concept], dictionary: DictionaryForms, grammar: Grammar
) -> tuple[Concept, ...]:
    """Return ``concepts``, where a form of a name is a term of its dictionary form.

    Args:
        concepts: Concepts, each of one form in its spellings.
        dictionary: The dictionary forms of their words.
        grammar: Tells forms of one word from spellings.
    """
    known = {concept.id: concept for concept in concepts if concept.preferred is not None}
    hosts = {
        concept.id: host
        for concept in known.values()
        if (host := _host(concept, known, dictionary, grammar)) is not None
    }
    guests: dict[str, list[Concept]] = defaultdict(list)
    for name, first in hosts.items():
        host = hosts.get(first, first)  # the form of a form may be one of the same name
        form, other = known[name].terms[0].form, known[host].terms[0].form
        if host not in hosts and (host == first or grammar.are_forms_of_name(form, other)):
            guests[host].append(known[name])
    gone = {guest.id for group in guests.values() for guest in group}
    return tuple(_with_guests(one, guests.get(one.id, [])) for one in concepts if one.id not in gone)


def _host(
    concept: Concept, known: Mapping[str, Concept], dictionary: DictionaryForms, grammar: Grammar
) -> str | None:
    """Return the id of the concept with the dictionary form of this one, if there is one."""
    form = concept.terms[0].form
    for other in islice(_dictionary_forms(form, dictionary), MOST_FORMS):
        host = joined(other)
        if (
            host != concept.id
            and host in known
            and grammar.are_forms_of_name(form, known[host].terms[0].form)
        ):
            return host
    return None


def _dictionary_forms(form: str, dictionary: DictionaryForms) -> Iterator[str]:
    """Yield what the dictionary form of a name may be, those with most words of the dictionary first."""
    return map(" ".join, product(*([*dictionary.of(word), word] for word in form.split(" "))))


def _with_guests(concept: Concept, guests: Sequence[Concept]) -> Concept:
    forms = [term for guest in guests for term in guest.terms]
    return concept._replace(terms=(*concept.terms, *map(_admitted, forms)))


def _admitted(term: Term) -> Term:
    return term._replace(status=TermStatus.ADMITTED) if term.status is TermStatus.PREFERRED else term
