"""Words and figures of a text, found once for every floor above.

A word is a run of letters with their combining marks. Apostrophes and hyphens inside it belong to it
(``O'Brien``, ``anti-Taliban``); so do soft hyphens and the fillers of references. A possessive ending does
not belong to it (``Masoud's``). Marks of notes and rights do not either (``Kharkiv¹``, ``Canonym™``).

Only this module knows what is mere typesetting and not spelling: see ``plain``.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial

from canonym.text.document import FILLER
from canonym.text.span import Span
from canonym.text.values import NamedTuple

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u093a-\u094f"
    "\u09bc\u0a3c\u0b3c\u0fb5\u0fb7\u3099\u309a"
)
"""They include the marks that NFC separates from letters of Bengali, Gurmukhi, Odia, Tibetan and kana."""
APOSTROPHES = "'’ʼ‘‛`´′＇"
"""Signs that people write as apostrophes. ʻOkina and ayin are letters, so they are not here."""
HYPHENS = "-\u2010\u2011\ufe63\uff0d"
"""Signs that people write as hyphens. A soft hyphen shows only where a line breaks."""
_NUMERALS = (
    "²³¹¼-¾৴-৹୲-୷௰-௲౸-౾൘-൞൰-൸༪-༳፩-፼៰-៹᧚⁰⁴-⁹₀-₉"
    "⅐-⅟↉①-⒛⓪-⓿❶-➓⳽㆒-㆕㈠-㈩㉈-㉏㉑-㉟㊀-㊉㊱-㊿꠰-꠵\U0001f100-\U0001f10c"
)
"""Figures of notes, fractions and lists (category No). Those of ancient scripts are left out, for speed."""
_PHRASES = "\ufdfa\ufdfb"
"""Whole Arabic phrases in one sign. They follow a name."""
_RAISED = "ªºʰ-ʸˠ-ˤჼᴬ-ᴮᴰ-ᴺᴼ-ᵍᵏ-ᵪᵸᶛ-ᶿⁱⁿₐ-ₜⱼⱽⵯꚜꚝꝰꟲ-ꟴꟸꟹꭜ-ꭟꭩ"
"""Raised or lowered letters (decomposed by <super> or <sub>). Inside a word they belong to it, as in Musqueam
names; at its end they point to a note."""
_TYPESET = re.compile("[ĲĳŉſǄ-ǌǱ-ǳẚﬀ-ﬆﬓ-ﬗﬠ-ﭏ\ufb50-\ufc5d\ufc64-\ufdf9\ufe80-\ufefc]+")
"""Letters that typesetting made: ligatures, digraphs in one sign, presentation forms.

Full width, half width, mathematical letters and Roman figures in one sign are a choice of the writer: a desk
that prefers NTT in full width gets it. Other signs with a decomposition are letters of living orthographies:
Armenian ew, Thai sara am, single jamo of Hangul, Catalan l with dot."""
_LETTER = f"[^\\W\\d_ʼ{_NUMERALS}{_PHRASES}{_RAISED}]"
_LETTERS = f"{_LETTER}+(?:(?:[{_MARKS}]|[{_RAISED}](?=[{_RAISED}{_MARKS}]*{_LETTER})){_LETTER}*)*"
_WORD = (
    f"{_LETTERS}(?:(?:[{APOSTROPHES}{re.escape(HYPHENS)}\u00ad]{FILLER}*+|\\.(?={_LETTER}\\.)){_LETTERS})*"
)
_FIGURE = r"\d+(?:[.,:]\d+)*"
TOKEN = re.compile(rf"{_WORD}|\d[\d{FILLER}]*(?:[.,:]\d[\d{FILLER}]*)*")
_ASCII_TOKEN = re.compile(r"[A-Za-z]+(?:(?:['`\-]|\.(?=[A-Za-z]\.))[A-Za-z]+)*|" + _FIGURE, re.ASCII)
"""The same for pure ASCII text. It takes half the time."""
_POSSESSIVE = re.compile(f"[{APOSTROPHES}]{FILLER}*[sS]")
_TAIL = re.compile(f"(?<=.)[{APOSTROPHES}]{FILLER}*[sS]{FILLER}*\\Z", re.DOTALL)
_TAIL_ENDS = frozenset(f"sS{FILLER}")
_PLAIN = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-") | {"\u00ad": "", FILLER: ""}
)
_HYPHEN = re.compile(f"[{re.escape(HYPHENS)}]")
_PART = re.compile(f"[^{re.escape(HYPHENS)}{FILLER}][^{re.escape(HYPHENS)}]*")


class Token(NamedTuple):
    """A word or figure.

    Attributes:
        start: Offset of its first code point.
        text: Its characters, without a possessive ending.
    """

    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset after its last code point."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.start + len(self.text))

    @property
    def is_figure(self) -> bool:
        """Return whether it consists of digits."""
        return self.text[0].isdigit()

    @property
    def is_capitalised(self) -> bool:
        """Return whether it begins with a capital."""
        return self.text[0].isupper() or self.text[0].istitle()

    def parts(self) -> tuple["Token", ...]:
        """Return the parts between hyphens; the token itself if it has no hyphen."""
        if not has_hyphen(self.text):
            return (self,)
        return tuple(Token(self.start + m.start(), m.group()) for m in _PART.finditer(self.text))


_token: Callable[[tuple[int, str]], Token] = partial(tuple.__new__, Token)
"""Makes a token in a third of the time of its class. A text has thousands."""


def has_hyphen(text: str) -> bool:
    """Return whether a text has a hyphen, so that a word in it may have parts."""
    return "-" in text or (not text.isascii() and _HYPHEN.search(text) is not None)


def words(text: str) -> list[str]:
    """Return the texts of the tokens of ``text`` in order."""
    found: list[str] = (_ASCII_TOKEN if text.isascii() else TOKEN).findall(text)
    if _POSSESSIVE.search(text):
        return [_without_possessive(word) for word in found]
    return found


def tokenize(text: str, start: int = 0, end: int | None = None) -> Sequence[Token]:
    """Return the words and figures of ``text[start:end]`` in order."""
    end = len(text) if end is None else end
    pattern = _ASCII_TOKEN if text.isascii() else TOKEN
    found = [_token((match.start(), match.group())) for match in pattern.finditer(text, start, end)]
    if _POSSESSIVE.search(text, start, end):
        return [_token((at, _without_possessive(word))) for at, word in found]
    return found


def _without_possessive(word: str) -> str:
    return _TAIL.sub("", word) if word[-1] in _TAIL_ENDS else word


def plain(form: str) -> str:
    """Return ``form`` as it is spelt, without typesetting.

    The result is composed (NFC). Apostrophes and hyphens are plain, and soft hyphens are removed. Ligatures
    and the like become the letters that they stand for (compatibility decomposition, Unicode Standard Annex
    15).
    """
    if form.isascii():
        return form.replace("`", "'")
    from unicodedata import normalize

    return normalize("NFC", _TYPESET.sub(_decomposed, form).translate(_PLAIN))


def _decomposed(match: re.Match[str]) -> str:
    from unicodedata import normalize

    return normalize("NFKC", match[0])


def is_all_caps(word: str) -> bool:
    """Return whether ``word`` has at least two letters and no small one."""
    return len(word) > 1 and word.isupper()
