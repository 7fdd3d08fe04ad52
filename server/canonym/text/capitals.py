"""Capitals: the form of a word in capitals, and the places that demand capitals of any word."""

import re
from collections.abc import Sequence

from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.language import UNDETERMINED, Language
from canonym.text.tokens import Token

_DATELINE = re.compile(r"[^\W\d_]{4,}(?: [^\W\d_]+)*(?:, [\w. ]{2,20})?(?: \([\w/. ]{2,20}\))?\s?[:—–]")
"""The place and source that open a news item: ``KIEV:``, ``KIEV, Ukraine (AP) —``."""
_GREEK_ACCENT = "([\u0391-\u03a9]\u0308?)[\u0300\u0301\u0313\u0314\u0342]+"
_PARTS = re.compile(r"[^\s\-]+")


def in_capitals(form: str, language: Language = UNDETERMINED) -> str:
    """Return ``form`` in capitals, by the rules of its letters and of its language.

    Greek capitals have no accent. The capital keeps the difference between i with and without a dot (İ, ı),
    where the language or the form has both.
    Source: Unicode Common Locale Data Repository, transforms el-Upper and tr-Upper.
    """
    if language.dotless_i or "ı" in form or "İ" in form:
        form = form.replace("i", "İ")
    if form.isascii():
        return form.upper()
    upper = form.upper()
    if not re.search("[\u0370-\u03ff\u1f00-\u1fff]", upper):
        return upper
    from unicodedata import normalize

    return normalize("NFC", re.sub(_GREEK_ACCENT, r"\1", normalize("NFD", upper)))


def same_in_capitals(a: str, b: str) -> bool:
    """Return whether two forms are the same in capitals. The dot of İ is ignored: texts often lose it."""
    return _bare(a) == _bare(b)


def is_longer_in_capitals(form: str) -> bool:
    """Return whether a letter of ``form`` has more than one capital, so that STRAUSS is right for Strauß."""
    return not form.isascii() and any(len(letter.upper()) > 1 for letter in form)


def _bare(form: str) -> str:
    return in_capitals(plain(form)).replace("İ", "I").replace("ẞ", "SS")


def differ_by_place(a: str, b: str) -> bool:
    """Return whether a and b may differ only because one opens a sentence or is in a line in capitals."""
    if is_loud(a) or is_loud(b):
        return same_in_capitals(a, b)
    return capitalised(a) == capitalised(b)


def is_loud(word: str) -> bool:
    """Return whether ``word`` is in capitals, except for a possible prefix: STRAUSS, McKENDRICK, d'ARCY."""
    end = word[-3:]
    return (len(word) > 3 and end.isalpha() and end.isupper()) or (len(word) > 1 and word.isupper())


def opened(form: str) -> str:
    """Return ``form`` at the start of a sentence: Al-Rashidi, but iPhone with its capital second letter."""
    return form if form[1:2].isupper() else capitalised(form)


def capitalised(form: str) -> str:
    """Return ``form`` with a capital as its first letter and the other letters unchanged."""
    return form[:1].title() + form[1:]


def titled(form: str) -> str:
    """Return ``form`` in a heading whose words all have capitals: Al-Rashidi, Jae-Hoon."""
    return _PARTS.sub(lambda part: opened(part[0]), form)


def loud_words(prose: str, tokens: Sequence[Token], language: Language) -> int:
    """Return how many words from the first are in capitals: all of a loud line, a dateline, or none."""
    words = [token.text for token in tokens if not token.is_figure]
    if len(words) > 1 and _is_line_in_capitals(words, language):
        return len(tokens)
    dateline = _DATELINE.match(prose)
    return sum(token.start < dateline.end() for token in tokens) if dateline else 0


def _is_line_in_capitals(words: Sequence[str], language: Language) -> bool:
    """Return whether all words are in capitals except for prefixes and particles: PIETER van der MEER."""
    if all(map(str.isupper, words)):
        return True
    long = sum(len(word) > 1 and word.isupper() for word in words)
    return long > 1 and all(word.isupper() or is_loud(word) or word in language.particles for word in words)
