"""The subject of a decision about a finding: a form, and the name to which it does or does not belong."""

from collections.abc import Iterator

from canonym.checking.finding import Finding
from canonym.index.termbase_index import Index
from canonym.spelling.folding import joined
from canonym.termbase.concept import Concept, Origin
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.values import NamedTuple


class Subject(NamedTuple):
    """The subject of a decision.

    Attributes:
        form: The form that was found, in the spelling of a termbase.
        rival: The form that is suggested instead.
        name: The preferred form of the concept that gets the decision; ``rival`` if that is a name by itself.
    """

    form: str
    rival: str
    name: str

    @property
    def is_a_name(self) -> bool:
        """Return whether the suggested form is the preferred one, not merely another form of the name."""
        return self.rival == self.name


def subject_of(finding: Finding, index: Index) -> Subject:
    """Return the subject of a decision about a finding.

    It is the concept of the finding if the suggestion is one of its forms. A word of a longer name (*America*
    in *South America*) is a name by itself, because a decision about it holds in every name that has it.

    Args:
        finding: The finding, which must have a suggestion.
        index: The index that it was found with.
    """
    form, rival = _as_written(finding.text), _as_written(finding.suggestions[0])
    concept = index.concept(finding.concept.id) if finding.concept else None
    if concept is None:
        return Subject(form, rival, rival)
    form, rival = _uninflected(form, rival, concept)
    if any(joined(term.form) == joined(rival) for term in concept.terms):
        return Subject(form, rival, concept.preferred.form if concept.preferred else rival)
    if _belongs_to_another(rival, index) or not _is_known(rival, concept, index):
        return Subject(form, rival, concept.terms[0].form)
    return Subject(form, rival, rival)


def _as_written(text: str) -> str:
    return plain(" ".join(text.split()))


def _uninflected(form: str, rival: str, concept: Concept) -> tuple[str, str]:
    """Return form and rival in the concept's own form: without capitals of the place and endings."""
    for known in _known(concept):
        if joined(known) == joined(rival):
            return form, known
    for known in _known(concept):
        ending = rival[len(known) :]
        if rival == known + ending and form.endswith(ending) and len(form) > len(ending):
            return form[: -len(ending)], known
    return form, rival


def _known(concept: Concept) -> Iterator[str]:
    """Yield the forms of a concept, and then their words, as they are written."""
    yield from (term.form for term in concept.terms)
    for term in concept.terms:
        yield from term.form.split()


def _is_known(rival: str, concept: Concept, index: Index) -> bool:
    """Return whether the form is a name by itself, or a word of ``concept``. Many a case form is neither."""
    words = {joined(word) for word in _known(concept)}
    return joined(rival) in words or bool(index.folded(rival))


def _belongs_to_another(rival: str, index: Index) -> bool:
    """Return whether people gave the form to another name, so that it cannot have an entry of its own."""
    return any(
        concept.origin is Origin.AUTHORED and concept.terms[0].form != rival
        for concept in index.resolve(rival)
    )
