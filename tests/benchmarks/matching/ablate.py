"""What each source of evidence is worth: the decision without it.

usage: ablate.py BENCH_DIR

The weights are learned again without the numbers of one source, from the sets of other languages
and newsrooms alone, and every set is scored at the threshold of a finding that is shipped.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
from collect import Collected, Row, collect
from train import KINDS, cross_validated, measure

from canonym.matching.scoring import model

SPELLING = (
    "spelling spelling_high likeness sounds cost short first_letter alike_known alike_unknown alike_long"
)
REST = "rest_support rest_share rest_against rest_alike rest_stranger"
WORD = "ordinary corpus_small known_name alike_known opens_only derivation name_ordinary name_small"
Change = Callable[[Row], Row | None]


def without(features: str) -> Change:
    names = frozenset(features.split())
    return lambda row: row._replace(numbers={f: v for f, v in row.numbers.items() if f not in names})


def without_blocking(row: Row) -> Row | None:
    """Keep what a parallel sentence or the rest of the name proposes."""
    return row if row.slot or row.numbers.get("rest_support") else None


def without_story(row: Row) -> Row | None:
    kept = {f: v for f, v in row.numbers.items() if not f.startswith(("slot_", "story"))}
    return row._replace(numbers={**kept, "no_slot": 1.0}, slot=False)


ABLATIONS: dict[str, Change] = {
    "all evidence": lambda row: row,
    "1 without spelling": without(SPELLING),
    "2 without blocking": without_blocking,
    "3 without the rest of the name": without(REST),
    "4 without the story": without_story,
    "5 without what the word is": without(WORD),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("bench", type=Path)
    roots = [p for kind in KINDS for p in sorted((parser.parse_args().bench / kind).iterdir()) if p.is_dir()]
    with ProcessPoolExecutor(2) as pool:
        sets = list(pool.map(collect, roots))
    report(sets)


def report(sets: Sequence[Collected]) -> None:
    print(f"{'':32}" + "".join(f"{kind:>10}  F1  noise" for kind in KINDS))
    for name, change in ABLATIONS.items():
        changed = [s._replace(rows=[r for row in s.rows if (r := change(row)) is not None]) for s in sets]
        p = cross_validated(changed)
        cells = []
        for kind in KINDS:
            of_kind = [measure(s, p[s.kind + s.name], model().report) for s in changed if s.kind == kind]
            recall, precision, noise = np.mean(of_kind, axis=0)
            f1 = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
            cells.append(f"{f1:14.3f} {noise:6.2f}")
        print(f"{name:32}" + "".join(cells))
        sys.stdout.flush()


if __name__ == "__main__":
    main()
