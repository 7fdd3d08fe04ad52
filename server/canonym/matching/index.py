"""The termbase as matching reads it: every question is a look-up, none a scan."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from canonym.matching.merging import merge
from canonym.matching.signature import word_key
from canonym.matching.spelling import fold, keys
from canonym.matching.stories import StoryIndex
from canonym.termbase.model import Concept, Origin, Term, TermStatus
from canonym.termbase.termbase import Termbase
from canonym.text.names import is_compound
from canonym.text.tokens import Token, tokenize


@dataclass(slots=True)
class NameWord:
    """One word of names, under all the forms that fold to the same letters.

    Attributes:
        folded: Its letters.
        forms: Each form to its mentions in names that people may write.
        articles: The most articles that any name with this word has.
        concepts: Numbers of the concepts with this word.
        deprecated: Whether only deprecated terms have this word.
    """

    folded: str
    forms: dict[str, int]
    articles: int
    concepts: list[int]
    deprecated: bool = True

    @property
    def form(self) -> str:
        """The best attested form."""
        return max(self.forms, key=lambda f: (self.forms[f], f))

    @property
    def frequency(self) -> int:
        """Mentions of all its forms."""
        return sum(self.forms.values())


@lru_cache(1 << 18)
def joined(form: str) -> str:
    """Return ``form`` folded, without spaces."""
    return fold(form).replace(" ", "")


class Index:
    """A termbase, ready for look-ups.

    Args:
        concepts: The concepts, authored ones merged in.
        termbase: What was learned: stories, ordinary words, number of articles.
    """

    def __init__(self, concepts: tuple[Concept, ...], termbase: Termbase) -> None:
        self._concepts = concepts
        self.articles = termbase.articles
        self._ordinary = termbase.ordinary
        self.stories = StoryIndex(termbase.stories)

    @classmethod
    def build(cls, termbase: Termbase, authored: tuple[Concept, ...] = ()) -> "Index":
        """Return the index of ``termbase`` with what people decided laid over it."""
        return cls(merge(termbase.concepts, authored), termbase)

    def concepts(self) -> Iterator[Concept]:
        """Yield all concepts in the order of their ids."""
        return iter(self._concepts)

    def concept(self, id: str) -> Concept | None:  # noqa: A002  the field's own word
        """Return the concept called ``id``."""
        return self._by_id.get(id)

    def resolve(self, form: str) -> tuple[Concept, ...]:
        """Return the concepts that have this very form."""
        return tuple(c for c in self.folded(form) if any(t.form == form for t in c.terms))

    def folded(self, form: str) -> tuple[Concept, ...]:
        """Return the concepts that have a form which folds like ``form``."""
        return tuple(self._concepts[n] for n in self._by_form.get(joined(form), ()))

    def terms(self, form: str) -> tuple[tuple[Concept, Term], ...]:
        """Return the concepts that have this very form, each with its term: authored first, then the best attested."""
        return self._terms.get(form, ())

    def longest_form(self, first: str) -> int:
        """Return of how many words the longest form is that begins with the word ``first``; 0 when none does."""
        return self._openers.get(first, 0)

    def concepts_with(self, word: NameWord) -> Iterator[Concept]:
        """Yield the concepts that have ``word`` in a form."""
        return (self._concepts[number] for number in word.concepts)

    def complete(self, prefix: str, limit: int = 50) -> tuple[Concept, ...]:
        """Return concepts with a preferred form, or a word of it, that begins like ``prefix``; the commonest first."""
        start = joined(prefix)
        hits = [c for c in self._concepts if c.preferred and _begins(c.preferred.form, start)]
        hits.sort(key=lambda c: (-c.terms[0].articles, c.id))
        return tuple(hits[:limit])

    def is_ordinary(self, word: str) -> bool:
        """Tell whether the corpus writes ``word`` small."""
        return word in self._ordinary

    def word(self, folded: str) -> NameWord | None:
        """Return the word of names that folds to ``folded``."""
        return self._words.get(folded)

    def names_of_key(self, key: int) -> tuple[str, ...]:
        """Return the folded words of names that stand under ``key`` in the signature of a story."""
        return self._by_key.get(key >> 1, ())

    def candidates(self, form: str) -> set[str]:
        """Return the folded words of names that share a blocking key with ``form``."""
        found: set[str] = set()
        for key in keys(form):
            found.update(self._blocks.get(key, ()))
        return found

    def followers(self, folded: str) -> dict[str, int]:
        """Return the words that stand right behind this word in names, with mentions."""
        return self._pairs[0].get(folded, {})

    def leaders(self, folded: str) -> dict[str, int]:
        """Return the words that stand right before this word in names, with mentions."""
        return self._pairs[1].get(folded, {})

    @cached_property
    def _by_id(self) -> dict[str, Concept]:
        return {c.id: c for c in self._concepts}

    @cached_property
    def _by_form(self) -> dict[str, list[int]]:
        forms: dict[str, list[int]] = defaultdict(list)
        for number, concept in enumerate(self._concepts):
            for key in dict.fromkeys(joined(t.form) for t in concept.terms):
                forms[key].append(number)
        return forms

    @cached_property
    def _terms(self) -> dict[str, tuple[tuple[Concept, Term], ...]]:
        found: dict[str, list[tuple[Concept, Term]]] = defaultdict(list)
        for concept in self._concepts:
            for term in concept.terms:
                found[term.form].append((concept, term))
        return {form: tuple(sorted(pairs, key=_standing)) for form, pairs in found.items()}

    @cached_property
    def _openers(self) -> dict[str, int]:
        openers: dict[str, int] = {}
        for form in self._terms:
            words = [t.text for t in tokenize(form)]
            if words:
                openers[words[0]] = max(openers.get(words[0], 0), len(words))
        return openers

    @cached_property
    def _words(self) -> dict[str, NameWord]:
        words: dict[str, NameWord] = {}
        for number, concept in enumerate(self._concepts):
            for term in _norm(concept):
                for token in _name_words(term):
                    _count_word(words, token.text, term, number)
        return words

    @cached_property
    def _by_key(self) -> dict[int, tuple[str, ...]]:
        names: dict[int, tuple[str, ...]] = {}
        for folded, word in self._words.items():
            if not word.deprecated:
                for key in {word_key(f) >> 1 for f in word.forms}:
                    names[key] = (*names.get(key, ()), folded)
        return names

    @cached_property
    def _blocks(self) -> dict[str, list[str]]:
        blocks: dict[str, list[str]] = defaultdict(list)
        for folded, word in self._words.items():
            if not word.deprecated:
                for key in keys(word.form):
                    blocks[key].append(folded)
        return blocks

    @cached_property
    def _pairs(self) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]]:
        after: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        before: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for concept in self._concepts:
            for term in _norm(concept):
                if term.status is not TermStatus.DEPRECATED:
                    words = [joined(p.text) for t in tokenize(term.form) for p in t.parts()]
                    for left, right in zip(words, words[1:], strict=False):
                        after[left][right] += term.frequency or 1
                        before[right][left] += term.frequency or 1
        return after, before


def _standing(pair: tuple[Concept, Term]) -> tuple[bool, bool, bool, int, str]:
    concept, term = pair
    wrong = term.status in (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)
    return concept.origin is not Origin.AUTHORED, bool(term.language), wrong, -term.articles, concept.id


def _norm(concept: Concept) -> Iterator[Term]:
    """The terms of the drafts' own language; those of others are known but never suggested."""
    return (term for term in concept.terms if not term.language)


def _begins(form: str, start: str) -> bool:
    return joined(form).startswith(start) or any(joined(w).startswith(start) for w in form.split())


def _name_words(term: Term) -> Iterable[Token]:
    for token in tokenize(term.form):
        if token.is_figure or not (token.is_capitalised or is_compound(token)):
            continue
        yield token
        if len(parts := token.parts()) > 1:
            yield from (p for p in parts if p.is_capitalised)


def _count_word(words: dict[str, NameWord], form: str, term: Term, concept: int) -> None:
    folded = joined(form)
    if not folded:
        return
    word = words.setdefault(folded, NameWord(folded, {}, 0, []))
    if term.status is not TermStatus.DEPRECATED:
        word.deprecated = False
    word.forms[form] = word.forms.get(form, 0) + max(term.frequency, 1)
    word.articles = max(word.articles, term.articles)
    if not word.concepts or word.concepts[-1] != concept:
        word.concepts.append(concept)
