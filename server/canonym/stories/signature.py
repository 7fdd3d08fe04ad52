"""The compact signature of a sentence, which finds parallel sentences in the corpus.

A telling word becomes a 32-bit key: 31 bits of the checksum of its letters. The lowest bit says whether it is
capitalised as a name. An ordinary word keeps only its first ``STEM`` letters, so that its inflections share a
key. A name keeps all letters.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain, compress
from zlib import crc32

from canonym.spelling import fold, ordinary
from canonym.termbase.termbase import Story
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.document import Document
from canonym.text.memo import Memo
from canonym.text.sentences import Sentence, sentences
from canonym.text.tokens import Token
from canonym.text.word_lists import CALENDAR, FUNCTION_WORDS

STEM = 6
MAX_SENTENCES = 80
"""Most sentences of an article. The first ones are kept, because the news comes first."""
MAX_KEYS = 40
"""Most keys of a sentence."""


# What it saves was not told from noise (25 %, a busy machine); emptied by forget_words.
@lru_cache(maxsize=1 << 16)
def word_key(word: str) -> int:
    """Return the key of ``word`` with its lowest bit clear."""
    folded = fold(word)
    if word[0].islower() or ordinary(word.lower()):
        folded = folded[:STEM]
    return crc32(folded.encode()) & ~1


def name_keys(form: str) -> frozenset[int]:
    """Return the keys of a name in signatures: its own, and that of its first part."""
    first = Token(0, form).parts()[0].text
    return frozenset((word_key(form), word_key(first)))


def sentence_keys(sentence: Sentence) -> Iterator[tuple[Token, int]]:
    """Yield the telling words of ``sentence`` with their keys, in order. Hyphened words are split."""
    for token, opens in zip(sentence.tokens, sentence.opens, strict=True):
        for part in token.parts():
            if (key := _key(part.text, opens=opens or sentence.titled)) is not None:
                yield part, key


def _key(word: str, *, opens: bool) -> int | None:
    word = plain(word)
    low = word.lower()
    if low in FUNCTION_WORDS:
        return None
    named = Token(0, word).is_capitalised and low not in CALENDAR and not (opens and ordinary(low))
    return word_key(word) | named


def _keys(word: str, *, opens: bool) -> tuple[int, ...]:
    keys = (_key(part.text, opens=opens) for part in Token(0, word).parts())
    return tuple(key for key in keys if key is not None)


# What it saves was not told from noise (25 %, a busy machine); emptied whole when it is full.
_inner_keys: Memo[str, tuple[int, ...]] = Memo(partial(_keys, opens=False))
# What it saves was not told from noise (25 %, a busy machine); emptied whole when it is full.
_opening_keys: Memo[str, tuple[int, ...]] = Memo(partial(_keys, opens=True))


def story(document: Document) -> Story:
    """Return the signature of ``document``: at most ``MAX_SENTENCES``, each of at most ``MAX_KEYS`` keys."""
    return story_of(document.path, sentences(document))


def story_of(path: str, found: Iterable[Sentence]) -> Story:
    """Return the signature of the article at ``path`` with the sentences ``found``."""
    kept = []
    for sentence in found:
        words = [token.text for token in sentence.tokens]
        columns = list(map((_opening_keys if sentence.titled else _inner_keys).__getitem__, words))
        for at in compress(range(len(words)), sentence.opens):
            columns[at] = _opening_keys[words[at]]
        keys = tuple(chain.from_iterable(columns))[:MAX_KEYS]
        if len(keys) > 1:
            kept.append(keys)
        if len(kept) == MAX_SENTENCES:
            break
    return Story(path, tuple(kept))
