"""The norms of one language among the concepts that people wrote: ``forms`` of ``termbase.toml``."""

from collections.abc import Iterable, Mapping

from canonym.termbase.concept import UNSETTLED, Concept, Term, TermStatus
from canonym.termbase.language_tags import is_other_script, nearest


def norms_of(concepts: Iterable[Concept], tag: str, own: str) -> tuple[Concept, ...]:
    """Return the concepts as texts of the language ``tag`` must write them.

    The forms of that language, or else of one that it inherits from, are those of the concept, with those of
    its other scripts. Right forms of other languages stay, with their tags. A concept without a form of that
    language is left out.

    Args:
        concepts: The concepts. A term without a tag is of the language ``own``.
        tag: The language of the texts.
        own: A tag; ``und`` if nobody said it, so that terms without a tag hold in all languages without own
            forms.
    """
    found = (_norms(concept, tag, own) for concept in concepts)
    return tuple(concept for concept in found if concept is not None)


def _norms(concept: Concept, tag: str, own: str) -> Concept | None:
    by_language: dict[str, list[Term]] = {}
    for term in concept.terms:
        by_language.setdefault(term.language or own, []).append(term)
    serving = nearest(tag, _sizes(by_language))
    if not serving:
        return None
    terms = [term._replace(language="") for term in by_language.pop(serving)]
    for language in [other for other in by_language if is_other_script(other, serving)]:
        terms.extend(map(_beside, by_language.pop(language)))
    wrong = {term.form for term in terms if term.status in UNSETTLED}
    for language, others in by_language.items():
        right = (term for term in others if term.status not in UNSETTLED and term.form not in wrong)
        terms.extend(term._replace(language=language) for term in right)
    return concept._replace(terms=tuple(terms))


def _beside(term: Term) -> Term:
    """Return a form of the same language in its other script: right beside the preferred one."""
    status = TermStatus.ADMITTED if term.status is TermStatus.PREFERRED else term.status
    return term._replace(language="", status=status)


def _sizes(by_language: Mapping[str, list[Term]]) -> Mapping[str, int]:
    return {language: len(terms) for language, terms in by_language.items() if terms}
