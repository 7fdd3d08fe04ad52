"""Which words are names of people and cities, apart from any corpus."""

from functools import lru_cache

from canonym.languages.word_files import listed_under

_WORDS = 1 << 16
"""Most words that are remembered. All texts share many words."""


# Brings .5 % of a keystroke; emptied by forget_words.
@lru_cache(_WORDS)
def known_name(word: str) -> int:
    """Return how common a folded word is as a given name, surname or city: 1 (rare) to 9; 0 if unknown.

    Each band is twice as frequent as the one below it. The word need only be attested, not correct.
    """
    return int(listed_under("spelling/data/names.txt", word) or 0)
