"""The termbase as matching uses it. Every question is a look-up, never a scan."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from heapq import merge as merged

from canonym.index.concept_rows import Concepts, Head, Stories
from canonym.index.decisions_over_learned import merge
from canonym.index.file_reader import NO_SENSE, Damaged, Reader
from canonym.index.file_sections import Array, Spans, Table
from canonym.index.memory import Memory
from canonym.index.name_word import NameWord
from canonym.index.row_bytes import numbers_of
from canonym.index.row_types import (
    Neighbours,
    NumberedStrings,
    Numbers,
    Postings,
    Strings,
    Texts,
    Words,
    look_up,
)
from canonym.spelling import keys
from canonym.spelling.folding import joined
from canonym.spelling.grammar import Grammar
from canonym.stories.parallel_sentences import StoryIndex
from canonym.termbase.concept import Concept, Origin, Term
from canonym.termbase.language_tags import UNDETERMINED
from canonym.termbase.termbase import Termbase

__all__ = ["Index", "NameWord", "joined"]

_REMEMBERED = 1 << 13
"""Look-ups that are remembered. Common forms repeat, others hardly occur twice."""
_DECODED = 1 << 11
"""Decoded concepts and neighbours that are kept. In a large termbase they are large."""


class Siblings:
    """The indexes of the same termbases, one for each language. Each is opened when a text asks for it.

    Args:
        first: The index of the project's language.
        open_index: Opens the index of a language by its tag.
    """

    def __init__(self, first: "Index", open_index: "Callable[[str], Index]") -> None:
        self._open = open_index
        self._first = first
        self._known = {first.language: first}
        first.siblings = self

    def in_language(self, tag: str) -> "Index":
        """Return the index for texts of the language ``tag``.

        Raises:
            TermbaseError: A termbase is unusable.
        """
        index = self._known.get(tag)
        if index is None:
            index = self._known[tag] = self._open(tag)
            index.siblings = self
            index.memory.patience = self._first.memory.patience
        return index

    def opened(self) -> "tuple[Index, ...]":
        """Return the indexes that texts asked for."""
        return tuple(self._known.values())


class Index:
    """A compiled termbase, ready for look-ups. It is read only where needed.

    Args:
        base: The result of ``compile_index``.
        layer: The overlay from ``compile_layer``, if people's decisions are not compiled in.
        language: The tag of the language of its names.

    Attributes:
        siblings: The indexes of the same termbases in their languages; None if there is only this one.
    """

    def __init__(self, base: Reader, layer: Reader | None = None, language: str = UNDETERMINED) -> None:
        self.memory = Memory()
        self.language = language
        self.siblings: Siblings | None = None
        self._layers = layers = (base,) if layer is None else (layer, base)
        self.articles = Array(base, "articles")[0]
        self.stories = StoryIndex(Stories(base), Postings(base))
        self._below = Concepts(base)
        self._above = None if layer is None else Concepts(layer)
        self._gone = frozenset[int]() if layer is None else frozenset(Array(layer, "gone"))
        # Brings 4.6 and 3.2 % of a keystroke in a short and a long draft, 1.4 % of a check; emptied
        # by Index.forget.
        self._read = lru_cache(_DECODED)(self._decoded)
        # Brings .6 % of a check; emptied by Index.forget.
        self._head = lru_cache(_REMEMBERED)(self._headed)
        self._has_bounded, self._has_foreign = _traits(base)
        self._ids = look_up([Numbers(reader, "ids") for reader in layers])
        self._folded = look_up([Numbers(reader, "folded") for reader in layers])
        # Brings 1.4 and 0.9 % of a keystroke in a short and a long draft; emptied by Index.forget.
        self._terms = lru_cache(_REMEMBERED)(look_up([Numbers(reader, "terms") for reader in layers]))
        self._cased = look_up([Numbers(reader, "cased") for reader in layers])
        self.has_cased = not all(Table(reader, "cased").is_empty for reader in layers)
        """Whether people decided on the capitals of any word."""
        # Brings 4.2 % of a check; emptied by Index.forget.
        self._openers = lru_cache(_REMEMBERED)(look_up([Numbers(reader, "openers") for reader in layers]))
        self._opened = [Table(reader, "openers").row for reader in layers]
        # Brings .6 and .8 % of a keystroke in a short and a long draft; emptied by Index.forget.
        self._ordinary = lru_cache(_REMEMBERED)(Table(base, "ordinary").has)
        # Brings .8 % of a check; emptied by Index.forget.
        self._word = lru_cache(_REMEMBERED)(look_up([Words(reader) for reader in layers]))
        self.grammar = Grammar(Texts(base, "endings"), Texts(base, "prefixes"), language)
        """How the language of the corpus changes the letters of a name."""
        self._signatures = look_up([NumberedStrings(reader, "signatures") for reader in layers])
        self._blocks = look_up([Strings(reader, "blocks") for reader in layers])
        # Brings 1.4 and 2.2 % of a keystroke in a short and a long draft; emptied by Index.forget.
        self._followers = lru_cache(_DECODED)(look_up([Neighbours(r, "followers") for r in layers]))
        # Brings 2.5 and 3.2 % of a keystroke in a short and a long draft; emptied by Index.forget.
        self._leaders = lru_cache(_DECODED)(look_up([Neighbours(r, "leaders") for r in layers]))

    @classmethod
    def build(cls, termbase: Termbase, authored: tuple[Concept, ...] = ()) -> "Index":
        """Return the index of ``termbase`` with people's decisions as an overlay."""
        return cls(Reader(compiled(termbase, authored)), language=termbase.language)

    def in_language(self, tag: str) -> "Index":
        """Return the index for texts of the language ``tag``; this one if the termbases have no other."""
        if tag == self.language or self.siblings is None:
            return self
        return self.siblings.in_language(tag)

    def forget(self) -> None:
        """Forget the remembered answers in all languages. The compiled indexes give them again."""
        for index in self.siblings.opened() if self.siblings else (self,):
            index.forget_own()

    def forget_own(self) -> None:
        """Forget the remembered answers in this language alone."""
        for known in (self._read, self._head, self._terms, self._openers, self._ordinary):
            known.cache_clear()
        for names in (self._word, self._followers, self._leaders):
            names.cache_clear()

    @property
    def size(self) -> int:
        """The number of concepts."""
        return len(self._below) - len(self._gone) + (len(self._above) if self._above else 0)

    @property
    def undecided(self) -> int:
        """The number of concepts that wait for a decision."""
        lists = [Array(reader, "undecided") for reader in self._layers]
        return sum(map(len, lists)) - sum(number in self._gone for number in lists[-1])

    def concepts(self) -> Iterator[Concept]:
        """Yield all concepts in the order of their ids."""
        below = (self._below.read(n) for n in range(len(self._below)) if n not in self._gone)
        if self._above is None:
            return below
        above = map(self._above.read, range(len(self._above)))
        return merged(above, below, key=lambda concept: concept.id)

    def authored(self) -> Iterator[Concept]:
        """Yield the concepts that people wrote, in the order of their ids."""
        among = self.concepts() if self._above is None else map(self._above.read, range(len(self._above)))
        return (concept for concept in among if concept.origin is Origin.AUTHORED)

    def undecided_concepts(self) -> Iterator[Concept]:
        """Yield the concepts that wait for a decision, those that people wrote first."""
        if self._above is not None:
            yield from map(self._above.read, Array(self._layers[0], "undecided"))
        below = Array(self._layers[-1], "undecided")
        yield from (self._below.read(number) for number in below if number not in self._gone)

    def _headed(self, number: int) -> Head:
        first = len(self._below)
        if self._above is None or number < first:
            return self._below.head(number)
        return self._above.head(number - first)

    def _decoded(self, number: int) -> Concept:
        first = len(self._below)
        if self._above is None or number < first:
            return self._below.read(number)
        return self._above.read(number - first)

    def concept(self, id: str) -> Concept | None:  # noqa: A002  the field's own word
        """Return the concept with this id."""
        found = self._ids(id)
        return self._read(found[0]) if found else None

    def resolve(self, form: str) -> tuple[Concept, ...]:
        """Return the concepts that have exactly this form."""
        return tuple(c for c in self.folded(form) if any(t.form == form for t in c.terms))

    def folded(self, form: str) -> tuple[Concept, ...]:
        """Return the concepts that have a form with the same folding as ``form``."""
        return tuple(map(self._read, self._folded(joined(form))))

    def terms(self, form: str) -> tuple[tuple[Concept, Term], ...]:
        """Return the concepts with exactly this form and their terms: authored first, then the commonest."""
        found = self._terms(form)
        if not found:
            return ()
        pairs = zip(map(self._read, found[::2]), found[1::2], strict=False)
        # A forged index may name a term that does not exist.
        return tuple((c, c.terms[place]) for c, place in pairs if place < len(c.terms))

    def has(self, form: str) -> bool:
        """Return whether a concept has exactly this form."""
        return bool(self._terms(form))

    def best(self, form: str) -> tuple[Concept, Term]:
        """Return the first of ``terms`` without reading the others. A surname may have thousands.

        Raises:
            ValueError: No concept has exactly this form.
            Damaged: The index names a concept that does not have the form.
        """
        number, place = self._terms(form)[:2]
        concept = self._read(number)
        if place >= len(concept.terms):
            raise Damaged(NO_SENSE)
        return concept, concept.terms[place]

    def cased(self, small: str) -> tuple[tuple[Concept, Term], ...]:
        """Return the words whose decided capitals are outside of ``small``."""
        found = self._cased(small)
        pairs = zip(map(self._read, found[::2]), found[1::2], strict=False)
        return tuple((c, c.terms[place]) for c, place in pairs if place < len(c.terms))

    def longest_form(self, first: str) -> int:
        """Return the number of words of the longest form that begins with ``first``; 0 when none does."""
        found = self._openers(first)
        return found[0] if found else 0

    def opens_unsettled(self, first: str) -> bool:
        """Return whether ``first`` may begin a form that is not to be written, or that nothing decides."""
        for row_of in self._opened:
            row = row_of(first)
            if row is not None:
                return any(numbers_of(row)[1:])
        return False

    def heads(self, word: NameWord) -> Iterator[Head]:
        """Yield the heads of the concepts that have ``word`` in a form; a surname may have thousands."""
        return map(self._head, word.concepts)

    def bounded(self, form: str) -> Iterator[Concept]:
        """Yield the concepts with this very form of which somebody decided what is never meant by them."""
        numbers: Sequence[int] = self._terms(form)[::2]
        if not self._has_bounded:
            numbers = self._decided(numbers)
        return (self._read(number) for number in numbers if self._head(number).is_bounded)

    def is_foreign(self, form: str) -> bool:
        """Return whether this very form is one of another language in some concept."""
        found = self._terms(form)
        if not self._has_foreign and not self._decided(found[::2]):
            return False
        return any(term.language for _, term in self.terms(form))

    def _decided(self, numbers: Sequence[int]) -> list[int]:
        """Return the numbers of concepts that lie in the layer above."""
        first = len(self._below)
        return [] if self._above is None else [number for number in numbers if number >= first]

    def complete(self, prefix: str, limit: int = 50) -> tuple[Concept, ...]:
        """Return concepts whose preferred form, or a word of it, begins so; the commonest first."""
        base = self._layers[-1]
        ranks = Array(base, "ranks")
        hits = _beginning(base, joined(prefix)) - self._gone
        found = list(map(self._read, sorted(hits, key=ranks.__getitem__)[:limit]))
        if self._above is not None:
            found += map(self._above.read, _beginning(self._layers[0], joined(prefix)))
        return tuple(sorted(found, key=lambda c: (-c.terms[0].articles, c.id))[:limit])

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


def _traits(reader: Reader) -> tuple[bool, bool]:
    """Return whether any concept is bounded, and whether any has a term of another language."""
    bounded, foreign = Array(reader, "traits").between(0, 2)
    return bounded > 0, foreign > 0


def _beginning(reader: Reader, start: str) -> set[int]:
    """The numbers of the concepts whose preferred form, or a word of it, begins with ``start``."""
    data, texts = start.encode("utf-8", "surrogatepass"), Spans(reader, "beginnings")
    places = range(texts.count)
    first = bisect_left(places, data, key=lambda place: bytes(texts[place]))
    last = bisect_left(places, data + b"\xff", key=lambda place: bytes(texts[place]))
    return set(Array(reader, "beginnings.concepts").between(first, last))


def compiled(termbase: Termbase, authored: tuple[Concept, ...] = ()) -> bytes:
    """Return the bytes of the index of ``termbase`` with what people decided laid over it."""
    from canonym.index.compiler import compile_index

    whole = termbase._replace(concepts=merge(termbase.concepts, authored))
    return compile_index(whole, termbase.language)
