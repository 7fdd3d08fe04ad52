"""Doublets of orthography: two ways to write one word between which its script or language leaves the choice.

Such are Королёв and Королев, Hòa and Hoà, फ़ारूक़ and फारूक, cœur and coeur, Arabic with and without vowel signs.
Learning and checking take doublets for one spelling. Only a person's decision tells them apart.
"""

import re
from functools import lru_cache

_UNSEEN = (
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200c\u200d]"  # points, vowel signs, the stretched line, joiners
    "|(?<=[еЕ])\u0308"  # ё
    "|(?<=[ΑΕΗΙΟΥΩ])\u0301"  # the tonos of a capital
    "|(?<![डढਡਲ])[\u093c\u0a3c]"  # the nukta of letters for foreign sounds
)
_TONE = (
    "(?<![^\\W\\d_])((?:[bcdđghklmnprstvx]|ch|gh|kh|ngh?|nh|ph|th|tr)?)"
    "(?:(o)([\u0300\u0301\u0303\u0309\u0323])([ae])|(u)([\u0300\u0301\u0303\u0309\u0323])(y))(?![\\w\u0300-\u036f])"
)
"""A Vietnamese syllable with its tone in the old place: Hòa, Thúy."""
_LETTERS = str.maketrans("یکς׳", "يكσ'", "") | {ord("״"): '"', ord("œ"): "oe"}
_CAPITAL_OE = "Œ(?=(.?))"


def is_doublet(a: str, b: str) -> bool:
    """Return whether two forms are different ways to write the same word."""
    return a != b and not (a.isascii() and b.isascii()) and unified(a) == unified(b)


# Names repeat, and most are asked about again and again; emptied by forget_words.
@lru_cache(1 << 12)
def unified(form: str) -> str:
    """Return one spelling for all doublets of a form.

    Letters are in the compatible, decomposed and recomposed form of Unicode (Unicode Standard Annex 15). What
    a reader of the script does not take for another spelling is gone. Case and all other marks stay.
    """
    if form.isascii():
        return form
    from unicodedata import normalize

    parted = re.sub(_UNSEEN, "", normalize("NFKD", form).translate(_LETTERS))
    parted = re.sub(_CAPITAL_OE, lambda o: "OE" if o[1].isupper() else "Oe", parted)
    return normalize("NFC", re.sub(_TONE, _moved, parted, flags=re.IGNORECASE))


def _moved(syllable: re.Match[str]) -> str:
    return "".join((syllable[1], *(syllable[n] or "" for n in (2, 4, 3, 5, 7, 6))))
