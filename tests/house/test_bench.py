"""The cases of the bench are in order, and none that is STRONG fails."""

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[1] / "benchmarks"
PAIRS = [
    line.split("\t")
    for line in (BENCH / "cases" / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
LEVELS = ("STRONG", "MEDIUM", "WEAK")


def test_no_strong_case_fails(tmp_path):
    report = tmp_path / "bench.txt"
    done = subprocess.run(
        [sys.executable, BENCH / "bench.py", "--concepts", "0", "--report", report],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    verdicts = report.read_text(encoding="utf-8").splitlines()
    assert len(verdicts) > len(PAIRS)
    assert [line for line in verdicts if line.startswith("STRONG") and "WRONG" in line] == []


def test_the_pairs_are_sorted_and_each_stands_once():
    assert sorted(PAIRS, key=lambda row: (LEVELS.index(row[0]), *row[1:])) == PAIRS
    assert len({frozenset(row[2:]) for row in PAIRS}) == len(PAIRS)


def test_every_strength_has_both_kinds_of_pair():
    assert {(level, label) for level, label, *_ in PAIRS} == {
        (a, b) for a in LEVELS for b in ("same", "other")
    }
