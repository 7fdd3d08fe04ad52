"""The patterns that find the ends of sentences, of all scripts."""

import re
from functools import cache

from canonym.text.document import FILLER, HIDDEN, JOINER
from canonym.text.scripts.sentence_signs import COMMON_ENDS, SENTENCE_ENDS, STRONG_ENDS
from canonym.text.tokens import is_of_common_scripts
from canonym.text.values import NamedTuple

_BEHIND = rf"\"'”’»)\]⁰¹²³⁴-⁹†‡{JOINER}{HIDDEN}{FILLER}"
"""What may stand between a stop and the next sentence: closing marks, note marks, delimiters of markup."""
_CLOSERS = "“‘«›}\u3009\u300b\u300d\u300f\u3011\u3015\uff09\uff3d\uff5d\uff63"
"""The same in other languages and scripts: *„Geh.“*, *»Geh.«*, 「…。」."""


class StopPatterns(NamedTuple):
    """What finds the ends of sentences in a text.

    Attributes:
        sign: A sign that may end a sentence.
        stop: The end of a sentence that begins with such a sign.
        closed: The end of a text that is a whole sentence.
    """

    sign: re.Pattern[str]
    stop: re.Pattern[str]
    closed: re.Pattern[str]


def _patterns(signs: str, behind: str, more: str = "") -> StopPatterns:
    return StopPatterns(
        re.compile(f"[{signs}]"),
        re.compile(
            rf"[{signs}][{signs}{FILLER}]*[{behind}]*(?=\s|[“\"«]{FILLER}*(?=\w))|[.!?](?=[^\W\d_]{{2}}){more}"
        ),
        re.compile(rf"[{signs}][{behind}\s]*\Z"),
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
