"""Counts repeated text once.

The hash of its folded words identifies a sentence, so wire copy with another hyphen or quotation mark is the
same sentence. A repeated sentence belongs to the first article (by path) that has it. This is exact matching
of normalised sentences, as in the de-duplication of web corpora (Buck, Heafield and van Ooyen 2014). An
article is not independent if most of its sentences belong to others (containment, Broder 1997).

No two articles are compared. All hashes are scanned once, in slices of their range.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from canonym.corpus.kept_stories.number_file import NumberFile
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.document import Document
from canonym.text.sentences import sentence_spans
from canonym.text.span import Span
from canonym.text.tokens import words
from canonym.text.values import NamedTuple

MIN_WORDS = 5
"""Shorter sentences repeat by chance, so they are never duplicates."""
SLICE = 1 << 20
"""The approximate number of hashes that are compared at a time."""


class Printing(NamedTuple):
    """The sentences of some articles.

    Attributes:
        hashes: Their hashes in order, once for each article.
        articles: The number of the article of each hash.
        again: Numbers of the articles that have a sentence twice.
    """

    hashes: "array[int]"
    articles: "array[int]"
    again: "array[int]"


class Owned(NamedTuple):
    """The sentences of some articles that belong to an earlier article.

    Attributes:
        hashes: Their hashes.
        articles: The number of the article of each hash.
        again: Numbers of the articles that have a sentence twice.
    """

    hashes: "array[int]"
    articles: "array[int]"
    again: "array[int]"

    def by_article(self) -> dict[int, set[int]]:
        """Return the hashes by article. Articles without repetition are left out."""
        found: dict[int, set[int]] = {number: set() for number in self.again}
        for key, article in zip(self.hashes, self.articles, strict=True):
            found.setdefault(article, set()).add(key)
        return found


def sentence_hash(prose: str, span: Span) -> int | None:
    """Return a 64-bit hash of the words of a sentence; None if it is too short."""
    found = words(span.of(prose))
    if len(found) < MIN_WORDS:
        return None
    data = plain(" ".join(found)).lower().replace("-", " ").encode()
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")


def sentence_hashes(document: Document) -> list[int]:
    """Return the hashes of the sentences of ``document`` in order, without short sentences."""
    prose = document.prose
    hashes = (sentence_hash(prose, span) for span, _ in sentence_spans(document))
    return [key for key in hashes if key is not None]


def printing(articles: Iterable[list[int]]) -> Printing:
    """Return the sentences of ``articles``, given by their hashes. Articles are numbered from 0."""
    found: list[tuple[int, int]] = []
    again = array("I")
    for number, keys in enumerate(articles):
        own = set(keys)
        found += [(key, number) for key in own]
        if len(own) < len(keys):
            again.append(number)
    found.sort()
    return Printing(array("Q", [k for k, _ in found]), array("I", [n for _, n in found]), again)


class Printings:
    """The sentences of a corpus, collected part by part in temporary files."""

    def __init__(self) -> None:
        self._hashes = NumberFile("Q")
        self._articles = NumberFile("I")
        self._again: list[array[int]] = []

    def __enter__(self) -> "Printings":
        return self

    def __exit__(self, *failure: object) -> None:
        self._hashes.close()
        self._articles.close()

    def add(self, part: Printing) -> None:
        """Add the next part, in the order of the articles."""
        self._hashes.add(part.hashes)
        self._articles.add(part.articles)
        self._again.append(part.again)

    def owned(self) -> Iterator[Owned]:
        """Yield for each part those of its sentences that belong to an earlier article."""
        hashes, articles = self._hashes.parts(), self._articles.parts()
        repeated = [Owned(array("Q"), array("I"), again) for again in self._again]
        slices = 1 + sum(map(len, hashes)) // SLICE
        places = [0] * len(hashes)
        for number in range(1, slices + 1):
            seen: set[int] = set()
            for at, keys in enumerate(hashes):
                start = places[at]
                end = places[at] = bisect_left(keys, number * 2**64 // slices, start)
                for place in _repeated(keys, start, end, seen):
                    repeated[at].hashes.append(keys[place])
                    repeated[at].articles.append(articles[at][place])
        return iter(repeated)


def _repeated(keys: "memoryview[int]", start: int, end: int, seen: set[int]) -> Iterator[int]:
    """Yield the places of ``keys[start:end]`` whose key occurred before. Add all keys to ``seen``."""
    mine = keys[start:end]
    fresh = set(mine)
    if len(fresh) < end - start or not seen.isdisjoint(fresh):
        for place in range(start, end):
            key = keys[place]
            if key in seen or (place > start and keys[place - 1] == key):
                yield place
    seen |= fresh
