"""Finds wrong forms that people decided on in words with an ending: Kiew in Kiews, Stamboul in Stamboul'da.

The mention is the stem. So the right form takes its place, and the ending stays.
"""

from canonym.index.termbase_index import Index
from canonym.spelling import known_name
from canonym.spelling.folding import joined
from canonym.spelling.grammar import LONGEST, MIN_STEM
from canonym.termbase.concept import Origin, TermStatus
from canonym.text.apostrophes_and_ligatures import plain

_WRONG = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)


def decided_stem(index: Index, word: str) -> str:
    """Return the wrong form that a word has before its ending; empty if there is none.

    An ending behind an apostrophe shows where the name ends. Any other must be one of the language, and stand
    behind the right form as well.

    Args:
        index: The termbase.
        word: A word that is no known form. One that is another name has no ending.
    """
    text = plain(word)
    if len(text) != len(word) or not text[:1].isupper() or text.isupper():
        return ""
    longest = range(max(MIN_STEM, len(text) - LONGEST - 1), len(text))
    wrong = next(
        (text[:end] for end in longest if index.opens_unsettled(text[:end]) and index.has(text[:end])), ""
    )
    if not wrong or index.has(text) or index.word(joined(text)) is not None or known_name(joined(text)):
        return ""
    concept, term = index.best(wrong)
    if concept.origin is not Origin.AUTHORED or term.status not in _WRONG or not concept.preferred:
        return ""
    ending, right = text[len(wrong) :], concept.terms[0].form
    if ending[0] == "'" and len(ending) > 1:
        return wrong
    are_forms = index.grammar.are_forms
    return wrong if are_forms(text, wrong) and are_forms(right + ending, right) else ""
