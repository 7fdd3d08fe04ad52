"""Counts over many articles: an associative, commutative sum of what each article adds."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from canonym.termbase.concept import Attestation

MAX_ATTESTATIONS = 3
"""Examples kept of each run, from as many articles; the first by path, whatever the order of articles."""


@dataclass(slots=True)
class RunCount:
    """How often one run of words stands in the corpus.

    Attributes:
        middle: Mentions whose capitals are due to nothing but the name.
        first: Mentions at a place that asks for a capital.
        articles: Independent articles with a mention of the first sort.
        first_articles: Independent articles with mentions of the second sort alone.
        places: Examples, at most one an article.
    """

    middle: int = 0
    first: int = 0
    articles: int = 0
    first_articles: int = 0
    places: tuple[Attestation, ...] = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return RunCount, (self.middle, self.first, self.articles, self.first_articles, self.places)

    def add(self, other: "RunCount") -> None:
        """Add the counts of ``other``."""
        self.middle += other.middle
        self.first += other.first
        self.articles += other.articles
        self.first_articles += other.first_articles
        if other.places:
            self.places = best_places((*self.places, *other.places))


@dataclass
class Statistics:
    """Counts over a set of articles; ``add`` merges two sets.

    Attributes:
        articles: Independent articles.
        small: Word to how often it is written small.
        small_articles: Word to the number of articles that write it small.
        middle: Capitalised word to mentions that show it is a name.
        first: Capitalised word to mentions that show nothing.
        runs: Words of a run, one space between them, to its counts.
        acronyms: Long form and acronym to how often they are given together.
    """

    articles: int = 0
    small: Counter[str] = field(default_factory=Counter)
    small_articles: Counter[str] = field(default_factory=Counter)
    middle: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    runs: dict[str, RunCount] = field(default_factory=dict)
    acronyms: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, other: "Statistics") -> None:
        """Add the counts of ``other``, which must not be used any more."""
        self.articles += other.articles
        for name in ("small", "small_articles", "middle", "first", "acronyms"):
            getattr(self, name).update(getattr(other, name))
        for form, count in other.runs.items():
            mine = self.runs.setdefault(form, count)
            if mine is not count:
                mine.add(count)


def best_places(places: tuple[Attestation, ...]) -> tuple[Attestation, ...]:
    """Return the first places by path and line, one an article, at most ``MAX_ATTESTATIONS``."""
    if len(places) < 2:
        return places
    by_article: dict[str, Attestation] = {}
    for place in sorted(places, key=lambda p: (p.path, p.line)):
        by_article.setdefault(place.path, place)
    return tuple(by_article.values())[:MAX_ATTESTATIONS]
