"""Letters of two scripts that look the same, which people and programs put into each other's words."""

import re
from collections import Counter
from functools import cache

_PAIRS = """
AА BВ CС EЕ HН IІ JЈ KК MМ OО PР SЅ TТ XХ YУ aа cс eе hһ iі jј oо pр sѕ xх yу ÏЇ ïї ËЁ ëё
AΑ BΒ EΕ ZΖ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ YΥ XΧ aα iι vν oο pρ
АΑ ВΒ ЕΕ НΗ ІΙ КΚ МΜ ОΟ РΡ ТΤ ХΧ аα оο рρ
""".split()
"""Pairs of Latin and Cyrillic, Latin and Greek, Cyrillic and Greek letters.

Source: Unicode Technical Standard 39, ``confusables.txt``, letters in common use.
"""
_SCRIPTS = (("A", "Z"), ("a", "z"), ("\u00c0", "\u024f")), (("\u0370", "\u03ff"),), (("\u0400", "\u052f"),)
"""The ranges of the letters of each script."""
_RUN = r"[^\W\d_]+"


def unmixed(text: str) -> str:
    """Return ``text`` with each word in the script that most of its letters are in: Kиїв in Cyrillic alone.

    A word stays as it is if a letter of another script has no lookalike in that one.
    """
    if not text or max(text) < "\u0370" or min(text) > "\u03ff":
        return text  # in Latin letters alone, or in those of neither Latin nor Greek
    if len(set(map(_script, text)) - {None}) < 2:
        return text
    return re.sub(_RUN, lambda found: _in_one_script(found[0]), text)


def _in_one_script(word: str) -> str:
    scripts = Counter(script for script in map(_script, word) if script is not None)
    if len(scripts) < 2:
        return word
    most = scripts.most_common(1)[0][0]
    strangers = [letter for letter in set(word) if _script(letter) not in (most, None)]
    instead = {ord(letter): _lookalikes().get((letter, most), "") for letter in strangers}
    return word.translate(instead) if all(instead.values()) else word


# A text has few different letters, and each word asks for all of its own.
@cache
def _script(letter: str) -> int | None:
    return next((n for n, ranges in enumerate(_SCRIPTS) if any(a <= letter <= z for a, z in ranges)), None)


@cache
def _lookalikes() -> dict[tuple[str, int | None], str]:
    pairs = (*_PAIRS, *(pair[::-1] for pair in _PAIRS))
    return {(pair[0], _script(pair[1])): pair[1] for pair in pairs}
