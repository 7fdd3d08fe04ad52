"""From comparisons to a probability: a logistic model whose weights are data.

The sum of weights is the log-odds of a match, each comparison's share of it its match weight
(Fellegi and Sunter 1969; Splink shows them the same way). ``matching/data/decision.tsv`` holds the weights
for words that a parallel sentence speaks of and for words it does not, and the two thresholds; the
command that makes it is ``tests/benchmarks/matching/train.py``.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from math import exp

from canonym.matching.feature_result import Comparison
from canonym.matching.features import ASPECTS, Aspect, Pair
from canonym.text.package_data import read
from canonym.text.values import NamedTuple


class Model(NamedTuple):
    """The weights of features by whether a slot speaks, and the thresholds.

    Attributes:
        caseless: Weights in scripts without capitals.
        with_slot: Weights where a parallel sentence has the name in the word's place; ``bias`` among them.
        without_slot: Weights elsewhere.
        report: Probability from which a finding is made.
        safe: Probability from which its fix needs no person.
    """

    caseless: Mapping[str, float]
    with_slot: Mapping[str, float]
    without_slot: Mapping[str, float]
    report: float
    safe: float


@cache
def model() -> Model:
    """Return the model that is shipped."""
    tables: dict[str, dict[str, float]] = defaultdict(dict)
    for line in read("matching/data/decision.tsv").splitlines():
        table, name, number = line.split("\t")
        tables[table][name] = float(number)
    return Model(tables["caseless"], tables["with_slot"], tables["without_slot"], **tables["threshold"])


def compare(pair: Pair) -> dict[str, Aspect]:
    """Return all comparisons of ``pair`` by name."""
    return {aspect.__name__: aspect(pair) for aspect in ASPECTS}


def score(aspects: Mapping[str, Aspect]) -> tuple[float, tuple[Comparison, ...]]:
    """Return the probability of a match, and what each comparison adds to its log-odds."""
    if "written" in aspects["spelling"].numbers:
        weights = model().caseless
    else:
        weights = model().without_slot if "no_slot" in aspects["slot"].numbers else model().with_slot
    comparisons = tuple(
        Comparison(
            name, sum(weights.get(f, 0.0) * value for f, value in aspect.numbers.items()), aspect.reason
        )
        for name, aspect in aspects.items()
    )
    total = weights["bias"] + sum(c.score for c in comparisons)
    return 1 / (1 + exp(-max(-30.0, min(30.0, total)))), comparisons
