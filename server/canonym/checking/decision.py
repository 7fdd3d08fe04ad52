"""What a decision about a finding is about: a form, and the name that it is or is not a form of."""

from collections.abc import Iterator

from canonym.checking.finding import Finding
from canonym.index.termbase_index import Index
from canonym.spelling.folding import joined
from canonym.termbase.concept import Concept, Origin
from canonym.text.typesetting import plain
from canonym.text.values import NamedTuple


class Subject(NamedTuple):
    """What people decide about.

    Attributes:
        form: What was found, as a termbase writes it.
        rival: The form that is offered in its place.
        name: The preferred form of the concept that the decision is written to; ``rival`` where that is a
            name by itself.
    """

    form: str
    rival: str
    name: str

    @property
    def is_a_name(self) -> bool:
        """Tell whether the form that is offered is the preferred one, not merely another of the name."""
        return self.rival == self.name


def subject_of(finding: Finding, index: Index) -> Subject:
    """Return what a decision about a finding is about.

    That is the concept of the finding where what is offered is one of its forms. A word of a longer name
    (*America* in *South America*) is a name by itself, for what is decided about it holds in every name
    that has it.

    Args:
        finding: What was found; it offers something.
        index: The termbase that it was found with.
    """
    form, rival = _as_written(finding.text), _as_written(finding.suggestions[0])
    concept = index.concept(finding.concept.id) if finding.concept else None
    if concept is None:
        return Subject(form, rival, rival)
    form, rival = _uninflected(form, rival, concept)
    if any(joined(term.form) == joined(rival) for term in concept.terms):
        return Subject(form, rival, concept.preferred.form if concept.preferred else rival)
    if _belongs_to_another(rival, index):
        return Subject(form, rival, concept.terms[0].form)
    return Subject(form, rival, rival)


def _as_written(text: str) -> str:
    return plain(" ".join(text.split()))


def _uninflected(form: str, rival: str, concept: Concept) -> tuple[str, str]:
    """Return form and rival as the concept has the rival: without capitals of the place or an ending."""
    for known in _known(concept):
        if joined(known) == joined(rival):
            return form, known
    for known in _known(concept):
        ending = rival[len(known) :]
        if rival == known + ending and form.endswith(ending) and len(form) > len(ending):
            return form[: -len(ending)], known
    return form, rival


def _known(concept: Concept) -> Iterator[str]:
    """Yield the forms of a concept, and then the words of them, as they are written."""
    yield from (term.form for term in concept.terms)
    for term in concept.terms:
        yield from term.form.split()


def _belongs_to_another(rival: str, index: Index) -> bool:
    """Tell whether people gave the form to another name, so that no entry of its own can have it."""
    return any(
        concept.origin is Origin.AUTHORED and concept.terms[0].form != rival
        for concept in index.resolve(rival)
    )
