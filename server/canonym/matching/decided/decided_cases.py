"""Finds wrong forms that people decided on with another ending in place of theirs: Odessy for Odessa.

They may have several words: des Bayrischen Rundfunks for Bayrischer Rundfunk.
"""

from collections.abc import Mapping, Sequence

from canonym.index.termbase_index import Index
from canonym.languages import profile
from canonym.spelling import known_name
from canonym.spelling.folding import joined
from canonym.spelling.grammar import MIN_STEM, lowered
from canonym.termbase.concept import TermStatus
from canonym.text.apostrophes_and_ligatures import plain

_WRONG = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)
_MOST = 10_000
"""Concepts that are looked through for decisions. A termbase of more has these laid over it, or has none."""


def decided_case(index: Index, words: Sequence[str]) -> str:
    """Return the wrong form of which the first of ``words`` are another case; empty if there is none.

    Args:
        index: The termbase.
        words: Words of a text that begin no known form.
    """
    for form in _beginning_like(index, words[0]):
        text = " ".join(map(plain, words[: form.count(" ") + 1]))
        if index.grammar.are_forms_of_name(form, text) and not _is_another(index, form, text):
            return form
    return ""


def may_be_case(index: Index, word: str) -> bool:
    """Return whether a word may begin what ``decided_case`` finds."""
    return any(
        lowered(word) == lowered(first := form.split()[0]) or index.grammar.are_forms(first, plain(word))
        for form in _beginning_like(index, word)
    )


def _beginning_like(index: Index, word: str) -> Sequence[str]:
    return _decided(index).get(lowered(word)[:MIN_STEM], ()) if word[:1].isupper() else ()


def _is_another(index: Index, wrong: str, text: str) -> bool:
    """Return whether a text that may be a case of a wrong form is known as something else."""
    if [word[:1].isupper() for word in wrong.split()] != [word[:1].isupper() for word in text.split()]:
        return True
    folded = joined(text)
    is_name = index.word(folded) is not None or known_name(folded)
    is_known = index.has(text) or (is_name and folded != joined(wrong))
    concept, _ = index.best(wrong)
    right = (term.form for term in concept.terms if term.status not in _WRONG)
    return is_known or any(
        lowered(form) == lowered(text) or index.grammar.are_forms_of_name(form, text) for form in right
    )


def _decided(index: Index) -> Mapping[str, Sequence[str]]:
    """Return the wrong forms that people decided on, by their first letters.

    A language that knows what its endings mean has no cases.
    """
    # Few, and asked for at each word; emptied with the index.
    known: dict[str, list[str]] | None = index.memory.get(_decided)
    if known is None:
        known = index.memory[_decided] = {}
        is_asked = not profile(index.language).data and (index.is_laid_over or index.size < _MOST)
        for concept in index.authored() if is_asked else ():
            for term in concept.terms if concept.preferred else ():
                if term.status in _WRONG and not term.language and index.best(term.form)[0] == concept:
                    known.setdefault(lowered(term.form)[:MIN_STEM], []).append(term.form)
    return known
