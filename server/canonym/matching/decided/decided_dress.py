"""Finds forms that people decided on in other dress: KIEV for Kiev, a doublet, letters of another script."""

from collections.abc import Iterator

from jellyfish import levenshtein_distance

from canonym.index.termbase_index import Index
from canonym.spelling.doublets import is_doublet
from canonym.spelling.folding import joined
from canonym.termbase.concept import Origin, TermStatus
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.capitals import same_in_capitals
from canonym.text.scripts.lookalikes import unmixed

_WRONG = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)


def small_forms(index: Index, word: str) -> Iterator[str]:
    """Yield the words in small letters that ``word`` may be the capitals of; nothing if it is no such word.

    They are words of names, whose marks capitals may lack, and then what its letters alone say.
    """
    if len(word) < 4 or not word.isupper():  # shorter ones are mostly acronyms
        return
    found = [form for form in _same_letters(index, word) if same_in_capitals(form, word)]
    for form in dict.fromkeys((*found, plain(word).capitalize())):
        if len(form) == len(word) and not form.isupper():
            yield form


def doublets(index: Index, word: str) -> Iterator[str]:
    """Yield the words of names that ``word`` is a doublet of, or has in letters that look the same."""
    bare = unmixed(word)
    for form in _same_letters(index, word):
        if form != word and (form == bare or is_doublet(form, bare, index.language)):
            yield form


def _same_letters(index: Index, word: str) -> Iterator[str]:
    known = index.word(joined(word))
    return iter(()) if known is None else iter(known.forms)


def is_decided(index: Index, form: str, text: str) -> bool:
    """Return whether a person decided on ``form``, and ``text`` may stand for it.

    A doublet of a wrong form may be one of the right form too. Then it counts as wrong if it is nearer to it.
    """
    concept, term = index.best(form)
    if concept.origin is not Origin.AUTHORED:
        return False
    if text.isupper():
        return True
    right = (other.form for other in concept.terms if other.status not in _WRONG)
    near = levenshtein_distance(unmixed(text), form)
    return term.status in _WRONG and all(near < levenshtein_distance(unmixed(text), one) for one in right)


def is_respelt(index: Index, form: str) -> bool:
    """Return whether the right form of a decided one is another spelling, so that ISIS may be no acronym."""
    right = index.best(form)[0].terms[0].form
    return right.count(" ") == form.count(" ") and joined(right) != joined(form)
