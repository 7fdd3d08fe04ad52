"""Text that repeats counts once.

A sentence is known by the hash of its folded words, so that wire copy with another hyphen or
quotation mark is the same sentence. Each repeated one is given to the first article (by path) that
has it: exact matching of normalised sentences, as in the sentence-level de-duplication of web
corpora (Buck, Heafield and van Ooyen 2014); an article most of whose sentences belong to others is
no independent witness (containment, Broder 1997).
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

from canonym.text.document import Document
from canonym.text.sentences import Sentence, sentences

MIN_WORDS = 5
"""Shorter sentences repeat by chance and are never duplicates."""
SLICE = 1 << 20
"""Hashes that are held against each other at a time, about."""


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
    """Tell for each article which of its sentences an article before it (by path) owns.

    The hashes are gone through in slices of their range, so that memory beside the arrays themselves
    does not grow with the corpus.
    """
    ordered = sorted(printings)
    slices = 1 + sum(len(hashes) for _, hashes in ordered) // SLICE
    places = [0] * len(ordered)
    repeated: dict[str, set[int]] = {}
    for number in range(1, slices + 1):
        limit = number * 2**64 // slices
        seen: set[int] = set()
        for at, (article, hashes) in enumerate(ordered):
            end = bisect_left(hashes, limit, places[at])
            mine = hashes[places[at] : end]
            places[at] = end
            if again := seen.intersection(mine):
                repeated.setdefault(article, set()).update(again)
            seen.update(mine)
    return {article: frozenset(keys) for article, keys in repeated.items()}
