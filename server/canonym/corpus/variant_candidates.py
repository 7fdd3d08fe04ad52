"""Finds the established names that a word of one article may spell. Each question is a look-up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from typing import Any

from canonym.index.compared_names import compile_compared
from canonym.index.file_reader import Reader
from canonym.index.termbase_index import Index, NameWord, joined
from canonym.languages import is_derivation
from canonym.matching.name_forms import is_form_of
from canonym.spelling import are_twins, keys, same_spelling
from canonym.spelling.doublets import have_other_marks
from canonym.spelling.string_similarity import alike, most_similar
from canonym.termbase.concept import Concept
from canonym.termbase.termbase import Termbase
from canonym.text.tokens import tokenize

MIN_ARTICLES = 2
"""The least number of articles of an established name."""
MIN_SPELLING = 0.9
"""The least probability by letters for a candidate; a frame may lower it."""
MIN_FRAME_SHARE = 0.5
"""The least share of a frame's mentions that a name needs, so that words of other letters are candidates."""
MIN_FRAME_SIMILARITY = 0.6
NEAREST = 64
"""Most established words that a word is aligned with; those of its frames come first.

Without a bound, no word had more than 25 (1,701 articles, 12,673 concepts).
"""


class VariantCandidates:
    """The established words of names. It can be sent to another process.

    Args:
        compiled: The compiled index of all names.
        blocks: The established words by their blocking keys.
        language: The tag of the language of the names.
    """

    def __init__(self, compiled: bytes, blocks: Mapping[str, list[str]], language: str) -> None:
        self._compiled = compiled
        self._blocks = blocks
        self.index = index = Index(Reader(compiled), language=language)
        # Both bring nothing that can be counted with 15 articles; words repeat in a corpus. They are bounded.
        self._before = lru_cache(1 << 16)(lambda word: _strong(index.leaders(word)))
        self._behind = lru_cache(1 << 16)(lambda word: _strong(index.followers(word)))

    @classmethod
    def build(cls, termbase: Termbase) -> "VariantCandidates":
        """Return the established words of ``termbase``."""
        candidates = cls(compile_compared(termbase), blocks := defaultdict(list), termbase.language)
        for folded in _words_of_many_articles(termbase.concepts):
            if (word := candidates._established(folded)) is not None and not word.deprecated:
                for key in keys(word.form):
                    blocks[key].append(folded)
        return candidates

    def __reduce__(self) -> tuple[Any, ...]:
        return VariantCandidates, (self._compiled, self._blocks, self.index.language)

    def of(self, word: NameWord, framed: Set[str]) -> Iterator[NameWord]:
        """Yield the established words that ``word`` may spell.

        Args:
            word: The word.
            framed: Words in the same place in names whose other words are the same.
        """
        folded = word.folded
        names = set(framed)
        for neighbour in self.index.leaders(folded):
            names.update(self._behind(neighbour))
        for neighbour in self.index.followers(folded):
            names.update(self._before(neighbour))
        blocked = {name for key in keys(word.form) for name in self._blocks.get(key, ())}
        near = list(alike(word.form, (names | blocked) - {folded}, MIN_FRAME_SIMILARITY))
        for name in sorted(most_similar(word.form, near, NEAREST, first=names)):
            if is_derivation(folded, name, self.index.language) or are_twins(folded, name):
                continue
            found = self._established(name)
            if is_form_of(self.index, word.form, name) or self._is_another(word, found):
                continue
            # The letters come last, because they cost most.
            if found is not None and (name in names or same_spelling(folded, name) >= MIN_SPELLING):
                yield found

    def _is_another(self, word: NameWord, found: NameWord | None) -> bool:
        return found is not None and have_other_marks(word.form, found.form, self.index.language)

    def _established(self, folded: str) -> NameWord | None:
        word = self.index.word(folded)
        return word if word is not None and word.articles >= MIN_ARTICLES else None


def _words_of_many_articles(concepts: Iterable[Concept]) -> set[str]:
    forms = (t.form for concept in concepts for t in concept.terms if t.articles >= MIN_ARTICLES)
    tokens = {token for form in forms for token in tokenize(form)}
    return {joined(part.text) for token in tokens for part in (token, *token.parts())}


def _strong(beside: dict[str, int]) -> tuple[str, ...]:
    """Return the words that fill a place in most mentions."""
    total = sum(beside.values())
    return tuple(word for word, times in beside.items() if times >= MIN_FRAME_SHARE * total)
