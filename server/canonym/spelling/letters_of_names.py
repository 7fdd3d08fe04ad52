"""Whether a word reads as a foreign name, by its letters.

Two models of letters say how likely a word is among names and among other words (naive Bayes). Where a
script has few letters, pairs of them tell, smoothed as in Witten and Bell 1991. They are read as they are
written, and romanised, for rare letters sound like common ones. Of many signs, each tells by itself.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import log
from unicodedata import normalize

from canonym.spelling.folding import joined

_TRUST = 2.0
"""So many pairs weigh as much as the letter by itself."""
_ALPHABET = 64
"""Letters that a script may have, so that unseen ones are not impossible."""
_MANY = 256
"""From so many different signs on, each tells by itself."""


class LettersOfNames:
    """Letters of names, held against those of other words.

    Args:
        names: Names.
        words: Other words of the same language, with their mentions. Only single signs are weighed by them.
    """

    def __init__(self, names: Iterable[str], words: Mapping[str, int]) -> None:
        known = tuple(names)
        self._single = len(set(normalize("NFD", "".join(known)))) >= _MANY
        if self._single:
            self._signs = _Signs(Counter("".join(known))), _Signs(_weighed(words))
        else:
            self._pairs = _Pairs(known), _Pairs(words)

    def log_odds(self, word: str) -> float:
        """Return how much more likely ``word`` is a name than another word, as a natural logarithm."""
        if self._single:
            names, words = self._signs
            return sum(names.likelihood(sign) - words.likelihood(sign) for sign in word)
        mine, theirs = self._pairs
        readings = _readings(word)
        return sum(mine.likelihood(one) - theirs.likelihood(one) for one in readings) / 2


def _weighed(words: Mapping[str, int]) -> Counter[str]:
    signs: Counter[str] = Counter()
    for word, times in words.items():
        for sign in word:
            signs[sign] += times
    return signs


class _Signs:
    def __init__(self, signs: Counter[str]) -> None:
        self._signs = signs
        self._total = signs.total() + 8 * _MANY

    def likelihood(self, sign: str) -> float:
        return log((self._signs[sign] + 0.3) / self._total)


class _Pairs:
    def __init__(self, words: Iterable[str]) -> None:
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._before: Counter[str] = Counter()
        self._letters: Counter[str] = Counter()
        for word in words:
            for reading in _readings(word):
                self._pairs.update(pairwise(reading))
                self._before.update(reading[:-1])
                self._letters.update(reading[1:])
        self._total = self._letters.total()

    def likelihood(self, reading: str) -> float:
        return sum(log(self._share(*two)) for two in pairwise(reading))

    def _share(self, left: str, right: str) -> float:
        alone = (self._letters[right] + 1) / (self._total + _ALPHABET)
        return (self._pairs[left, right] + _TRUST * alone) / (self._before[left] + _TRUST)


def _readings(word: str) -> tuple[str, str]:
    return f"<{normalize('NFD', word)}>", f"<{joined(word).upper()}>"
