"""Words and figures of a text, found once for every floor above.

A word is a run of letters of any script with their marks and joiners, by the rules of Unicode (Unicode
Standard Annex 29). Apostrophes and hyphens inside it belong to it (``O'Brien``, ``anti-Taliban``). So do a
dot in the middle (``paral·lel``), the geresh and gershayim of Hebrew, soft hyphens, signs of direction and
the fillers of references. Marks of notes and rights do not (``Kharkiv¹``, ``Canonym™``). Nor does an s behind
an apostrophe: English ``Masoud's``, Dutch ``Rutte's``, Catalan ``que's``. In each language that writes one,
it is an ending or a word of its own. Other endings behind an apostrophe are learned as grammar. No
word begins or ends inside a grapheme cluster. Where we differ from the annex,
``tests/lint/unicode/word_breaks.py`` says why.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, partial

from canonym.text.apostrophes_and_ligatures import APOSTROPHES, HYPHENS
from canonym.text.document import FILLER
from canonym.text.span import Span
from canonym.text.values import NamedTuple

_ASCII_TOKEN = re.compile(r"[A-Za-z]+(?:(?:['`\-]|\.(?=[A-Za-z]\.))[A-Za-z]+)*|\d+(?:[.,:]\d+)*", re.ASCII)
"""The words of pure ASCII text, in half the time."""
_COMMON = (
    "\0-\u00b6\u00b8-\u02ff\u0370-\u0482\u048a-\u055e\u0560-\u0588\u1e00-\u200b\u2010-\u2026\u2028\u2029\u202f-\u205f"
    "\u20a0-\u20cf\u2100-\u214f\u2190-\u23ff\u2500-\u2775\u2794-\u2bff"
)
"""Latin, Greek, Cyrillic and Armenian without marks apart, and signs that need no rules of other scripts."""
_RARE = re.compile(f"[^{_COMMON}]")
_RAISED = "ªºʰ-ʸˠ-ˤ"
_UNUSUAL = re.compile(f"[{_RAISED}ʼ²³¹¼-¾]")
"""Raised letters and figures, and the apostrophe that is a letter."""


def _common_token(letter: str, run: str) -> str:
    joint = rf"['’ʼ‘‛`´′\-\u00ad\u058a\u2010\u2011]|\.(?={letter}\.)"
    return rf"{run}(?:(?:{joint}){run})*|\d+(?:[.,:]\d+)*"


_USUAL_TOKEN = re.compile(_common_token(r"[^\W\d_]", r"[^\W\d_]+"))
"""The words of text in these characters without the unusual ones. It is compiled in half the time."""
_LAST_OF_CASED = "\u058f"
"""Up to here, in Latin, Greek, Cyrillic and Armenian, a letter without a capital begins no word of note."""
_POSSESSIVE = re.compile(f"[{APOSTROPHES}]{FILLER}*[sS]")
_POSSESSIVE_ENDS = ("s", "S")
_TAIL_ENDS = frozenset((*_POSSESSIVE_ENDS, *FILLER))
_HYPHENS = frozenset(HYPHENS)
_PART = re.compile(f"(?!{FILLER})[^{re.escape(HYPHENS)}]+")


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

    @property
    def may_name(self) -> bool:
        """Return whether its first letter allows a name: a capital, or one of a script without capitals."""
        return self.is_capitalised or is_caseless(self.text)

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


@cache
def _is_caseless(letter: str) -> bool:
    # Mathematical letters are small or capital, but neither has the other.
    is_small = letter.islower() and letter == letter.upper()
    return letter.isalpha() and letter == letter.title() and not letter.isupper() and not is_small


def is_caseless(word: str) -> bool:
    """Return whether ``word`` is in a script whose letters have no capital at the start of a name.

    Georgian is one: it has capitals only for lines that are wholly in capitals.
    """
    return word[:1] > _LAST_OF_CASED and _is_caseless(word[0])


def is_small(word: str) -> bool:
    """Return whether ``word`` has small letters where its script would show a name by a capital."""
    return word.islower() and not is_caseless(word)


def has_hyphen(text: str) -> bool:
    """Return whether a text has a hyphen, so that a word in it may have parts."""
    return "-" in text or (not text.isascii() and not _HYPHENS.isdisjoint(text))


def pattern_for(text: str, start: int, end: int) -> re.Pattern[str]:
    """Return a pattern that finds the words and figures of ``text[start:end]``, the quickest of four."""
    if text.isascii():
        return _ASCII_TOKEN
    if not is_of_common_scripts(text, start, end):
        return any_script()
    return common_scripts() if _UNUSUAL.search(text, start, end) else _USUAL_TOKEN


def is_of_common_scripts(text: str, start: int, end: int) -> bool:
    """Return whether ``text[start:end]`` is Latin, Greek or Cyrillic, and needs no rules of other scripts."""
    return text.isascii() or _RARE.search(text, start, end) is None


@cache
def common_scripts() -> re.Pattern[str]:
    """Return the pattern for text of common scripts with unusual characters."""
    letter = f"[^\\W\\d_ʼ²³¹¼-¾{_RAISED}]"
    return re.compile(_common_token(letter, f"{letter}+(?:[{_RAISED}]+{letter}+)*"))


@cache
def any_script() -> re.Pattern[str]:
    """Return the pattern for text of any script. To compile it takes longer than most drafts are checked."""
    from canonym.text.words_of_scripts import pattern

    return re.compile(pattern())


def words(text: str) -> list[str]:
    """Return the texts of the tokens of ``text`` in order."""
    found: list[str] = pattern_for(text, 0, len(text)).findall(text)
    if _POSSESSIVE.search(text):
        return [_without_possessive(word) for word in found]
    return found


def tokenize(text: str, start: int = 0, end: int | None = None) -> Sequence[Token]:
    """Return the words and figures of ``text[start:end]`` in order."""
    end = len(text) if end is None else end
    matches = pattern_for(text, start, end).finditer(text, start, end)
    found = [_token((match.start(), match.group())) for match in matches]
    if _POSSESSIVE.search(text, start, end):
        return [_token((token.start, _without_possessive(token.text))) for token in found]
    return found


def _without_possessive(word: str) -> str:
    if word[-1] not in _TAIL_ENDS:
        return word
    bare = word.rstrip(FILLER)
    stem = bare[:-1].rstrip(FILLER)
    return stem[:-1] if bare[-1:] in _POSSESSIVE_ENDS and len(stem) > 1 and stem[-1] in APOSTROPHES else word


def is_all_caps(word: str) -> bool:
    """Return whether ``word`` has at least two letters and no small one."""
    return len(word) > 1 and word.isupper()
