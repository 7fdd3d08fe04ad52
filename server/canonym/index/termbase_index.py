"""The termbase as matching uses it. Every question is a look-up, never a scan."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from canonym.index.concept_list import ConceptList
from canonym.index.concept_rows import Head, Stories
from canonym.index.decisions_over_learned import merge
from canonym.index.file_reader import NO_SENSE, Damaged, Reader
from canonym.index.file_sections import Array, Table
from canonym.index.joined_words import JoinedWords
from canonym.index.memory import Memory
from canonym.index.name_word import NameWord
from canonym.index.row_bytes import numbers_of
from canonym.index.row_types import (
    Numbers,
    Postings,
    look_up,
)
from canonym.index.siblings import Siblings
from canonym.index.word_tables import DECODED, REMEMBERED, WordTables
from canonym.spelling.folding import joined
from canonym.stories.parallel_sentences import StoryIndex
from canonym.termbase.concept import Concept, Term
from canonym.termbase.language_tags import UNDETERMINED
from canonym.termbase.termbase import Termbase

__all__ = ["Index", "NameWord", "joined"]


class Index(ConceptList, WordTables):
    """A compiled termbase, ready for look-ups. It is read only where needed.

    Args:
        base: The result of ``compile_index``.
        layer: The overlay from ``compile_layer``, if people's decisions are not compiled in.
        language: The tag of the language of its names.

    Attributes:
        siblings: The indexes of the same termbases in their languages; None if there is only this one.
    """

    def __init__(self, base: Reader, layer: Reader | None = None, language: str = UNDETERMINED) -> None:
        ConceptList.__init__(self, base, layer)
        WordTables.__init__(self, base, self._layers, language)
        self.memory = Memory()
        self.language = language
        self.siblings: Siblings[Index] | None = None
        layers = self._layers
        self.articles = Array(base, "articles")[0]
        self.stories = StoryIndex(Stories(base), Postings(base))
        # Brings 4.6 and 3.2 % of a keystroke in a short and a long draft, 1.4 % of a check; emptied
        # by Index.forget.
        self._read = lru_cache(DECODED)(self._decoded)
        # Brings .6 % of a check; emptied by Index.forget.
        self._head = lru_cache(REMEMBERED)(self._headed)
        self._has_bounded, self._has_foreign = _traits(base)
        self._ids = look_up([Numbers(reader, "ids") for reader in layers])
        self._folded = look_up([Numbers(reader, "folded") for reader in layers])
        # Brings 1.4 and 0.9 % of a keystroke in a short and a long draft; emptied by Index.forget.
        self._terms = lru_cache(REMEMBERED)(look_up([Numbers(reader, "terms") for reader in layers]))
        self._cased = look_up([Numbers(reader, "cased") for reader in layers])
        self.has_cased = not all(Table(reader, "cased").is_empty for reader in layers)
        """Whether people decided on the capitals of any word."""
        # Brings 4.2 % of a check; emptied by Index.forget.
        self._openers = lru_cache(REMEMBERED)(look_up([Numbers(reader, "openers") for reader in layers]))
        self._opened = [Table(reader, "openers").row for reader in layers]
        self.cut = JoinedWords(self)
        """Finds the words in what a text writes as one."""

    @classmethod
    def build(cls, termbase: Termbase, authored: tuple[Concept, ...] = ()) -> "Index":
        """Return the index of ``termbase`` with people's decisions as an overlay."""
        return cls(Reader(compiled(termbase, authored)), language=termbase.language)

    def join(self, siblings: "Siblings[Index]") -> None:
        """Learn of the indexes of the other languages."""
        self.siblings = siblings

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
        for known in (self._read, self._head, self._terms, self._openers):
            known.cache_clear()
        self.forget_words()

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

    def complete(self, prefix: str, limit: int = 50) -> tuple[Concept, ...]:
        """Return concepts whose preferred form, or a word of it, begins so; the commonest first."""
        found = self._commonest_beginning(prefix, limit)
        return tuple(sorted(found, key=lambda c: (-c.terms[0].articles, c.id))[:limit])


def _traits(reader: Reader) -> tuple[bool, bool]:
    """Return whether any concept is bounded, and whether any has a term of another language."""
    bounded, foreign = Array(reader, "traits").between(0, 2)
    return bounded > 0, foreign > 0


def compiled(termbase: Termbase, authored: tuple[Concept, ...] = ()) -> bytes:
    """Return the bytes of the index of ``termbase`` with what people decided laid over it."""
    from canonym.index.compiler import compile_index

    whole = termbase._replace(concepts=merge(termbase.concepts, authored))
    return compile_index(whole, termbase.language)
