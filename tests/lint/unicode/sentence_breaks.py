"""Holds our sentences against Unicode's own test of their boundaries, and says where we differ.

Usage: ``python tests/lint/unicode/sentence_breaks.py DIR``. DIR has the data of Unicode, /usr/share/unicode
of the Debian package unicode-data. White space and signs of direction between two sentences may belong to
either. The language is one that we know nothing of. It exits with 1 as the test of words does.
"""

import sys
from collections.abc import Sequence

from break_tests import hold

from canonym.text.apostrophes_and_ligatures import FORMATS
from canonym.text.language import UNDETERMINED
from canonym.text.sentences import split
from canonym.text.span import Span

_SIGNS = f"[\u0308{FORMATS}]"
REASONS = {
    "a line end ends no sentence inside a paragraph": r"\n\u0308",
    "a letter that touches a stop begins a sentence only if it is a capital before a small one: E.ON, 5.a": (
        rf"[.!]{_SIGNS}*\w"
    ),
    "a sentence may begin with a small letter: al-Rashidi; abbreviations are those of the language": (
        rf"\.{_SIGNS}*\)?{_SIGNS}*’?{_SIGNS}*\s(?:{_SIGNS}|[‘(])*[a-z]"
    ),
    "nobody writes a mark of its own at the start of a sentence": "’\u200f?\xa0?\u200f?\u0308",
}
"""Why we differ, with a pattern of the texts in which we do."""


def main() -> int:
    """Print where we differ and why."""
    return hold("SentenceBreakTest.txt", REASONS, _with_words, _sentences)


def _sentences(text: str) -> Sequence[str]:
    return _with_words([span.of(text) for span in split(text, Span(0, len(text)), UNDETERMINED)])


def _with_words(segments: Sequence[str]) -> Sequence[str]:
    bare = (one.strip(f" \t\r\n\x85\xa0\u2028\u2029{FORMATS}") for one in segments)
    return [one for one in bare if any(map(str.isalnum, one))]


if __name__ == "__main__":
    sys.exit(main())
