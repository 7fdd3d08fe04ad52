"""Words and figures of a text, found once for every floor above.

A word is a run of letters with their combining marks; apostrophes and hyphens inside it
belong to it (``O'Brien``, ``anti-Taliban``), soft hyphens too; a possessive tail does not (``Masoud's``).
"""

import re
from collections.abc import Callable, Sequence
from functools import partial

from canonym.text.span import Span
from canonym.text.values import NamedTuple

_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u093a-\u094f"
_LETTER = "[^\\W\\d_]"
_LETTERS = f"{_LETTER}(?:{_LETTER}|[{_MARKS}])*"
_WORD = f"{_LETTERS}(?:(?:['’ʼ‘`\\-\u00ad\u2010\u2011]|\\.(?={_LETTER}\\.)){_LETTERS})*"
_FIGURE = r"\d+(?:[.,:]\d+)*"
TOKEN = re.compile(f"{_WORD}|{_FIGURE}")
_ASCII_TOKEN = re.compile(r"[A-Za-z]+(?:(?:['`\-]|\.(?=[A-Za-z]\.))[A-Za-z]+)*|" + _FIGURE, re.ASCII)
"""The same for text of ASCII characters alone, in half the time."""
_POSSESSIVES = ("'s", "’s", "ʼs", "'S", "’S", "ʼS")
_POSSESSIVE = re.compile("['’ʼ][sS]")
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-", "\u00ad": ""})
_PART = re.compile("[^\\-\u2010\u2011]+")


class Token(NamedTuple):
    """A word or figure.

    Attributes:
        start: Offset of its first code point.
        text: As it is written, without a possessive tail.
    """

    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset behind its last code point."""
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.start + len(self.text))

    @property
    def is_figure(self) -> bool:
        """Tell whether it is made of digits."""
        return self.text[0].isdigit()

    @property
    def is_capitalised(self) -> bool:
        """Tell whether it begins with a capital."""
        return self.text[0].isupper() or self.text[0].istitle()

    def parts(self) -> tuple["Token", ...]:
        """Return the parts between hyphens; the token itself when it has none."""
        if not has_hyphen(self.text):
            return (self,)
        return tuple(Token(self.start + m.start(), m.group()) for m in _PART.finditer(self.text))


_token: Callable[[tuple[int, str]], Token] = partial(tuple.__new__, Token)
"""Makes a token, of which a text has thousands, in a third of the time that the class takes."""


def has_hyphen(text: str) -> bool:
    """Tell whether a word, or some word of a text, may have parts."""
    return "-" in text or "\u2010" in text or "\u2011" in text


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
    return word[:-2] if len(word) > 2 and word.endswith(_POSSESSIVES) else word


def plain(form: str) -> str:
    """Return ``form`` composed (NFC), with plain apostrophes and hyphens, none of them soft."""
    if form.isascii():
        return form
    from unicodedata import normalize

    return normalize("NFC", form.translate(_PLAIN))


def is_all_caps(word: str) -> bool:
    """Tell whether ``word`` has two letters or more and no small one."""
    return len(word) > 1 and word.isupper()
