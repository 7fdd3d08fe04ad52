"""Writes what canonym has learned of spelling: `python tests/benchmarks/spelling/train.py DATA_DIR`.

DATA_DIR holds the public name data (see sources.py). The same data give the same files, byte for byte. The
word list is made apart, by words.py.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import costs
import examples
import names
import weights

from canonym import spelling

DATA = Path(spelling.__file__).parent / "data"
LANGUAGES = DATA.parents[1] / "languages" / "data"
FROM = "# Learned by tests/benchmarks/spelling/train.py from the name data that README.md names.\n"


def main(folder: Path) -> None:
    training = examples.examples(folder).training
    same = [(e.left, e.right, e.weight) for e in training if e.same]
    learned = costs.learn(same)
    write(
        "costs.tsv",
        "one side, the other, cost in nats",
        (f"{a}\t{b}\t{cost:.2f}" for (a, b), cost in learned.items()),
    )
    found = weights.learn(training)  # aligns with the costs just written
    write(
        "weights.tsv",
        "feature, weight",
        (f"{name}\t{weight:.2f}" for name, weight in found.items() if round(weight, 2)),
    )
    (DATA / "names.txt").write_text(names.lexicon(folder), encoding="utf-8", newline="\n")


def write(name: str, columns: str, rows: Iterable[str]) -> None:
    lines = (f"{row}\n" for row in rows)
    (DATA / name).write_text(f"{FROM}# {columns}\n{''.join(lines)}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
