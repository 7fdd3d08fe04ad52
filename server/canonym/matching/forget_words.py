"""Forgets what is remembered of words. An editor adds a new word with every keystroke.

A command ends before that matters; a server calls this now and then. What the open drafts need is also
remembered elsewhere (``index/memory.py``), so the next check is hardly slower.
"""

from canonym.index.termbase_index import Index
from canonym.languages import is_derivation, ordinary
from canonym.matching.draft_sentence import naming
from canonym.spelling import align, keys, known_name, readings, same_spelling
from canonym.spelling.doublets import unified
from canonym.spelling.folding import joined
from canonym.spelling.string_similarity import similarity_of
from canonym.stories.signature import word_key
from canonym.text.joining.joined_writing import are_words

_OF_WORDS = (
    align,
    is_derivation,
    joined,
    keys,
    known_name,
    similarity_of,
    naming,
)
_MORE = (are_words, ordinary, readings, same_spelling, unified, word_key)


def forget_words(index: Index) -> None:
    """Forget what is remembered of words, and what ``index`` said of them."""
    for known in (*_OF_WORDS, *_MORE):
        known.cache_clear()
    index.forget()
