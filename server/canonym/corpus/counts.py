"""Counts over many articles. Adding them is associative and commutative."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from canonym.termbase.concept import Attestation

MAX_ATTESTATIONS = 3
"""Most examples of a run, each from another article: the first by path, whatever the order of articles."""


@dataclass(slots=True)
class RunCount:
    """The counts of one run of words in the corpus.

    Attributes:
        middle: Mentions whose capitals only a name explains.
        first: Mentions in a place that demands a capital.
        articles: Independent articles with a mention of the first kind.
        first_articles: Independent articles with mentions of the second kind only.
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
    """Counts of a set of articles. ``add`` merges two sets.

    Attributes:
        articles: Independent articles.
        small: How often each word is written small.
        small_articles: How many articles write each word small.
        middle: How many mentions show that a capitalised word is a name.
        first: How many mentions of a capitalised word show nothing.
        runs: The counts of each run, by its words with single spaces.
        acronyms: How often a long form and its acronym occur together.
        before: How often a small word stands before a capitalised one, as ``kind_of_word`` gives it. Only
            articles with many capitals are counted.
    """

    articles: int = 0
    small: Counter[str] = field(default_factory=Counter)
    small_articles: Counter[str] = field(default_factory=Counter)
    middle: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    runs: dict[str, RunCount] = field(default_factory=dict)
    acronyms: Counter[tuple[str, str]] = field(default_factory=Counter)
    before: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, other: "Statistics") -> None:
        """Add the counts of ``other``, which is useless afterwards."""
        self.articles += other.articles
        for name in ("small", "small_articles", "middle", "first", "acronyms", "before"):
            getattr(self, name).update(getattr(other, name))
        for form, count in other.runs.items():
            mine = self.runs.setdefault(form, count)
            if mine is not count:  # setdefault puts in the very object of a form that is new
                mine.add(count)


def best_places(places: tuple[Attestation, ...]) -> tuple[Attestation, ...]:
    """Return the first places by path and line, one an article, at most ``MAX_ATTESTATIONS``."""
    if len(places) < 2:
        return places
    by_article: dict[str, Attestation] = {}
    for place in sorted(places, key=lambda p: (p.path, p.line)):
        by_article.setdefault(place.path, place)
    return tuple(by_article.values())[:MAX_ATTESTATIONS]
