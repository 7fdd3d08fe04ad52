"""Capitals: how a form is written in them, and where a text asks for them whatever the word is."""

import re
from collections.abc import Sequence

from canonym.text.tokens import Token, plain
from canonym.text.word_lists import PARTICLES

_DATELINE = re.compile(r"[^\W\d_]{4,}(?: [^\W\d_]+)*(?:, [\w. ]{2,20})?(?: \([\w/. ]{2,20}\))?\s?[:—–]")
"""``KIEV:``, ``KIEV, Ukraine (AP) —``."""
_GREEK_ACCENT = re.compile("([\u0391-\u03a9]\u0308?)[\u0300\u0301\u0313\u0314\u0342]+")
_PARTS = re.compile(r"[^\s\-]+")


def in_capitals(form: str) -> str:
    """Return ``form`` in capitals, as its letters ask for it.

    Greek capitals carry no accent, and where i is written with and without its dot (İ, ı) the capital keeps
    it (Unicode Common Locale Data Repository, transforms el-Upper and tr-Upper).
    """
    if form.isascii():
        return form.upper()
    if "ı" in form or "İ" in form:
        form = form.replace("i", "İ")
    upper = form.upper()
    if not re.search("[\u0370-\u03ff\u1f00-\u1fff]", upper):
        return upper
    from unicodedata import normalize

    return normalize("NFC", _GREEK_ACCENT.sub(r"\1", normalize("NFD", upper)))


def same_in_capitals(a: str, b: str) -> bool:
    """Tell whether two forms are the same in capitals; the dot of İ is often lost there."""
    return _bare(a) == _bare(b)


def _bare(form: str) -> str:
    return in_capitals(plain(form)).replace("İ", "I").replace("ẞ", "SS")


def differ_by_place(a: str, b: str) -> bool:
    """Tell whether two forms may be one in two places: at the start of a sentence, in a line in capitals."""
    if is_loud(a) or is_loud(b):
        return same_in_capitals(a, b)
    return capitalised(a) == capitalised(b)


def is_loud(word: str) -> bool:
    """Tell whether ``word`` is set in capitals, be it but for a prefix: STRAUSS, McKENDRICK, d'ARCY."""
    end = word[-3:]
    return (len(word) > 3 and end.isalpha() and end.isupper()) or (len(word) > 1 and word.isupper())


def opened(form: str) -> str:
    """Return ``form`` as it opens a sentence: Al-Rashidi, but iPhone, whose second letter is the capital."""
    return form if form[1:2].isupper() else capitalised(form)


def capitalised(form: str) -> str:
    """Return ``form`` with its first letter as a capital and the others as they are."""
    return form[:1].title() + form[1:]


def titled(form: str) -> str:
    """Return ``form`` as it stands in a heading whose words all have capitals: Al-Rashidi, Jae-Hoon."""
    return _PARTS.sub(lambda part: opened(part[0]), form)


def loud_words(prose: str, tokens: Sequence[Token]) -> int:
    """Return how many words, from the first, are in capitals whatever they are: all, a dateline, or none."""
    words = [token.text for token in tokens if not token.is_figure]
    if len(words) > 1 and _is_line_in_capitals(words):
        return len(tokens)
    dateline = _DATELINE.match(prose)
    return sum(token.start < dateline.end() for token in tokens) if dateline else 0


def _is_line_in_capitals(words: Sequence[str]) -> bool:
    """Tell whether all words are in capitals but for prefixes and particles: PIETER van der MEER."""
    if all(map(str.isupper, words)):
        return True
    long = sum(len(word) > 1 and word.isupper() for word in words)
    return long > 1 and all(word.isupper() or is_loud(word) or word in PARTICLES for word in words)
