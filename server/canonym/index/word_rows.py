"""Compiles the words of names: what is known of each, what stands beside it, and the keys that find it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from canonym.index.file_reader import NUMBER
from canonym.index.file_writer import HELD, Scratch, Spill, Writer
from canonym.index.name_word import NameWord
from canonym.index.row_bytes import encoded, only_numbers
from canonym.index.row_types import neighbours_row, strings_row, word_row
from canonym.spelling import keys
from canonym.spelling.folding import joined
from canonym.stories.signature import name_keys
from canonym.termbase.concept import UNSETTLED, Concept, Term, TermStatus
from canonym.text.names import is_compound
from canonym.text.tokens import Token, tokenize
from canonym.text.values import NamedTuple

_WRONG = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)


class Use(NamedTuple):
    """One use of a word in a term.

    Attributes:
        form: The word as it is written.
        mentions: How often the term is there, at least once.
        articles: In how many articles.
        deprecated: Whether the term is not to be written.
        concept: The number of its concept.
    """

    form: str
    mentions: int
    articles: int
    deprecated: bool
    concept: int


class ComparedNames:
    """The tables of the words of names, for comparing them with each other.

    Args:
        scratch: Opens a file for what does not fit into memory.
        language: The tag of their language.
    """

    def __init__(self, scratch: Scratch, language: str) -> None:
        self._language = language
        self._words = Spill(scratch)
        self._signatures = Spill(scratch)
        self._followers = Spill(scratch)
        self._leaders = Spill(scratch)
        self._uses = 0

    def add(self, concept: Concept, number: int) -> None:
        """Take in the words of a concept."""
        for folded, use in uses(concept, number):
            self._uses += 1
            self._words.add(encoded(folded), (self._uses, tuple(use)))
        for left, right, mentions in neighbours(concept):
            self._followers.add(encoded(left), (right, mentions))
            self._leaders.add(encoded(right), (left, mentions))

    def write(self, writer: Writer) -> None:
        """Write all tables."""
        writer.table("words", self._word_rows())
        write_strings(writer, "signatures", self._signatures)
        for name, spill in (("followers", self._followers), ("leaders", self._leaders)):
            writer.table(name, ((key, _sum(beside)) for key, beside in spill.rows()))

    def _word_rows(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield the rows of the words, and note the keys that find each, in the order of the names."""
        for key, found in self._words.rows():
            word = word_of(key.decode(), (Use(*use) for _, use in found))
            yield key, word_row(word)
            if not word.deprecated:
                self._note_keys(word, found[0][0])

    def _note_keys(self, word: NameWord, order: int) -> None:
        for signature in signatures_of(word, self._language):
            self._signatures.add(NUMBER.pack(signature), (order, word.folded))


class Names(ComparedNames):
    """All tables of the words of names, also those that find them in drafts.

    Args:
        scratch: Opens a file for what does not fit into memory.
        language: The tag of their language.
    """

    def __init__(self, scratch: Scratch, language: str) -> None:
        super().__init__(scratch, language)
        self._openers = Spill(scratch)
        self._blocks = Spill(scratch)
        self._opened: dict[str, tuple[int, int]] = {}

    def add(self, concept: Concept, number: int) -> None:
        """Take in the words of a concept."""
        for term in concept.terms:
            for word, opens in opener(term):
                self._add_opener(word, opens)
        super().add(concept, number)

    def _add_opener(self, word: str, opens: tuple[int, int]) -> None:
        known = self._opened.get(word, (0, 0))
        both = most(known, opens)
        if both == known:
            return
        if len(self._opened) >= HELD:
            self._opened.clear()
        self._opened[word] = both
        self._openers.add(encoded(word), opens)

    def write(self, writer: Writer) -> None:
        """Write all tables."""
        writer.table("openers", ((key, only_numbers(most(*found))) for key, found in self._openers.rows()))
        super().write(writer)
        write_strings(writer, "blocks", self._blocks)

    def _note_keys(self, word: NameWord, order: int) -> None:
        super()._note_keys(word, order)
        for block in keys(word.form):
            self._blocks.add(encoded(block), (order, word.folded))


def write_strings(writer: Writer, name: str, spill: Spill) -> None:
    """Write a table of folded words, each of which stands in ``spill`` behind its place in the order."""
    writer.table(name, ((key, strings_row(word for _, word in sorted(found))) for key, found in spill.rows()))


def own_terms(concept: Concept) -> Iterator[Term]:
    """Yield the terms of the drafts' own language; those of others are known but never suggested."""
    return (term for term in concept.terms if not term.language)


def opener(term: Term) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the first word of a term with the number of its words, and 1 if the term is unsettled."""
    if tokens := _tokens(term.form):
        yield tokens[0].text, (len(tokens), int(term.status in UNSETTLED))


def most(*found: tuple[int, int]) -> tuple[int, int]:
    """Return what is known of a word that opens several terms."""
    return max(length for length, _ in found), max(unsettled for _, unsettled in found)


def uses(concept: Concept, number: int) -> Iterator[tuple[str, Use]]:
    """Yield the words of a concept's names, folded, and the parts of those with a hyphen."""
    for term in own_terms(concept):
        deprecated, mentions = term.status in _WRONG, max(term.frequency, 1)
        for form in _name_words(term):
            if folded := joined(form):
                yield folded, Use(form, mentions, term.articles, deprecated, number)


def neighbours(concept: Concept) -> Iterator[tuple[str, str, int]]:
    """Yield the folded words that stand beside each other in a name, left and right, with mentions."""
    for term in own_terms(concept):
        if term.status not in _WRONG:
            words = [joined(part.text) for token in _tokens(term.form) for part in token.parts()]
            for left, right in pairwise(words):
                yield left, right, term.frequency or 1


def word_of(folded: str, found: Iterable[Use]) -> NameWord:
    """Return the word with these uses, which come concept by concept."""
    word = NameWord(folded, {}, 0, [])
    right = set()
    for use in found:
        if not use.deprecated:
            right.add(use.form)
        word.forms[use.form] = word.forms.get(use.form, 0) + use.mentions
        word.articles = max(word.articles, use.articles)
        if not word.concepts or word.concepts[-1] != use.concept:
            word.concepts.append(use.concept)
    word.deprecated = not right
    best_first = sorted(word.forms.items(), key=lambda one: (one[0] in right, one[1], one[0]), reverse=True)
    word.forms = dict(best_first)
    return word


def signatures_of(word: NameWord, tag: str) -> set[int]:
    """Return the keys that find a word in the signatures of stories in the language ``tag``."""
    return {key >> 1 for form in word.forms for key in name_keys(form, tag)}


# Brings .9 % of learning; bounded: the oldest answer goes.
@lru_cache(64)
def _tokens(form: str) -> tuple[Token, ...]:
    return tuple(tokenize(form))


def _name_words(term: Term) -> Iterator[str]:
    for token in _tokens(term.form):
        if token.is_figure or not (token.may_name or is_compound(token)):
            continue
        yield token.text
        if len(parts := token.parts()) > 1:
            yield from (part.text for part in parts if part.may_name)


def _sum(beside: Iterable[tuple[str, int]]) -> bytes:
    counts: dict[str, int] = {}
    for word, mentions in beside:
        counts[word] = counts.get(word, 0) + mentions
    return neighbours_row(counts)
