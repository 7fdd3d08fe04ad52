"""Links the names of two languages of a corpus that are one name, if there is evidence.

Likeness of letters alone links nothing. Both names must stand in articles that tell the same, mostly in the
same ones, and each must be the likest name there for the other.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from jellyfish import jaro_winkler_similarity

from canonym.corpus.related.partner_articles import Keyed, Partners, partner_articles
from canonym.spelling import keys, same_spelling
from canonym.spelling.folding import joined
from canonym.spelling.grammar import LONGEST, MIN_STEM, lowered, pair
from canonym.stories.signature import word_key
from canonym.termbase.concept import Concept, Link, TermStatus
from canonym.termbase.termbase import Termbase
from canonym.text.tokens import Token, words
from canonym.text.values import NamedTuple

MOST_ARTICLES = 1 << 13
"""Most articles of a language, the last by name, that are compared with those of another."""
LIKENESS = 0.9
"""Least probability by letters that each word of two names is one."""
OVERLAP = 0.5
"""Least share of the partner articles of either name that have both."""
MIN_LETTERS = 4
_RIGHT = (TermStatus.PREFERRED, TermStatus.ADMITTED)


def linked(termbases: Sequence[Termbase]) -> list[Termbase]:
    """Return the termbases of the languages of a corpus, with links between their names."""
    links: dict[str, dict[str, list[Link]]] = {one.language: defaultdict(list) for one in termbases}
    for one, other in combinations([_Spoken(termbase) for termbase in termbases], 2):
        for found in _Comparison(one, other).pairs():
            for name, home, theirs, language, path in (
                (found.first, one, found.second, other, found.paths[1]),
                (found.second, other, found.first, one, found.paths[0]),
            ):
                form = theirs.terms[0].form
                if not language.is_case_form(form, name.terms[0].form):
                    link = Link(language.tag, form, found.likeness, found.articles, found.parallel, path)
                    links[home.tag][name.id].append(link)
    return [_with_links(one, links[one.language]) for one in termbases]


def _with_links(termbase: Termbase, links: Mapping[str, Sequence[Link]]) -> Termbase:
    if not links:
        return termbase
    concepts = termbase.concepts
    return termbase._replace(concepts=tuple([c._replace(links=tuple(links.get(c.id, ()))) for c in concepts]))


class _Pair(NamedTuple):
    """Two names that are one, and the evidence: see ``Link``."""

    first: Concept
    second: Concept
    likeness: int
    articles: int
    parallel: bool
    paths: tuple[str, str]


class _Spoken:
    """A language of the corpus: its last articles, and the names in them."""

    def __init__(self, termbase: Termbase) -> None:
        self.tag = termbase.language
        self.concepts = termbase.concepts
        count = len(termbase.stories)
        stories = (termbase.stories[n] for n in range(max(0, count - MOST_ARTICLES), count))
        self.articles = tuple(
            Keyed(story.path, array("I", {key >> 1 for keys in story.sentences for key in keys}))
            for story in stories
        )
        self._endings = termbase.endings
        self._alternating: dict[str, list[str]] = defaultdict(list)
        for both in termbase.endings:
            one, _, other = both.partition("\t")
            self._alternating[one].append(other)
            self._alternating[other].append(one)
        self._having: dict[int, list[tuple[int, frozenset[int]]]] = defaultdict(list)
        for number, concept in enumerate(termbase.concepts):
            if not concept.undecided and len(joined(concept.terms[0].form)) >= MIN_LETTERS:
                self._note(number, concept)

    def _note(self, number: int, concept: Concept) -> None:
        for term in concept.terms:
            found = [word_key(part, self.tag) >> 1 for part in _parts(term.form)]
            if term.status in _RIGHT and found:
                self._having[found[-1]].append((number, frozenset(found)))

    def names_in(self, article: int) -> frozenset[int]:
        """Return the numbers of the concepts that an article has in a right form."""
        own = frozenset(self.articles[article].keys)
        return frozenset(
            number for key in own for number, wanted in self._having.get(key, ()) if wanted <= own
        )

    def is_case_form(self, form: str, other: str) -> bool:
        """Return whether the grammar knows a form of this name that is more like ``other``."""
        if len(form.split()) != len(other.split()):
            return False
        both = zip(form.split(), other.split(), strict=True)
        return any(self._is_case_form(lowered(word), joined(model)) for word, model in both)

    def _is_case_form(self, word: str, model: str) -> bool:
        likeness = jaro_winkler_similarity(joined(word), model)
        return any(jaro_winkler_similarity(joined(one), model) > likeness for one in self._forms(word))

    def _forms(self, word: str) -> Iterator[str]:
        for size in range(min(LONGEST, len(word) - MIN_STEM) + 1):
            stem, ending = word[: len(word) - size], word[len(word) - size :]
            for other in self._alternating.get(ending, ()):
                if stem[-1] in self._endings.get(pair(ending, other), ""):
                    yield stem + other


def _parts(form: str) -> Iterator[str]:
    return (part.text for word in words(form) for part in Token(0, word).parts())


class _Comparison:
    """Compares the names of two languages in the articles that tell the same."""

    def __init__(self, one: _Spoken, other: _Spoken) -> None:
        self._one, self._other = one, other
        self._likeness: dict[tuple[int, int], float] = {}
        self._seen: tuple[Counter[int], Counter[int]] = Counter(), Counter()
        self._together: dict[tuple[int, int], list[Partners]] = defaultdict(list)

    def pairs(self) -> Iterator[_Pair]:
        """Yield the names that are one. Names that are written alike need no link."""
        for partners in partner_articles(self._one.articles, self._other.articles):
            self._read(partners)
        scores = {both: self._share(both) * self._likeness[both] for both in self._together}
        best, back = _best(scores), _best({(b, a): score for (a, b), score in scores.items()})
        for both, found in sorted(self._together.items()):
            here, there = both
            is_best = best[here] == there and back[there] == here
            if is_best and self._share(both) >= OVERLAP and len({*self._forms_of(both)}) == 2:
                yield self._pair(here, there, found)

    def _pair(self, here: int, there: int, found: Sequence[Partners]) -> _Pair:
        return _Pair(
            self._one.concepts[here],
            self._other.concepts[there],
            int(100 * self._likeness[here, there]),
            len(found),
            any(partners.parallel for partners in found),
            (self._one.articles[found[0].first].path, self._other.articles[found[0].second].path),
        )

    def _share(self, both: tuple[int, int]) -> float:
        """Return how many of the partner articles of the commoner name have both names."""
        return len(self._together[both]) / max(self._seen[0][both[0]], self._seen[1][both[1]])

    def _read(self, partners: Partners) -> None:
        mine, theirs = self._one.names_in(partners.first), self._other.names_in(partners.second)
        self._seen[0].update(mine)
        self._seen[1].update(theirs)
        block: dict[str, list[int]] = defaultdict(list)
        for there in theirs:
            for key in keys(_last_word(self._other, there)):
                block[key].append(there)
        for here in mine:
            near = {there for key in keys(_last_word(self._one, here)) for there in block[key]}
            for both in ((here, there) for there in near):
                if self._likeness_of(both) >= LIKENESS:
                    self._together[both].append(partners)

    def _likeness_of(self, both: tuple[int, int]) -> float:
        if both not in self._likeness:
            self._likeness[both] = likeness(*self._forms_of(both))
        return self._likeness[both]

    def _forms_of(self, both: tuple[int, int]) -> tuple[str, str]:
        return self._one.concepts[both[0]].terms[0].form, self._other.concepts[both[1]].terms[0].form


def _last_word(spoken: _Spoken, number: int) -> str:
    return spoken.concepts[number].terms[0].form.split()[-1]


def _best(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Return for each name the one of the other language with the highest score; of several the first."""
    found: dict[int, tuple[float, int]] = {}
    for (here, there), score in scores.items():
        found[here] = max(found.get(here, (0.0, -there)), (score, -there))
    return {here: -there for here, (_, there) in found.items()}


def likeness(form: str, other: str) -> float:
    """Return the probability by letters that two names are one: that of the word that is least alike."""
    mine, theirs = form.split(), other.split()
    if len(mine) != len(theirs):
        return 0.0
    return min(same_spelling(joined(a), joined(b)) for a, b in zip(mine, theirs, strict=True))
