"""Doublets of orthography: two ways to write one word between which its script or language leaves the choice.

Such are Hòa and Hoà, फ़ारूक़ and फारूक, cœur and coeur, Arabic with and without vowel signs. What is true of a
script stands here. The profile of a language says the rest: Королёв and Королев, हिंदी and हिन्दी. Learning and
checking take doublets for one spelling. Only a person's decision tells them apart.
"""

import re
from functools import lru_cache

from canonym.languages import profile
from canonym.text.scripts.points import POINTS

_OF_LATIN = (("Œ(?=[A-Z])", "OE"), ("Œ", "Oe"), ("œ", "oe"))  # the ligature
_OF_SCRIPTS = (
    *_OF_LATIN,
    # Malayalam: a consonant without its vowel, as one letter and with a joiner.
    *((f"{letter}\u0d4d\u200d", alone) for letter, alone in zip("ണനരലളക", "ൺൻർൽൾൿ", strict=True)),
    ("ൻ്(?=റ)", "ന്"),
    (POINTS, ""),
    ("(?<=[ΑΕΗΙΟΥΩ])\u0301", ""),  # the tonos of a capital
    ("(?<![डढਡਲ])[\u093c\u0a3c]", ""),  # the nukta of letters for foreign sounds
    ("ی", "ي"),
    ("ک", "ك"),
    ("ς", "σ"),
    ("׳", "'"),
    ("״", '"'),
)
"""Patterns in decomposed text (NFKD), and what stands for all that they match."""


def is_doublet(a: str, b: str, tag: str) -> bool:
    """Return whether two forms are different ways to write the same word in the language ``tag``."""
    return a != b and not (a.isascii() and b.isascii()) and unified(a, tag) == unified(b, tag)


# Names repeat, and most are asked about again and again; emptied by forget_words.
@lru_cache(1 << 12)
def unified(form: str, tag: str) -> str:
    """Return one spelling for all doublets of a form in the language ``tag``.

    Letters are in the compatible, decomposed and recomposed form of Unicode (Unicode Standard Annex 15). What
    a reader does not take for another spelling is the same. Case and all other marks stay.
    """
    if form.isascii():
        return form
    from unicodedata import normalize

    parted = normalize("NFKD", form)
    of_scripts = _OF_SCRIPTS if max(parted) > "\u036f" else _OF_LATIN  # many patterns take long to compile
    for pattern, instead in profile(tag).doublets + of_scripts:
        parted = re.sub(pattern, instead, parted)
    return normalize("NFC", parted)


def have_other_marks(a: str, b: str, tag: str) -> bool:
    """Return whether two words are different ones by their marks, in a language whose marks are letters.

    There Thụy is not Thủy, and Lan is not Lâm. Doublets of orthography have the same marks.
    """
    return profile(tag).marks == "letters" and _marks(unified(a, tag)) != _marks(unified(b, tag))


def _marks(form: str) -> str:
    """Return the marks of a form in their order, and its letters that are none of the 26."""
    if form.isascii():
        return ""
    from unicodedata import normalize

    return "".join(sign for sign in normalize("NFD", form.lower()) if not sign.isascii())
