"""Typesetting, which is no spelling: apostrophes, hyphens, ligatures, and note marks behind a word."""

import re

from canonym.text.document import FILLER

APOSTROPHES = "'’ʼ‘‛`´′＇"
"""Signs that people write as apostrophes. ʻOkina and ayin are letters, so they are not here."""
HYPHENS = "-\u058a\u05be\u1806\u2010\u2011\u2e17\u30a0\ufe63\uff0d"
"""Signs that people write as hyphens, among them the maqaf. A soft hyphen shows only where a line breaks."""
FORMATS = (
    "\u00ad\u061c\u180e\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
    "\u206a\u206b\u206c\u206d\u206e\u206f\ufeff\ufff9\ufffa\ufffb"
)
"""Invisible signs that part no word (Word_Break=Format, without our own joiner): soft hyphens, directions."""
NUMERALS = (
    "²³¹¼-¾৴-৹୲-୷௰-௲౸-౾൘-൞൰-൸༪-༳፩-፼៰-៹᧚⁰⁴-⁹₀-₉"
    "⅐-⅟↉①-⒛⓪-⓿❶-➓⳽㆒-㆕㈠-㈩㉈-㉏㉑-㉟㊀-㊉㊱-㊿꠰-꠵\U0001f100-\U0001f10c"
)
"""Figures of notes, fractions and lists (category No). Those of ancient scripts are left out, for speed."""
PHRASES = "\ufdfa\ufdfb"
"""Whole Arabic phrases in one sign. They follow a name."""
RAISED = "ªºʰ-ʸˠ-ˤჼᴬ-ᴮᴰ-ᴺᴼ-ᵍᵏ-ᵪᵸᶛ-ᶿⁱⁿₐ-ₜⱼⱽⵯꚜꚝꝰꟲ-ꟴꟸꟹꭜ-ꭟꭩ"
"""Raised or lowered letters (decomposed by <super> or <sub>). Inside a word they belong to it, as in Musqueam
names; at its end they point to a note."""
_TYPESET = re.compile("[ĲĳŉſǄ-ǌǱ-ǳẚﬀ-ﬆﬓ-ﬗﬠ-ﭏ\ufb50-\ufc5d\ufc64-\ufdf9\ufe80-\ufefc]+")
"""Letters that typesetting made: ligatures, digraphs in one sign, presentation forms.

Full width, half width, mathematical letters and Roman figures in one sign are a choice of the writer: a desk
that prefers NTT in full width gets it. Other signs with a decomposition are letters of living orthographies:
Armenian ew, Thai sara am, single jamo of Hangul, Catalan l with dot."""
_TYPESET_SIGN = re.compile(f"[{re.escape(APOSTROPHES + HYPHENS + FORMATS + FILLER)}]|{_TYPESET.pattern}")
_UNCHANGED = re.compile("[A-Za-zÀ-ÖØ-öø-ıĴ-ňŊ-žƀ-ƿЀ-ҁҊ-ӿ]+")
"""Letters that are plain and composed. Most words of many languages have no others."""
_PLAIN = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-") | dict.fromkeys(FORMATS + FILLER, "")
)


def plain(form: str) -> str:
    """Return ``form`` as it is spelt, without typesetting.

    The result is composed (NFC). Apostrophes and hyphens are plain. Soft hyphens and signs of direction are
    removed. Ligatures and the like become the letters that they stand for (compatibility decomposition,
    Unicode Standard Annex 15).
    """
    if form.isascii():
        return form.replace("`", "'")
    if _UNCHANGED.fullmatch(form):
        return form
    from unicodedata import is_normalized, normalize

    if is_normalized("NFC", form) and _TYPESET_SIGN.search(form) is None:
        return form  # as nearly every word of Russian
    return normalize("NFC", _TYPESET.sub(_decomposed, form).translate(_PLAIN))


def _decomposed(match: re.Match[str]) -> str:
    from unicodedata import normalize

    return normalize("NFKC", match[0])
