"""The compact signature of a sentence, which finds parallel sentences in the corpus.

A telling word becomes a 32-bit key: 31 bits of the checksum of its letters. The lowest bit says whether it is
capitalised as a name. An ordinary word keeps only its first ``STEM`` letters, so that its inflections share a
key. A name keeps all letters.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache, partial
from itertools import chain, compress
from zlib import crc32

from canonym.languages import ordinary
from canonym.spelling import fold
from canonym.termbase.termbase import Story
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.document import Document
from canonym.text.language import Language
from canonym.text.memo import Memo
from canonym.text.sentences import Sentence, sentences
from canonym.text.tokens import Token

STEM = 6
MAX_SENTENCES = 80
"""Most sentences of an article. The first ones are kept, because the news comes first."""
MAX_KEYS = 40
"""Most keys of a sentence."""


# Brings .4 % of a check; emptied by forget_words.
@lru_cache(maxsize=1 << 16)
def word_key(word: str, tag: str) -> int:
    """Return the key of ``word``, of the language ``tag``, with its lowest bit clear."""
    folded = fold(word)
    if word[0].islower() or ordinary(word.lower(), tag):
        folded = folded[:STEM]
    return crc32(folded.encode()) & ~1


def name_keys(form: str, tag: str) -> frozenset[int]:
    """Return the keys of a name in signatures: its own, and that of its first part."""
    first = Token(0, form).parts()[0].text
    return frozenset((word_key(form, tag), word_key(first, tag)))


def sentence_keys(sentence: Sentence) -> Iterator[tuple[Token, int]]:
    """Yield the telling words of ``sentence`` with their keys, in order. Hyphened words are split."""
    for token, opens in zip(sentence.tokens, sentence.opens, strict=True):
        for part in token.parts():
            if (key := _key(part.text, sentence.language, opens=opens or sentence.titled)) is not None:
                yield part, key


def _key(word: str, language: Language, *, opens: bool) -> int | None:
    word = plain(word)
    low = language.small(word)
    if low in language.function_words or ((opens or word == low) and low in language.common_words):
        return None
    named = Token(0, word).may_name and low not in language.calendar
    return word_key(word, language.tag) | (named and not (opens and ordinary(low, language.tag)))


def _keys(language: Language, word: str, *, opens: bool) -> tuple[int, ...]:
    keys = (_key(part.text, language, opens=opens) for part in Token(0, word).parts())
    return tuple(key for key in keys if key is not None)


# Brings 9.6 % of learning; emptied whole when it is full.
@cache
def _keys_in(language: Language, *, opens: bool) -> Memo[str, tuple[int, ...]]:
    return Memo(partial(_keys, language, opens=opens))


def story(document: Document) -> Story:
    """Return the signature of ``document``: at most ``MAX_SENTENCES``, each of at most ``MAX_KEYS`` keys."""
    return story_of(document.path, sentences(document))


def story_of(path: str, found: Iterable[Sentence]) -> Story:
    """Return the signature of the article at ``path`` with the sentences ``found``."""
    kept = []
    for sentence in found:
        words = [token.text for token in sentence.tokens]
        opening = _keys_in(sentence.language, opens=True)
        inner = opening if sentence.titled else _keys_in(sentence.language, opens=False)
        columns = list(map(inner.__getitem__, words))
        for at in compress(range(len(words)), sentence.opens):
            columns[at] = opening[words[at]]
        keys = tuple(chain.from_iterable(columns))[:MAX_KEYS]
        if len(keys) > 1:
            kept.append(keys)
        if len(kept) == MAX_SENTENCES:
            break
    return Story(path, tuple(kept))
