"""Scripts that put no space between words, after Unicode Standard Annexes 14 and 24."""

import re

_HAN = "々〆〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HIRAGANA = "ぁ-ゖゝゞ"
_KATAKANA = "ァ-ヺー-ヿㇰ-ㇿｦ-ﾟ"
_SOUTH_EAST = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f\ua9e0-\ua9fe"
"""Thai, Lao, Burmese and Khmer (Line_Break=SA)."""
_ALL = f"{_KATAKANA}{_HIRAGANA}{_HAN}{_SOUTH_EAST}"
_STRETCH = re.compile("|".join(f"[{one}]+" for one in (_KATAKANA, _HIRAGANA, _HAN, _SOUTH_EAST, f"^{_ALL}")))
_MANY_WORDS = re.compile(f"[{_HIRAGANA}{_HAN}{_SOUTH_EAST}]")
_FOREIGN = re.compile(f"[{_KATAKANA}]+")
_KANA = re.compile(f"[{_KATAKANA}{_HIRAGANA}]+")
_ANY = re.compile(f"[{_ALL}]")


def is_unspaced(text: str) -> bool:
    """Return whether ``text`` has a letter of a script without spaces."""
    return _ANY.search(text) is not None


def is_kana(word: str) -> bool:
    """Return whether ``word`` is in Katakana or Hiragana alone."""
    return _KANA.fullmatch(word) is not None


def writes_foreign(word: str) -> bool:
    """Return whether ``word`` is in Katakana, which writes what is foreign."""
    return _FOREIGN.fullmatch(word) is not None


def stretches(text: str) -> list[tuple[int, int, bool]]:
    """Return start and end of each stretch of one script, and whether several words may stand in it.

    A stretch of Katakana is one word: it writes what is foreign.
    """
    found = _STRETCH.finditer(text)
    return [(match.start(), match.end(), _MANY_WORDS.match(match[0]) is not None) for match in found]
