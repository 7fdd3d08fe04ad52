"""Text that repeats counts once.

A sentence is known by the hash of its folded words, so that wire copy with another hyphen or
quotation mark is the same sentence. Hashes of all sentences are sorted once and each repeated
one is given to the first article (by path) that has it: exact matching of normalised sentences,
as in the sentence-level de-duplication of web corpora (Buck, Heafield and van Ooyen 2014); an
article most of whose sentences belong to others is no independent witness (containment, Broder 1997).
"""

from array import array
from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

from canonym.text.document import Document
from canonym.text.sentences import Sentence, sentences

MIN_WORDS = 5
"""Shorter sentences repeat by chance and are never duplicates."""


class Printing(NamedTuple):
    """The sentences of one article: its name and the hashes, each once."""

    article: str
    hashes: "array[int]"


def sentence_hash(sentence: Sentence) -> int | None:
    """Return 64 bits that stand for the words of ``sentence``; None when it is too short."""
    if len(sentence.tokens) < MIN_WORDS:
        return None
    words = " ".join(t.text.lower().replace("-", " ") for t in sentence.tokens)
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest(), "big")


def printing(document: Document) -> Printing:
    """Return the sentences of ``document`` as hashes."""
    hashes = {h for s in sentences(document) if (h := sentence_hash(s)) is not None}
    return Printing(document.path, array("Q", sorted(hashes)))


def owned_elsewhere(printings: Iterable[Printing]) -> dict[str, frozenset[int]]:
    """Tell for each article which of its sentences an article before it (by path) owns."""
    ordered = sorted(printings)
    owner: dict[int, str] = {}
    repeated: dict[str, set[int]] = {}
    for article, hashes in ordered:
        for key in hashes:
            if owner.setdefault(key, article) != article:
                repeated.setdefault(article, set()).add(key)
    return {article: frozenset(keys) for article, keys in repeated.items()}
