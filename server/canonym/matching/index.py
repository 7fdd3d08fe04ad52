"""The termbase as matching reads it: every question is a look-up, none a scan."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from canonym.matching.compiled import Buffer, Reader
from canonym.matching.compiled_index import NameWord, compile_index, joined
from canonym.matching.compiled_records import Concepts
from canonym.matching.merging import merge
from canonym.matching.spelling import keys
from canonym.matching.stories import StoryIndex
from canonym.termbase.model import Concept, Term
from canonym.termbase.termbase import Termbase

__all__ = ["Index", "NameWord", "joined"]

_REMEMBERED = 1 << 16
"""Look-ups that are remembered: forms come again and again."""
_DECODED = 1 << 13
"""Concepts that are kept decoded."""


class Index:
    """A compiled termbase, ready for look-ups; nothing is read before it is asked for.

    Args:
        buffer: What ``compile_index`` returned.

    Raises:
        Damaged: The bytes are no whole index of this format.
    """

    def __init__(self, buffer: Buffer) -> None:
        self._reader = reader = Reader(buffer)
        self.articles = reader.numbers("articles")[0]
        self.stories = StoryIndex(reader)
        self._concepts = Concepts(reader)
        self._read = lru_cache(_DECODED)(self._concepts.read)
        self._ids = reader.table("ids").get
        self._folded = reader.table("folded").get
        self._terms = lru_cache(_REMEMBERED)(reader.table("terms").get)
        self._openers = lru_cache(_REMEMBERED)(reader.table("openers").get)
        self._ordinary = lru_cache(_REMEMBERED)(reader.table("ordinary").has)
        self._word = lru_cache(_REMEMBERED)(Words(reader).read)
        self._signatures = reader.number_table("signatures")
        self._blocks = reader.table("blocks").get
        self._followers = lru_cache(_DECODED)(Neighbours(reader, "followers").read)
        self._leaders = lru_cache(_DECODED)(Neighbours(reader, "leaders").read)

    @classmethod
    def build(cls, termbase: Termbase, authored: tuple[Concept, ...] = ()) -> "Index":
        """Return the index of ``termbase`` with what people decided laid over it."""
        return cls(compiled(termbase, authored))

    def concepts(self) -> Iterator[Concept]:
        """Yield all concepts in the order of their ids."""
        return map(self._concepts.read, range(len(self._concepts)))

    def concept(self, id: str) -> Concept | None:  # noqa: A002  the field's own word
        """Return the concept called ``id``."""
        found = self._ids(id)
        return self._read(found[0]) if found else None

    def resolve(self, form: str) -> tuple[Concept, ...]:
        """Return the concepts that have this very form."""
        return tuple(c for c in self.folded(form) if any(t.form == form for t in c.terms))

    def folded(self, form: str) -> tuple[Concept, ...]:
        """Return the concepts that have a form which folds like ``form``."""
        return tuple(map(self._read, self._folded(joined(form))))

    def terms(self, form: str) -> tuple[tuple[Concept, Term], ...]:
        """Return the concepts with this very form, each with its term: authored first, then the commonest."""
        found = self._terms(form)
        if not found:
            return ()
        concepts = map(self._read, found[::2])
        return tuple((c, c.terms[place]) for c, place in zip(concepts, found[1::2], strict=True))

    def longest_form(self, first: str) -> int:
        """Return the number of words of the longest form that begins with ``first``; 0 when none does."""
        return sum(self._openers(first))

    def concepts_with(self, word: NameWord) -> Iterator[Concept]:
        """Yield the concepts that have ``word`` in a form."""
        return map(self._read, word.concepts)

    def complete(self, prefix: str, limit: int = 50) -> tuple[Concept, ...]:
        """Return concepts whose preferred form, or a word of it, begins so; the commonest first."""
        start = joined(prefix).encode("utf-8", "surrogatepass")
        texts = self._reader.numbers("beginnings.texts")
        first = bisect_left(texts, start, key=self._reader.bytes_at)
        last = bisect_left(texts, start + b"\xff", key=self._reader.bytes_at)
        ranks = self._reader.numbers("ranks")
        hits = set(self._reader.numbers("beginnings.concepts")[first:last])
        return tuple(map(self._read, sorted(hits, key=ranks.__getitem__)[:limit]))

    def is_ordinary(self, word: str) -> bool:
        """Tell whether the corpus writes ``word`` small."""
        return self._ordinary(word)

    def word(self, folded: str) -> NameWord | None:
        """Return the word of names that folds to ``folded``."""
        return self._word(folded)

    def names_of_key(self, key: int) -> tuple[str, ...]:
        """Return the folded words of names that stand under ``key`` in the signature of a story."""
        return tuple(map(self._reader.string, self._signatures.get(key >> 1)))

    def candidates(self, form: str) -> set[str]:
        """Return the folded words of names that share a blocking key with ``form``."""
        places = {place for key in keys(form) for place in self._blocks(key)}
        return set(map(self._reader.string, places))

    def followers(self, folded: str) -> dict[str, int]:
        """Return the words that stand right behind this word in names, with mentions."""
        return self._followers(folded)

    def leaders(self, folded: str) -> dict[str, int]:
        """Return the words that stand right before this word in names, with mentions."""
        return self._leaders(folded)


class Words:
    """The words of names."""

    def __init__(self, reader: Reader) -> None:
        self._string = reader.string
        self._rows = reader.table("words")

    def read(self, folded: str) -> NameWord | None:
        """Return the word that folds to ``folded``."""
        numbers = self._rows.get(folded)
        if not numbers:
            return None
        articles, deprecated, count = numbers[:3]
        end = 3 + 2 * count
        forms = dict(zip(map(self._string, numbers[3:end:2]), numbers[4:end:2], strict=True))
        return NameWord(folded, forms, articles, list(numbers[end:]), bool(deprecated))


class Neighbours:
    """Words that stand beside each other in names."""

    def __init__(self, reader: Reader, name: str) -> None:
        self._string = reader.string
        self._rows = reader.table(name)

    def read(self, folded: str) -> dict[str, int]:
        """Return the neighbours of a word, with mentions."""
        numbers = self._rows.get(folded)
        return dict(zip(map(self._string, numbers[::2]), numbers[1::2], strict=True))


def compiled(termbase: Termbase, authored: tuple[Concept, ...] = ()) -> bytes:
    """Return the bytes of the index of ``termbase`` with what people decided laid over it."""
    return compile_index(merge(termbase.concepts, authored), termbase)
