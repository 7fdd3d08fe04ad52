"""The norms of one language among the concepts that people wrote: ``forms`` of ``termbase.toml``."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from canonym.termbase.concept import UNSETTLED, Concept, Term, TermStatus
from canonym.termbase.language_tags import is_other_script, nearest

OneSpelling = Callable[[str, str, str], bool]
"""Whether two forms are one spelling by the orthography of the language of a tag."""


def norms_of(
    concepts: Iterable[Concept], tag: str, own: str, one_spelling: OneSpelling = lambda *_: False
) -> tuple[Concept, ...]:
    """Return the concepts as texts of the language ``tag`` must write them.

    The forms of that language, or else of one that it inherits from, are those of the concept, with those of
    its other scripts. Right forms of other languages stay, with their tags. A concept without a form of that
    language is left out.

    Args:
        concepts: The concepts. A term without a tag is of the language ``own``.
        tag: The language of the texts.
        own: A tag; ``und`` if nobody said it, so that terms without a tag hold in all languages without own
            forms.
        one_spelling: An inherited form that is wrong, but by the orthography of ``tag`` alone the same as a
            right one, is right: Strauss in Switzerland.
    """
    found = (_norms(concept, tag, own, one_spelling) for concept in concepts)
    return tuple(concept for concept in found if concept is not None)


def _norms(concept: Concept, tag: str, own: str, one_spelling: OneSpelling) -> Concept | None:
    by_language: dict[str, list[Term]] = {}
    for term in concept.terms:
        by_language.setdefault(term.language or own, []).append(term)
    serving = nearest(tag, _sizes(by_language))
    if not serving:
        return None
    terms = [
        _as_spelt(term, by_language[serving], (serving, tag), one_spelling) for term in by_language[serving]
    ]
    del by_language[serving]
    decided = {term.form for term in terms}
    for language in [other for other in by_language if is_other_script(other, serving)]:
        terms.extend(_beside(term) for term in by_language.pop(language) if term.form not in decided)
    wrong = {term.form for term in terms if term.status in UNSETTLED}
    for language, others in by_language.items():
        right = (term for term in others if term.status not in UNSETTLED and term.form not in wrong)
        terms.extend(term._replace(language=language) for term in right)
    return concept._replace(terms=tuple(terms))


def _as_spelt(
    term: Term, terms: Sequence[Term], languages: tuple[str, str], one_spelling: OneSpelling
) -> Term:
    """Return an inherited term without its tag, admitted if it is the region's spelling of a right one."""
    inherited, tag = languages
    right = (other.form for other in terms if other.status not in UNSETTLED)
    is_own = term.status in UNSETTLED and any(
        one_spelling(term.form, one, tag) and not one_spelling(term.form, one, inherited) for one in right
    )
    return term._replace(language="", status=TermStatus.ADMITTED if is_own else term.status)


def _beside(term: Term) -> Term:
    """Return a form of the same language in its other script: right beside the preferred one."""
    status = TermStatus.ADMITTED if term.status is TermStatus.PREFERRED else term.status
    return term._replace(language="", status=status)


def _sizes(by_language: Mapping[str, list[Term]]) -> Mapping[str, int]:
    return {language: len(terms) for language, terms in by_language.items() if terms}
