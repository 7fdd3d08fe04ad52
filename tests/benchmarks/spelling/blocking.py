"""Measures blocking by itself: how many spellings share a key, and how many other names share it too."""

import time
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from random import Random

import examples
import sources
from rapidfuzz.fuzz import ratio

from canonym.languages import is_derivation
from canonym.spelling import fold, keys

NAMES = 100_000
QUERIES = 3_000


def report(folder: Path) -> None:
    index = _index(_names(folder))
    print(f"blocking: {NAMES} names")
    queries = []
    for source, pairs in _pairs(folder).items():
        found = sum(not set(keys(left)).isdisjoint(keys(right)) for left, right in pairs)
        queries += [left for left, _right in pairs]
        print(f"  {source:8} {len(pairs):6} pairs, recall {found / len(pairs):.3f}")
    queries = Random(0).sample(queries, QUERIES)
    counts = sorted(len({name for key in keys(query) for name in index.get(key, ())}) for query in queries)
    p95 = counts[QUERIES * 95 // 100]
    mean, median = sum(counts) / QUERIES, counts[QUERIES // 2]
    print(f"  candidates: mean {mean:.0f}, median {median}, 95 of 100 below {p95}")
    number = sum(len(keys(query)) for query in queries) / QUERIES
    print(f"  keys of a name: {number:.1f}, made in {_time(queries):.1f} µs")


def _pairs(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """Spellings that differ, no matter whether they share a key, but not linked by meaning alone."""
    groups: dict[str, Iterable[list[str]]] = {
        "same": ([left, right] for left, right in sources.same_pairs(folder)),
        "person": examples.untoned(folder),
        "units": (examples.attested(group, 2, 50) for group in sources.arabic_groups(folder)),
    }
    return {
        source: sorted(
            {pair for group in found for pair in combinations(examples.words(group), 2) if _alike(*pair)}
        )
        for source, found in groups.items()
    }


def _alike(left: str, right: str) -> bool:
    return ratio(left, right) >= 50 and not is_derivation(left, right, "en")


def _names(folder: Path) -> list[str]:
    """Names of cities and one form of every personal name, then other forms drawn at random."""
    names = {fold(city.name) for city in sources.cities(folder)}
    names.update(fold(next(iter(group))) for group in examples.name_groups(folder))
    others = {fold(form) for group in examples.name_groups(folder) for form in group} - names
    return [*sorted(names), *Random(0).sample(sorted(others), NAMES - len(names))]


def _index(names: Iterable[str]) -> dict[str, list[str]]:
    index = defaultdict(list)
    for name in names:
        for key in keys(name):
            index[key].append(name)
    return index


def _time(names: list[str]) -> float:
    start = time.process_time()
    for name in names:
        keys(name)
    return (time.process_time() - start) / len(names) * 1e6
