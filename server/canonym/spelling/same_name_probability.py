"""The probability that two words spell one name, after blocking brought them together.

A logistic model scores the correspondences of their alignment and a few figures of both words, in the manner
of discriminatively trained edit distances (McCallum, Bellare and Pereira 2005). It learned from spellings of
one name against distinct names with a shared blocking key (`tests/benchmarks/spelling/train.py`). The weights
are in `data/weights.tsv`, so that every step can report its weight.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from math import tanh

from canonym.spelling.alignment import Alignment, align
from canonym.spelling.data_tables import numbers
from canonym.spelling.habits import readings


# Brings 1.7 and 2.2 % of a keystroke in a short and a long draft; emptied by forget_words.
@lru_cache(1 << 14)  # a draft repeats its words, and an editor checks it at every keystroke
def same_spelling(a: str, b: str) -> float:
    """Return the probability that two folded forms spell one name, given that they share a blocking key.

    It knows only the two spellings, not how common a name is or where it appears. It is symmetric.
    """
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    a, b = sorted((a, b))
    weights = _weights()
    logit = sum(weights.get(name, 0.0) * value for name, value in features(align(a, b), a, b))
    return (1.0 + tanh(logit / 2)) / 2


def features(alignment: Alignment, a: str, b: str) -> Iterator[tuple[str, float]]:
    """Yield the features of the model with their values."""
    shorter = min(len(a), len(b))
    yield "bias", 1.0
    yield "cost", -alignment.score
    yield "cost/length", -alignment.score / shorter
    yield "1/length", 1 / shorter
    yield "length", min(shorter, 10) / 10
    yield "longer by", abs(len(a) - len(b))
    yield from _sounds(readings(a), readings(b))
    yield from _changes(alignment)


def _sounds(a: tuple[str, ...], b: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    if a[0] == b[0]:
        yield "sound alike", 1.0
    elif not set(a).isdisjoint(b):
        yield "may sound alike", 1.0


def _changes(alignment: Alignment) -> Iterator[tuple[str, float]]:
    """Yield each correspondence by itself, with the letter before it, and with the letter after it."""
    steps = alignment.steps
    for place, step in enumerate(steps):
        left, right = step.left, step.right
        if left != right:
            change = f"{min(left, right)}:{max(left, right)}"
            before = steps[place - 1].left[-1:] if place else "<"
            after = steps[place + 1].left[:1] if place + 1 < len(steps) else ">"
            yield change, 1.0
            yield f"{before}|{change}", 1.0
            yield f"{change}|{after}", 1.0


@cache
def _weights() -> dict[str, float]:
    return numbers("weights.tsv")
