"""What the dictionaries of a language say of a word."""

from functools import lru_cache

from canonym.languages.known_profiles import profile
from canonym.languages.word_files import has

_WORDS = 1 << 16
"""Most words that are remembered. All texts share many words."""


# Brings .8 % of any work, and more where other answers are not remembered; emptied by forget_words.
@lru_cache(_WORDS)
def ordinary(word: str, tag: str) -> bool:
    """Return whether dictionaries of the language ``tag`` write a folded word in lower case."""
    return _has("words.txt", word, tag)


def proper(word: str, tag: str) -> bool:
    """Return whether dictionaries of the language ``tag`` write a folded word with a capital: Tibet."""
    return _has("proper.txt", word, tag)


def has_dictionary(tag: str) -> bool:
    """Return whether there are dictionaries of the language ``tag``."""
    return bool(profile(tag).data)


def _has(name: str, word: str, tag: str) -> bool:
    data = profile(tag).data
    return bool(data) and has(f"languages/data/{data}/{name}", word)
