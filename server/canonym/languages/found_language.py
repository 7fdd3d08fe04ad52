"""Finds the language of a text: by its small words, by its script, then by a detector."""

from functools import cache
from typing import Any

from canonym.languages.kin import is_kin
from canonym.languages.known_profiles import CLOSED_CLASSES, language
from canonym.text.language import UNDETERMINED
from canonym.text.scripts.script_of_words import script_of
from canonym.text.tokens import words

_SAMPLE = 4000
"""Code points from the start of a text that are looked at."""
_DIFFERENT_WORDS = 6
"""Least different words of a text that the detector sees. Fewer are a heading, and often names alone."""
_AS_LIKELY = 0.9
"""From this share of the score of the likeliest language on, the expected one is as likely."""
_SMALL_WORDS = 0.22
"""The least share of words of the closed classes that shows a language."""
_MANY_WORDS = 20
"""Least different words of a text that small words alone tell without the detector."""
_CLEAR = 0.3
"""The least share of small words of a language that is clear, if no other language has a third as many.

123 articles each: German has .34 to .48, of English .10 at most. Kin such as French and Spanish share more.
"""
_TRIED_FIRST = "en"
"""The language whose small words are looked for where nothing is expected. It only saves the detector."""
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
        expected: The tag to return where the text is too short, or nothing shows its language. Where it is
            ``und``, a short text is of the language of which it has the most small words.
    """
    sample, is_expected = prose[:_SAMPLE], expected != UNDETERMINED.tag
    told = words(sample)
    likely = expected if is_expected else _TRIED_FIRST if _is_long(told) else ""
    if _share_of_small_words(told, likely) >= _SMALL_WORDS:
        return likely
    found = _of_letters(sample) or _of_clear_small_words(told) or _detected(_of_one_script(told), expected)
    if is_expected:
        return expected if not found or is_kin(expected, found) else found
    return found or _of_most_small_words(told)


def _of_letters(sample: str) -> str:
    """Return the language whose letters most letters of a text are; empty if several languages have them."""
    from collections import Counter  # most texts do not come so far

    letters: Counter[str] = Counter()
    for letter, times in Counter(sample).items():  # each letter is looked up once
        if letter.isalpha():
            letters[_of_script(letter)] += times
    if letters["ja"] * 10 > letters.total():  # kana between Chinese characters
        return "ja"
    most = letters.most_common(1)
    return most[0][0] if most and most[0][1] * 2 > letters.total() else ""


def _is_long(told: list[str]) -> bool:
    return len(set(told)) >= _DIFFERENT_WORDS


def _of_one_script(found: list[str]) -> list[str]:
    """Return the words of the commonest script. The others may be a quotation, or the same text once more."""
    from collections import Counter

    begins = [word[0] if word[0].isalpha() else word for word in found]
    scripts = {begin: script_of(begin) for begin in set(begins)}
    counted = Counter(map(scripts.__getitem__, begins))
    commonest = max(counted.items(), key=lambda item: item[1], default=("", 0))[0]
    return [word for word, begin in zip(found, begins, strict=True) if scripts[begin] == commonest]


def _of_most_small_words(told: list[str]) -> str:
    (second, _), (most, tag) = _shares(told)[-2:]
    return tag if most >= _SMALL_WORDS and most > second else UNDETERMINED.tag


def _of_clear_small_words(told: list[str]) -> str:
    """Return the language whose small words a long text has, and hardly those of others; empty if none."""
    if len(set(told)) < _MANY_WORDS:
        return ""
    (second, _), (most, tag) = _shares(told)[-2:]
    return tag if most >= _CLEAR and second * 3 <= most else ""


def _shares(told: list[str]) -> list[tuple[float, str]]:
    """Return the share of small words of each language, sorted. Each word is looked up once."""
    from collections import Counter

    times = Counter([word.lower() for word in told])
    small = ((times.keys() & language(tag).function_words, tag) for tag in CLOSED_CLASSES)
    return sorted((sum(map(times.__getitem__, some)) / max(1, len(told)), tag) for some, tag in small)


def _share_of_small_words(told: list[str], tag: str) -> float:
    small = language(tag).function_words
    return sum(map(small.__contains__, map(str.lower, told))) / len(told) if small and told else 0.0


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


def _detected(told: list[str], expected: str) -> str:
    """Return the language that the detector sees; empty if it is not sure, or sees too few words.

    Names show where their bearers come from, and an English text on Kyiv looks Slavic by them. So small words
    alone tell, if there are enough. Else they and all words must tell the same.
    """
    small = [word for word in told if not word[0].isupper()]
    if _is_long(small) and (found := _surely(small, expected)):
        return found
    found = _surely(told, expected) if small and _is_long(told) else ""
    return found if found and _detector().detect(" ".join(small)).language == found else ""


def _surely(told: list[str], expected: str) -> str:
    """Return what the detector says; empty if it is not sure, or the expected language is as likely."""
    found = _detector().detect(" ".join(told))
    if not found.language or not found.is_reliable():
        return ""
    scores = found.scores()
    close = scores.get(expected.partition("-")[0], 0.0) >= _AS_LIKELY * scores[found.language]
    return "" if close else str(found.language)


@cache
def _detector() -> Any:  # noqa: ANN401  (its library has no types)
    from eld import LanguageDetector

    return LanguageDetector()
