"""Learns what a correspondence of letters costs, by expectation maximisation over all alignments of a pair.

The forward-backward algorithm of Ristad and Yianilos (1998) with the letter groups of Jiampojamarn et al.
(2007).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log
from random import Random

Counts = Mapping[tuple[str, str], float]
Place = tuple[int, int]
Arc = tuple[Place, Place, tuple[str, str], float]
"""From one place in the table of prefixes to another, by which correspondence, and how probable that is."""

ROUNDS = 4
ENOUGH = 20_000
"""So many pairs are drawn to learn from."""
RARE = 2.0
"""A correspondence expected less often in all the training is left out."""
SHAPES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
FARTHEST = 3
"""How many letters one spelling may run ahead of the other."""
LEAST = 0.05
"""Even the most usual change costs more than none."""


def learn(pairs: Iterable[tuple[str, str, float]]) -> dict[tuple[str, str], float]:
    """The costs of the correspondences whose sides differ, in nats, the lesser side first.

    Args:
        pairs: two spellings of one name, and what they weigh.
    """
    pairs = sorted(pairs)
    pairs = Random(0).sample(pairs, min(len(pairs), ENOUGH))
    counts: Counts = {}
    for _round in range(ROUNDS):
        counts = _expected(pairs, _probabilities(counts))
    return _costs(_probabilities(counts), counts)


def _probabilities(counts: Counts) -> dict[tuple[str, str], float]:
    total = sum(counts.values())
    return {groups: count / total for groups, count in counts.items() if count >= 0.05}


def _expected(pairs: Iterable[tuple[str, str, float]], probabilities: Counts) -> Counts:
    """How often each correspondence is expected in the pairs; the same in both directions."""
    counts: dict[tuple[str, str], float] = defaultdict(float)
    for left, right, weight in pairs:
        arcs, ahead = _forward(left, right, probabilities)
        total = ahead.get((len(left), len(right)), 0.0)
        if not total:
            continue
        behind = defaultdict(float, {(len(left), len(right)): 1.0})
        for start, end, groups, probability in reversed(arcs):
            onward = probability * behind[end]
            behind[start] += onward
            counts[groups] += weight * ahead[start] * onward / total
    either = dict.fromkeys([*counts, *((right, left) for left, right in counts)])  # in an order that lasts
    return {pair: (counts.get(pair, 0.0) + counts.get(pair[::-1], 0.0)) / 2 for pair in either}


def _forward(left: str, right: str, probabilities: Counts) -> tuple[list[Arc], dict[Place, float]]:
    """The arcs from the start, and the probability to come to each place."""
    ahead = {(0, 0): 1.0}
    arcs = []
    for i in range(len(left) + 1):
        for j in range(max(0, i - FARTHEST), min(len(right), i + FARTHEST) + 1):
            for p, q in SHAPES:
                before = ahead.get((i - p, j - q), 0.0)
                groups = (left[i - p : i], right[j - q : j])
                if before and (
                    chance := probabilities.get(groups, 0.0) if probabilities else _guess(*groups)
                ):
                    arcs.append(((i - p, j - q), (i, j), groups, chance))
                    ahead[i, j] = ahead.get((i, j), 0.0) + before * chance
    return arcs, ahead


def _guess(left: str, right: str) -> float:
    """Where the training begins: letters mostly stay; a group of two shares one with the other side."""
    if left == right:
        return 0.5
    if len(left) + len(right) < 3:
        return 1e-3
    return 5e-4 if left[0] == right[0] or left[-1] == right[-1] else 1e-4


def _costs(probabilities: Counts, counts: Counts) -> dict[tuple[str, str], float]:
    def kept(group: str) -> float:
        return sum(-log(probabilities[letter, letter]) for letter in group) / 2

    return {
        (left, right): max(LEAST, -log(probabilities[left, right]) - kept(left) - kept(right))
        for (left, right), count in sorted(counts.items())
        if left < right and count >= RARE
    }
