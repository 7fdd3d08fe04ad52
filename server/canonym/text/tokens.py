"""Words and figures of a text, found once for every floor above.

A word is a run of letters with their combining marks. Apostrophes and hyphens inside it belong to it
(``O'Brien``, ``anti-Taliban``); so do soft hyphens and the fillers of references. A possessive ending does
not belong to it (``Masoud's``). Marks of notes and rights do not either (``Kharkiv¹``, ``Canonym™``).
"""

import re
from collections.abc import Callable, Sequence
from functools import partial

from canonym.text.apostrophes_and_ligatures import APOSTROPHES, HYPHENS, MARKS, NUMERALS, PHRASES, RAISED
from canonym.text.document import FILLER
from canonym.text.span import Span
from canonym.text.values import NamedTuple

_LETTER = f"[^\\W\\d_ʼ{NUMERALS}{PHRASES}{RAISED}]"
_LETTERS = f"{_LETTER}+(?:(?:[{MARKS}]|[{RAISED}](?=[{RAISED}{MARKS}]*{_LETTER})){_LETTER}*)*"
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

    def shifted(self, by: int) -> "Token":
        """Return the token as it stands ``by`` code points further on."""
        return Token(self.start + by, self.text)

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
        return [_token((token.start, _without_possessive(token.text))) for token in found]
    return found


def _without_possessive(word: str) -> str:
    return _TAIL.sub("", word) if word[-1] in _TAIL_ENDS else word


def is_all_caps(word: str) -> bool:
    """Return whether ``word`` has at least two letters and no small one."""
    return len(word) > 1 and word.isupper()
