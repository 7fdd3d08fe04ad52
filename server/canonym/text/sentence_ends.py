"""The patterns that find the ends of sentences, of all scripts."""

import re
from functools import cache

from canonym.text.document import FILLER, HIDDEN, JOINER
from canonym.text.scripts.sentence_signs import COMMON_ENDS, SENTENCE_ENDS, STRONG_ENDS
from canonym.text.tokens import is_of_common_scripts
from canonym.text.values import NamedTuple

_BEHIND = f"\"'”’»)]⁰¹²³⁴⁵⁶⁷⁸⁹†‡{JOINER}{HIDDEN}{FILLER}"
"""What may stand between a stop and the next sentence: closing marks, note marks, delimiters of markup."""
_CLOSERS = "“‘«›}\u3009\u300b\u300d\u300f\u3011\u3015\uff09\uff3d\uff5d\uff63\u061c\u200e\u200f\u202c\u2069"
"""The same in other languages and scripts: *„Geh.“*, *»Geh.«*, 「…。」. The last are signs of direction."""
_SPACE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000"
)


class StopPatterns(NamedTuple):
    """What finds the ends of sentences in a text.

    Attributes:
        sign: A sign that may end a sentence.
        stop: The end of a sentence, from such a sign on.
        signs: These signs.
        behind: What may stand behind them at the end of a text.
    """

    sign: re.Pattern[str]
    stop: re.Pattern[str]
    signs: str
    behind: str

    def close(self, text: str) -> bool:
        """Return whether ``text`` has a stop at its end."""
        bare = text.rstrip(self.behind)
        return bool(bare) and bare[-1] in self.signs


def _patterns(signs: str, behind: str, more: str = "") -> StopPatterns:
    # To compile a set of characters beyond Latin-1 takes long, so there are few.
    opening = rf"\"{FILLER}*(?=\w)|[“«]{FILLER}*(?=\w)"
    return StopPatterns(
        re.compile(f"[{signs}]"),
        re.compile(rf"[{signs}{FILLER}]+[{re.escape(behind)}]*(?=\s|{opening})|[.!?](?=[^\W\d_]{{2}}){more}"),
        signs,
        behind + _SPACE,
    )


COMMON = _patterns(COMMON_ENDS, _BEHIND + _CLOSERS[:4])


@cache
def _of_all_scripts() -> StopPatterns:
    signs = SENTENCE_ENDS
    more = rf"|[{STRONG_ENDS}][{signs}{FILLER}]*[{_CLOSERS[3:]}]*|\uff0e(?=[\u3040-\u9fff])"
    return _patterns(signs, _BEHIND + _CLOSERS, more)


def stop_patterns(text: str, start: int, end: int) -> StopPatterns:
    """Return the patterns for ``text[start:end]``. Those for all scripts are slower."""
    return COMMON if is_of_common_scripts(text, start, end) else _of_all_scripts()


def is_joined(text: str, sign: str, end: int) -> bool:
    """Return whether a letter touches a stop, and is no capital before a small letter: example.com, E.ON.

    Args:
        text: The text.
        sign: The first sign of the stop.
        end: Where it ends.
    """
    after = text[end : end + 2]
    return sign in COMMON_ENDS and after[:1].isalpha() and not (after[0].isupper() and after[1:].islower())
