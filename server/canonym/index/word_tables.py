"""What a compiled termbase knows of the words of names, and of ordinary words."""

from collections.abc import Sequence
from functools import lru_cache

from canonym.index.file_reader import Reader
from canonym.index.file_sections import Table
from canonym.index.name_word import NameWord
from canonym.index.row_types import Neighbours, NumberedStrings, Strings, Texts, Words, look_up
from canonym.spelling import keys
from canonym.spelling.grammar import Grammar

REMEMBERED = 1 << 13
"""Look-ups that are remembered. Common forms repeat, others hardly occur twice."""
DECODED = 1 << 11
"""Decoded concepts and neighbours that are kept. In a large termbase they are large."""


class WordTables:
    """Look-ups by single words.

    Args:
        base: The result of ``compile_index``.
        layers: All layers, that of people's decisions first.
        language: The tag of the language of the words.
    """

    def __init__(self, base: Reader, layers: Sequence[Reader], language: str) -> None:
        # Brings .6 and .8 % of a keystroke in a short and a long draft; emptied by Index.forget.
        self._ordinary = lru_cache(REMEMBERED)(Table(base, "ordinary").has)
        # Brings .8 % of a check; emptied by Index.forget.
        self._word = lru_cache(REMEMBERED)(look_up([Words(reader) for reader in layers]))
        self.grammar = Grammar(Texts(base, "endings"), Texts(base, "prefixes"), language)
        """How the language of the corpus changes the letters of a name."""
        self._signatures = look_up([NumberedStrings(reader, "signatures") for reader in layers])
        self._blocks = look_up([Strings(reader, "blocks") for reader in layers])
        # Brings 1.4 and 2.2 % of a keystroke in a short and a long draft; emptied by Index.forget.
        self._followers = lru_cache(DECODED)(look_up([Neighbours(r, "followers") for r in layers]))
        # Brings 2.5 and 3.2 % of a keystroke in a short and a long draft; emptied by Index.forget.
        self._leaders = lru_cache(DECODED)(look_up([Neighbours(r, "leaders") for r in layers]))

    def forget_words(self) -> None:
        """Forget the remembered answers."""
        self._ordinary.cache_clear()
        for names in (self._word, self._followers, self._leaders):
            names.cache_clear()

    def is_ordinary(self, word: str) -> bool:
        """Return whether the corpus has ``word``, as it is written, for a small word or a common noun."""
        return self._ordinary(word)

    def word(self, folded: str) -> NameWord | None:
        """Return the word of names that folds to ``folded``."""
        return self._word(folded)

    def names_of_key(self, key: int) -> tuple[str, ...]:
        """Return the folded words of names that stand under ``key`` in the signature of a story."""
        return tuple(self._signatures(key >> 1))

    def candidates(self, form: str) -> set[str]:
        """Return the folded words of names that share a blocking key with ``form``."""
        return set().union(*map(self._blocks, keys(form)))

    def followers(self, folded: str) -> dict[str, int]:
        """Return the words that stand right after this word in names, with mentions."""
        return self._followers(folded)

    def leaders(self, folded: str) -> dict[str, int]:
        """Return the words that stand right before this word in names, with mentions."""
        return self._leaders(folded)
