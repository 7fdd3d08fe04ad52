"""The sentences of the bench are in order, none that is STRONG fails, and the recorded run is of these."""

import csv
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def read(report: Path) -> list[dict[str, str]]:
    with report.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_strong_case_fails_and_the_recorded_run_has_the_same_cases(tmp_path):
    report = tmp_path / "report.csv"
    done = subprocess.run(
        [sys.executable, HERE / "run.py", "--report", report],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    now = read(report)
    assert {row["sentence"] for row in now} == {row["sentence"] for row in read(HERE / "report.csv")}
    assert [row for row in now if row["level"] == "STRONG" and row["verdict"] == "WRONG"] == []


def test_there_are_many_cases_and_half_of_them_are_quiet():
    recorded = read(HERE / "report.csv")
    assert len(recorded) >= 120
    assert 2 * sum(not row["wanted"] for row in recorded) >= len(recorded)
