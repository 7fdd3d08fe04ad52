"""Which right form of a name takes the place of a wrong one: the nearest in length and make."""

from collections.abc import Sequence

from canonym.index.termbase_index import Index
from canonym.spelling.folding import joined
from canonym.spelling.string_similarity import similarity_of
from canonym.termbase.concept import Concept, Term, TermStatus
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.capitals import same_in_capitals
from canonym.text.scripts.script_of_words import script_of

_RIGHT = (TermStatus.PREFERRED, TermStatus.ADMITTED)
_MARGIN = 0.1
"""Two forms whose similarities to a wrong one differ by less are equally near: letters tell nothing then."""


def right_forms(concept: Concept, wrong: Term) -> tuple[Term, ...]:
    """Return the right forms of a name that are nearest to a wrong one, the first to suggest first.

    A surname stands for a surname, an acronym for an acronym, two words for two. Where the preferred form is
    of the make of the wrong one, it alone is the nearest: people prefer it.

    Args:
        concept: The name.
        wrong: A form of it that is deprecated, superseded or outvoted.

    Returns:
        At least one. If there are more, nothing decides between them.
    """
    known = [term for term in concept.terms if term.status in _RIGHT and term.language == wrong.language]
    if len(known) < 2:
        return tuple(known) or concept.terms[:1]
    for term in known:
        if joined(term.form) == joined(wrong.form):
            return (term,)
    distances = [_distance(term.form, wrong.form) for term in known]
    least = min(distances)
    nearest = [term for term, distance in zip(known, distances, strict=True) if distance == least]
    if known[0] in nearest and not any(least):
        return (known[0],)
    if known[0] not in nearest and _is_short_for(wrong.form, known[0].form):
        return (known[0], *_most_similar(nearest, wrong.form))
    return _most_similar(nearest, wrong.form)


def takes_ending(index: Index, right: str, wrong: str, ending: str) -> bool:
    """Return whether the ending of a wrong form may stay behind the right one.

    It may where both have the same last letter, behind an apostrophe, and where the corpus or a person has
    the result. Else the right form may want another ending, or lose a vowel: Kijów, Kijowa.

    Args:
        index: The termbase.
        right: The right form.
        wrong: The wrong one.
        ending: What follows it, with its apostrophe if it has one.
    """
    if plain(ending[:1]) == "'" or joined(right)[-1:] == joined(wrong)[-1:]:
        return True
    word = index.word(joined(right + ending))
    return word is not None and not word.deprecated and right + ending in word.forms


def in_case_of(right: str, wrong: str, text: str) -> str:
    """Return the right form with the endings that a text has in place of those of the wrong form.

    Each ending must be that of the wrong form, behind the same letter: Odessy is to Odessa as Odesy to Odesa.
    Otherwise, and for another number of words, the result is empty.
    """
    words = list(zip(*(plain(form).split() for form in (right, wrong, text)), strict=False))
    if {form.count(" ") + 1 for form in (right, wrong, text)} != {len(words)}:
        return ""
    cases = [_word_in_case_of(*three) for three in words]
    return " ".join(cases) if all(cases) else ""


def _word_in_case_of(right: str, wrong: str, text: str) -> str:
    if wrong.lower() == text.lower():
        return right
    pairs = zip(wrong.lower(), text.lower(), strict=False)
    stem = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(wrong), len(text)))
    if not stem or not right.endswith(wrong[stem - 1 :]):
        return ""
    ending = text[stem:].lower() if text.isupper() else text[stem:]
    return right[: len(right) - len(wrong) + stem] + ending


def in_capitals_of(concept: Concept, form: str) -> str:
    """Return how a name writes one of its forms in capitals; empty if no term says so: STRAUẞ for Strauß."""
    forms = (term.form for term in concept.terms if term.status in _RIGHT)
    return next((one for one in forms if one.isupper() and one != form and same_in_capitals(one, form)), "")


def _distance(form: str, wrong: str) -> tuple[bool, int, bool]:
    """Return how the make of two forms differs: in script, in number of words, in being an acronym."""
    words = abs(len(form.split()) - len(wrong.split()))
    return script_of(form) != script_of(wrong), words, _is_acronym(form) != _is_acronym(wrong)


def _is_acronym(form: str) -> bool:
    return len(form) > 1 and form.isupper() and " " not in form


def _is_short_for(short: str, form: str) -> bool:
    return set(map(joined, short.split())) <= set(map(joined, form.split()))


def _most_similar(terms: Sequence[Term], wrong: str) -> tuple[Term, ...]:
    """Return the terms that are most similar to a form by their letters, in the order in which they stand."""
    letters = joined(wrong)
    similarities = [similarity_of(letters, joined(term.form)) for term in terms]
    enough = max(similarities) - _MARGIN
    return tuple(term for term, similar in zip(terms, similarities, strict=True) if similar > enough)
