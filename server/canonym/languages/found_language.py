"""Finds the language of a text: by its small words, by its script, then by a detector."""

from functools import cache
from typing import Any

from canonym.languages.known_profiles import language
from canonym.text.scripts.script_of_words import script_of
from canonym.text.tokens import words

_SAMPLE = 4000
"""Code points from the start of a text that are looked at."""
_LETTERS = 20
"""Least letters of a text whose language is looked for."""
_DIFFERENT_WORDS = 6
"""Least different words of a text that the detector sees. Fewer are a heading, and often names alone."""
_SMALL_WORDS = 0.22
"""The least share of words of the closed classes that shows a language."""
_SCRIPTS = """
0370-03FF el 0530-058F hy 0590-05FF he 0A00-0A7F pa 0A80-0AFF gu 0B00-0B7F or 0B80-0BFF ta 0C00-0C7F te
0C80-0CFF kn 0D00-0D7F ml 0D80-0DFF si 0E00-0E7F th 0E80-0EFF lo 1000-109F my 10A0-10FF ka 1200-139F am
1780-17FF km 1F00-1FFF el 3040-30FF ja 3400-9FFF zh AC00-D7AF ko
""".split()
"""Ranges of letters that one language has in most texts."""


def found_language(prose: str, expected: str) -> str:
    """Return the tag of the language that ``prose`` is in.

    Args:
        prose: The text, without markup.
        expected: The tag to return where the text is too short, or nothing shows its language.
    """
    if _has_small_words(prose[:_SAMPLE], expected):
        return expected
    sample = prose[:_SAMPLE]
    from collections import Counter  # most texts do not come so far

    letters: Counter[str] = Counter()
    for letter, times in Counter(sample).items():  # each letter is looked up once
        if letter.isalpha():
            letters[_of_script(letter)] += times
    if letters.total() < _LETTERS:
        return expected
    if letters["ja"] * 10 > letters.total():  # kana between Chinese characters
        return "ja"
    script, count = letters.most_common(1)[0]
    if script and count * 2 > letters.total():
        return script
    told = _of_one_script(words(sample))
    if len(set(told)) < _DIFFERENT_WORDS:
        return expected
    return _detected(" ".join(told)) or expected


def _of_one_script(found: list[str]) -> list[str]:
    """Return the words of the commonest script. The others may be a quotation, or the same text once more."""
    from collections import Counter

    scripts = [script_of(word) for word in found]
    commonest = max(Counter(scripts).items(), key=lambda item: item[1], default=("", 0))[0]
    return [word for word, script in zip(found, scripts, strict=True) if script == commonest]


def is_in(prose: str, tag: str) -> bool:
    """Return whether ``prose`` shows that it is in the language ``tag``."""
    return _has_small_words(prose[:_SAMPLE], tag) or found_language(prose, "") == tag


def _has_small_words(text: str, tag: str) -> bool:
    small = language(tag).function_words
    found = [word.lower() for word in words(text)] if small else []
    return bool(found) and sum(word in small for word in found) >= _SMALL_WORDS * len(found)


def _of_script(letter: str) -> str:
    """Return the language that alone uses the script of a letter; empty if there is none."""
    if letter < "\u0370":
        return ""
    code = ord(letter)
    return next((tag for start, end, tag in _ranges() if start <= code <= end), "")


@cache
def _ranges() -> tuple[tuple[int, int, str], ...]:
    pairs = zip(_SCRIPTS[::2], _SCRIPTS[1::2], strict=True)
    return tuple((*(int(end, 16) for end in span.split("-")), tag) for span, tag in pairs)  # type: ignore[misc]


def _detected(text: str) -> str:
    """Return what the detector says; empty if it is not sure."""
    found = _detector().detect(text)
    return str(found.language) if found.language and found.is_reliable() else ""


@cache
def _detector() -> Any:  # noqa: ANN401  (its library has no types)
    from eld import LanguageDetector

    return LanguageDetector()
