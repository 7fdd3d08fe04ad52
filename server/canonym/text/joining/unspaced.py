"""Scripts that put no space between words, after Unicode Standard Annexes 14 and 24."""

import re
from functools import cache

_HAN = "々〆〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HIRAGANA = "ぁ-ゖゝゞ"
_KATAKANA = "ァ-ヺー-ヿㇰ-ㇿｦ-ﾟ"
_SOUTH_EAST = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f\ua9e0-\ua9fe"
"""Thai, Lao, Burmese and Khmer (Line_Break=SA)."""
_ALL = f"{_KATAKANA}{_HIRAGANA}{_HAN}{_SOUTH_EAST}"
_SHORT = 64
"""Code points of a text that are looked at one by one, before a pattern is compiled for it."""


def is_unspaced(text: str) -> bool:
    """Return whether ``text`` has a letter of a script without spaces."""
    if text.isascii() or (len(text) < _SHORT and not any(map(_may_be_unspaced, text))):
        return False
    return _pattern(f"[{_ALL}]").search(text) is not None


def is_kana(word: str) -> bool:
    """Return whether ``word`` is in Katakana or Hiragana alone."""
    return word[:1] > "\u3000" and _pattern(f"[{_KATAKANA}{_HIRAGANA}]+").fullmatch(word) is not None


def writes_foreign(word: str) -> bool:
    """Return whether ``word`` is in Katakana, which writes what is foreign."""
    return word[:1] > "\u3000" and _pattern(f"[{_KATAKANA}]+").fullmatch(word) is not None


def stretches(text: str) -> list[tuple[int, int, bool]]:
    """Return start and end of each stretch of one script, and whether several words may stand in it.

    A stretch of Katakana is one word: it writes what is foreign.
    """
    kinds = _KATAKANA, _HIRAGANA, _HAN, _SOUTH_EAST, f"^{_ALL}"
    found = _pattern("|".join(f"[{one}]+" for one in kinds)).finditer(text)
    many = _pattern(f"[{_HIRAGANA}{_HAN}{_SOUTH_EAST}]")
    return [(match.start(), match.end(), many.match(match[0]) is not None) for match in found]


def _may_be_unspaced(letter: str) -> bool:
    """Return whether a code point is of such a script, or of another one of Asia."""
    return "\u0e00" <= letter < "\u1e00" or letter > "\u3000"


# Texts of other scripts need none of them, and each takes as long to compile as ten others.
@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
