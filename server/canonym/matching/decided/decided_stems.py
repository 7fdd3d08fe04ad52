"""Finds wrong forms that people decided on in words with an ending: Kiew in Kiews, Stamboul in Stamboul'da.

The mention is the stem. So the right form takes its place, and the ending stays where it fits.
"""

from canonym.index.termbase_index import Index
from canonym.languages import is_derivation, profile
from canonym.matching.decided.decided_dress import small_forms
from canonym.spelling import known_name
from canonym.spelling.folding import joined
from canonym.spelling.grammar import LONGEST, MIN_STEM
from canonym.termbase.concept import Origin, TermStatus
from canonym.text.apostrophes_and_ligatures import plain

_WRONG = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)


def decided_stem(index: Index, word: str) -> str:
    """Return the wrong form that a word has before its ending; empty if there is none.

    An ending behind an apostrophe shows where the name ends. Any other must be one of the language.

    Args:
        index: The termbase.
        word: A word that is no known form, perhaps in capitals. One that is another name has no ending.
    """
    text = plain(word)
    if len(text) != len(word) or not text[:1].isupper():
        return ""
    wrong, ending = _wrong_start(index, text)
    if not wrong or index.has(text) or index.word(joined(text)) is not None or known_name(joined(text)):
        return ""
    concept, term = index.best(wrong)
    if concept.origin is not Origin.AUTHORED or term.status not in _WRONG or not concept.preferred:
        return ""
    if ending[0] == "'" and len(ending) > 1:
        return wrong
    return wrong if _is_ending(index, wrong, ending) else ""


def _wrong_start(index: Index, text: str) -> tuple[str, str]:
    """Return the perhaps wrong form that a word starts with, and what follows in small letters."""
    for end in range(max(MIN_STEM, len(text) - LONGEST - 1), len(text)):
        start = text[:end]
        for form in small_forms(index, start) if text.isupper() else (start,):
            if index.opens_unsettled(form) and index.has(form):
                return form, text[end:].lower() if text.isupper() else text[end:]
    return "", ""


def _is_ending(index: Index, name: str, ending: str) -> bool:
    if profile(index.language).data:  # a language that knows what its endings mean
        is_plural = is_derivation(joined(name + ending), joined(name), index.language) == "plural"
        return is_plural or index.grammar.are_forms(name + ending, name)
    return index.grammar.may_follow(ending, name)
