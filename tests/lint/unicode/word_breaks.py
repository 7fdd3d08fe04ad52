"""Holds our words against Unicode's own test of word boundaries, and says where we differ.

Usage: ``python tests/lint/unicode/word_breaks.py DIR``. DIR has Unicode's data, such as /usr/share/unicode of
the Debian package unicode-data. It exits with 1 if a line of WordBreakTest.txt differs for no reason that is
listed here, or a reason has no line.
"""

import sys

from break_tests import hold

from canonym.text.apostrophes_and_ligatures import FORMATS
from canonym.text.scripts.unicode_tables import HIGH_MARKS, MARKS
from canonym.text.tokens import any_script

_MARK = f"[{MARKS}{HIGH_MARKS}{FORMATS}]"
_HAN = "[\u3031-\u3035\u3040-\u30ff\u3400-\u9fff]"
_TRAILING = rf"\w{_MARK}*[{FORMATS}]{_MARK}*(?!\w)"
_MIXED = rf"{_HAN}{_MARK}*'?\w|\w{_MARK}*'?{_HAN}"
REASONS = {
    "a sign with a mark of its own joins nothing, as nobody writes one inside a word": f"[:'.,]{_MARK}",
    "a format sign at the end of a word is no part of it, for a fix must leave it": _TRAILING,
    "a joiner does not make a picture a part of the word": r"\w\u200d(?![\w\s])",
    "letters and figures are words apart: B-52, 5th": rf"\d{_MARK}*[^\W\d_]|[^\W\d_]{_MARK}*\d",
    "an underscore parts words: snake_case": "_",
    "a colon parts words and joins figures: *Name:word*, 12:30": r"\w:\w",
    "an apostrophe parts figures": r"\d'\d",
    "an apostrophe ends a Hebrew word only behind letters that take a geresh": rf"[א-ת]{_MARK}*'(?!\w)",
    "a run of Han or kana is one word, since nothing parts the words in it": _MIXED,
}
"""Why we differ, with a pattern of the texts in which we do."""


def main() -> int:
    """Print where we differ and why."""
    return hold(
        "WordBreakTest.txt",
        REASONS,
        lambda segments: [one for one in segments if any(map(str.isalnum, one))],
        lambda text: [match.group() for match in any_script().finditer(text)],
    )


if __name__ == "__main__":
    sys.exit(main())
