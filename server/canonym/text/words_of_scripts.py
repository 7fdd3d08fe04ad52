"""The pattern of words and figures in text of any script, after Unicode Standard Annex 29."""

import re

from canonym.text.apostrophes_and_ligatures import APOSTROPHES, FORMATS, HYPHENS, NUMERALS, PHRASES, RAISED
from canonym.text.document import FILLER
from canonym.text.scripts.unicode_tables import HIGH_MARKS, MARK_LETTERS, MARKS, PREPENDED

_LETTER = f"[^\\W\\d_ʼ{NUMERALS}{PHRASES}{RAISED}{MARK_LETTERS}{PREPENDED}]"
_GERESH, _GERSHAYIM = "\u05f3", "\u05f4"
_HEBREW = "\u05b0-\u05ea\u05ef-\u05f2"
_UNSPACED = "\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
"""Letters of Han, kana and Hangul. A dot between them parts names."""


def pattern() -> str:
    """Return a regular expression that matches a word, without regard to possessive endings, or a figure."""
    word = f"{_letters()}(?:(?:{_inside()}){_letters()})*(?:(?<=[גזצץ])['’](?![{MARKS}{_HIGH}]))?"
    digits = rf"\d[\d{MARKS}]*(?:[{_HIGH}](?<=[{HIGH_MARKS}])[\d{MARKS}]*)*"
    return rf"[{PREPENDED}]*(?:{word}|{digits}(?:[.,:٫٬]{digits})*)"


_HIGH = "\U00010000-\U0010ffff"
"""All above U+FFFF. There a set of many ranges is slow, so it is asked only where such a character stands."""


def _letters() -> str:
    """Return the pattern of a run of letters with their marks."""
    raised = f"(?<=[{RAISED}])(?=[{RAISED}{MARKS}]*{_LETTER})"
    rest = rf"(?<=[{HIGH_MARKS}])|{raised}|(?<=[{PREPENDED}])(?=[{PREPENDED}]*{_LETTER})"
    return f"{_LETTER}+(?:(?:[{MARKS}{_GERESH}]|[{RAISED}{PREPENDED}{_HIGH}](?:{rest})){_LETTER}*)*"


def _inside() -> str:
    """Return the pattern of signs that join two runs of letters."""
    hebrew = f'(?<=[{_HEBREW}]["{_GERSHAYIM}])(?=[{_HEBREW}])'
    spaced = f'(?<![{_UNSPACED}"].)(?<!")(?![{_UNSPACED}])'
    signs = f"[{APOSTROPHES}{re.escape(HYPHENS)}{FORMATS}]{FILLER}*+"
    return rf"{signs}|\.(?={_LETTER}\.)|[\"·\u055f{_GERSHAYIM}\u2027](?:{hebrew}|{spaced})"
