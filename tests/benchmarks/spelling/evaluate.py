"""Measures spelling on names it was not trained on: `python tests/benchmarks/spelling/evaluate.py DATA_DIR`.

Prints how well blocking finds the spellings of a name, and at what cost; and how well the model tells them
from distinct names that share a key, beside plain string distances.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import blocking
import examples
from examples import Example
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio
from sklearn.metrics import precision_recall_curve, roc_auc_score

from canonym.spelling import align, same_spelling

PRECISIONS = (0.90, 0.95, 0.98, 0.99)
BANDS = (0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1.0)

Scorer = Callable[[str, str], float]
SCORERS: dict[str, Scorer] = {
    "same_spelling": same_spelling,
    "alignment score": lambda a, b: align(a, b).score / min(len(a), len(b)),
    "Jaro-Winkler": JaroWinkler.similarity,
    "Indel ratio": ratio,
}


def main(folder: Path) -> None:
    blocking.report(folder)
    held_out = _even(examples.examples(folder).held_out)
    print(f"\nlikeness: {sum(e.same for e in held_out)} same, {sum(not e.same for e in held_out)} distinct")
    print(f"{'':18} {'ROC AUC':>8}" + "".join(f"{f'R@P{p:.2f}':>9}" for p in PRECISIONS))
    for name, scorer in SCORERS.items():
        print(f"{name:18} {compare(held_out, [scorer(e.left, e.right) for e in held_out])}")
    calibration(held_out)
    by_source(held_out)


def _even(held_out: Sequence[Example]) -> list[Example]:
    """The held-out pairs, so weighed that as much is the same as is distinct."""
    same = sum(e.weight for e in held_out if e.same)
    distinct = sum(e.weight for e in held_out if not e.same)
    return [e if e.same else e._replace(weight=e.weight * same / distinct) for e in held_out]


def compare(held_out: Sequence[Example], scores: Sequence[float]) -> str:
    truth, weights = [e.same for e in held_out], [e.weight for e in held_out]
    precision, recall, _ = precision_recall_curve(truth, scores, sample_weight=weights)
    area = roc_auc_score(truth, scores, sample_weight=weights)
    return f"{area:8.4f}" + "".join(f"{max(recall[precision >= p], default=0):9.3f}" for p in PRECISIONS)


def calibration(held_out: Sequence[Example]) -> None:
    print("\ncalibration: promised and found share of spellings of one name")
    scored = [(same_spelling(e.left, e.right), e) for e in held_out]
    for low, high in zip((0.0, *BANDS), BANDS, strict=False):
        band = [(score, e) for score, e in scored if low < score <= high]
        weight = sum(e.weight for _score, e in band) or 1.0
        promised = sum(score * e.weight for score, e in band) / weight
        found = sum(e.weight for _score, e in band if e.same) / weight
        print(f"  {low:.2f}-{high:.2f} {len(band):6} pairs {promised:.3f} {found:.3f}")


def by_source(held_out: Sequence[Example]) -> None:
    print("\nshare above .5 and .9, by source")
    for source in sorted({e.source for e in held_out}):
        scores = [same_spelling(e.left, e.right) for e in held_out if e.source == source]
        shares = "".join(
            f"{sum(score > least for score in scores) / len(scores):8.3f}" for least in (0.5, 0.9)
        )
        print(f"  {source:16} {len(scores):6} {shares}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
