"""Folds forms: one plain spelling for forms that differ only in case, marks, script or punctuation."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from canonym.spelling.data_tables import rows
from canonym.text.scripts.lookalikes import unmixed

_SCRIPTS = "[\u0401\u0451\u0590-\u08ff\u0900-\u0a7f\u0d7a-\u0d7f\ufb1d-\ufdff\ufe70-\ufeff]|[еЕ]\u0308"
"""What has other spellings that Latin letters do not show. Patterns are compiled when a form needs them."""
_SIGNS = (
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u093c\u0a3c]|(?<=[еЕ])\u0308"
)
"""Points, vowel signs, hamza on a carrier, the stretched line, nukta, the dots of ё."""
_PUNCTUATION = dict.fromkeys(range(0x2010, 0x2028))
"""Quotation marks, dashes and the like, which fold to nothing. Few texts have other signs beyond letters."""
_NASALS = "[ङञणनम]्(?=[क-नप-मस])"
"""A nasal before a consonant. Many texts write a dot in its place."""
_CARRIERS = str.maketrans("ٱىیکةۀەൺൻർൽൾൿँ", "اييكهههണനരലളകं")


def fold(form: str) -> str:
    """Return the form in the letters a to z and digits, with one space between words.

    Other scripts are transliterated. Marks are dropped, and so is everything that is neither letter nor
    digit: apostrophes and ayin, hyphens, full stops. Letters that nobody romanised stay as they are, for else
    different words would be equal. Folding is idempotent. The result may be empty.
    """
    if not form.isascii():
        form = _romanise(form)
    if form.isalpha():
        return form.lower()
    return " ".join(filter(None, (_letters(word) for word in form.split()))).lower()


# Brings .7 % of a keystroke in a long draft, .8 % of learning; emptied by forget_words.
@lru_cache(1 << 15)
def joined(form: str) -> str:
    """Return ``form`` folded, without spaces."""
    return fold(form).replace(" ", "")


def sound_out(form: str) -> str:
    """Return the form folded by sound, without spaces: a letter with a mark becomes its sound (š as sh)."""
    if not form.isascii():
        table = _sounds()
        form = "".join([table.get(letter, letter) for letter in form.casefold()])
    return fold(form).replace(" ", "")


def _letters(word: str) -> str:
    return word if word.isalnum() else "".join(filter(str.isalnum, word))


def _romanise(form: str) -> str:
    if not form.isalpha():
        form = form.translate(_PUNCTUATION)
    form = unmixed(form)
    if max(form, default="") > "Ѐ" and _has_other_spellings()(form):
        from unicodedata import normalize

        bare = re.sub(_SIGNS, "", normalize("NFKD", form)).translate(_CARRIERS)
        form = normalize("NFC", re.sub(_NASALS, "ं", bare))
    return form.translate(_ROMANISED)


class _Romanised(dict[int, str]):
    """Latin letters by code point. A text has few different ones, and unidecode asks a table for each."""

    def __missing__(self, code: int) -> str:
        from unidecode import unidecode  # few forms need it, and its tables are large

        letter = chr(code)
        self[code] = unidecode(letter) or (letter if letter.isalpha() else "")
        return self[code]


_ROMANISED = _Romanised()


@cache
def _has_other_spellings() -> Callable[[str], object]:
    return re.compile(_SCRIPTS).search


@cache
def _sounds() -> dict[str, str]:
    return {letter: sound for letter, sound, _source in rows("letters.tsv")}
