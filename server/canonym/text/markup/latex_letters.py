r"""Letters that LaTeX writes as commands (``\'e``, ``{\ss}``, ``\v{s}``), and how to write signs (``\&``).

The commands are those of the LaTeX kernel (``ltoutenc.dtx``).
"""

import re

from canonym.text.markup.base import Quoting

_MARKS = {
    **{"'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304"},
    **{".": "\u0307", "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328"},
    **{"r": "\u030a", "d": "\u0323", "b": "\u0331", "t": "\u0361"},
}  # fmt: skip
"""The combining mark of each accent command."""
_LETTERS = {
    **{"ss": "ß", "ae": "æ", "oe": "œ", "aa": "å", "AE": "Æ", "OE": "Œ", "AA": "Å", "o": "ø", "O": "Ø"},
    **{"l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ"},
    **{"DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "textasciitilde": "~", "textasciicircum": "^", "textbackslash": "\\"},
    **{"textquoteright": "’", "textquoteleft": "‘", "textquotesingle": "'"},
}  # fmt: skip
"""What other commands without an argument stand for."""
_NAMES = "|".join(sorted(_LETTERS, key=len, reverse=True))
_LETTER = (
    r"\\(?:['`^\"~=.][ \t]*(?:\{\\?\w*\}|\\?\w)|[cvuHkrdbt](?:[ \t]*\{\\?\w*\}|[ \t]+\w(?!\w*[{\\]))"
    rf"|(?:{_NAMES})(?![A-Za-z])(?:\{{\}}|[ \t]+(?=\w))?)"
)
LETTER = rf"(?:\{{{_LETTER}\}}|{_LETTER})"
"""A letter as a command, with the braces around it."""
_PARTS = re.compile(
    r"\\(?P<mark>[^A-Za-z]|[cvuHkrdbt](?=[ \t{]))[ \t]*\{?\\?(?P<base>\w*)\}?|\\(?P<name>[A-Za-z]+).*"
)
SIGNS = frozenset("&%$#_{}")
"""Signs that are text after a backslash."""
_WRITTEN = {one: f"\\{one}" for one in SIGNS} | {
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "\\": "\\textbackslash{}",
}


def letter_of(written: str) -> str | None:
    """Return the letter that a match of ``LETTER`` stands for; None if it is unknown."""
    inner = written[1:-1] if written.startswith("{") else written
    found = _PARTS.fullmatch(inner)
    if found is None:
        return None
    if found["name"]:
        return _LETTERS.get(found["name"])
    if not found["base"].isalpha():  # an accent over a figure makes no word
        return None
    from unicodedata import normalize

    base = found["base"]
    return normalize("NFC", base[0] + _MARKS[found["mark"]] + base[1:])


def _write(text: str, _: str) -> str:
    return "".join(_WRITTEN.get(one, one) for one in text)


LATEX = Quoting("LaTeX", _write)
