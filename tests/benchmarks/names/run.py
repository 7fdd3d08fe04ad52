"""Marked sentences against a small newsroom: precision, recall and calibration of what a check reports.

Each line of ``sentences.tsv`` is a draft of its own; ``[form]{name}`` must be found with a replacement
that has the name, all else must stay silent. A sentence without a mark is a quiet case. STRONG cases must
never fail (exit 1), MEDIUM ones are regressions, WEAK ones are near the line. ``report.csv`` is the recorded
run, sorted: compare runs by ``git diff``.
"""

import argparse
import csv
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.checking.finding import Finding, Severity
from canonym.corpus.learning import ArticleSource, learn
from canonym.index.termbase_index import Index
from canonym.languages import language
from canonym.text.formats import parse_document

ENGLISH = language("en")

HERE = Path(__file__).parent
LEVELS = ("STRONG", "MEDIUM", "WEAK")
MARK = re.compile(r"\[(?P<form>[^]]+)\]\{(?P<name>[^}]+)\}")
BANDS = (0.0, 0.5, 0.8, 0.95, 0.99, 1.0)


class Case(NamedTuple):
    """A mark, a finding without one, or a sentence that is quiet as it should be.

    Attributes:
        level: STRONG, MEDIUM or WEAK.
        wanted: The name that should be suggested; empty where silence is right.
        found: The suggestion; empty where nothing was found.
        confidence: Of the finding; 0 where there is none.
        form: What stands in the sentence; empty for a quiet sentence.
        sentence: The draft without marks.
    """

    level: str
    wanted: str
    found: str
    confidence: float
    form: str
    sentence: str

    @property
    def is_right(self) -> bool:
        return self.wanted in self.found if self.wanted else not self.found


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--report", type=Path, default=HERE / "report.csv", help="where to write the verdicts"
    )
    arguments = parser.parse_args()
    found = cases()
    write(arguments.report, found)
    print(summary(found))
    print(calibration(found))
    failures = [case for case in found if case.level == "STRONG" and not case.is_right]
    for case in failures:
        print(f"STRONG failure: {case.form or 'nothing'} -> {case.found or 'nothing'}: {case.sentence}")
    return 1 if failures else 0


def cases() -> list[Case]:
    """Check every sentence."""
    index = Index.build(learn([ArticleSource(p, p.name) for p in sorted((HERE / "corpus").iterdir())]))
    return sorted(case for level, marked in lines() for case in judged(level, marked, index))


def lines() -> Iterator[tuple[str, str]]:
    """Yield level and marked sentence."""
    for line in (HERE / "sentences.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            level, _, marked = line.partition("\t")
            yield level, marked


def judged(level: str, marked: str, index: Index) -> Iterator[Case]:
    text = MARK.sub(lambda mark: mark["form"], marked)
    found = [
        f
        for f in check(parse_document("draft.txt", text, language=ENGLISH), index, Settings())
        if is_reported(f)
    ]
    cut, touched = 0, set()
    for mark in MARK.finditer(marked):
        start = mark.start() - cut
        cut += len(mark[0]) - len(mark["form"])
        end = start + len(mark["form"])
        here = next((f for f in found if f.span.start < end and start < f.span.end), None)
        touched.add(here)
        yield Case(level, mark["name"], *answer(here), mark["form"], text)
    for finding in found:
        if finding not in touched:
            yield Case(level, "", *answer(finding), finding.text, text)
    if not found and not touched:
        yield Case(level, "", *answer(None), "", text)


def is_reported(finding: Finding) -> bool:
    return finding.severity is not Severity.INFO


def answer(finding: Finding | None) -> tuple[str, float]:
    if finding is None:
        return "", 0.0
    return finding.suggestions[0] if finding.suggestions else "?", finding.confidence


def write(path: Path, found: Sequence[Case]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("level", "verdict", "form", "wanted", "found", "sentence"))
        for case in found:
            verdict = "right" if case.is_right else "WRONG"
            rows.writerow((case.level, verdict, case.form, case.wanted, case.found, case.sentence))


def summary(found: Sequence[Case]) -> str:
    wanted = [c for c in found if c.wanted]
    reported = [c for c in found if c.found]
    right = sum(c.is_right for c in reported)
    quiet = sum(not c.wanted for c in found)
    wrong = ", ".join(
        f"{sum(not c.is_right for c in found if c.level == level)} of"
        f" {sum(c.level == level for c in found)} {level}"
        for level in LEVELS
    )
    return (
        f"{len(found)} cases, {quiet} of them quiet: precision {right / max(1, len(reported)):.3f}"
        f"  recall {right / max(1, len(wanted)):.3f}  wrong: {wrong}"
    )


def calibration(found: Sequence[Case]) -> str:
    """Return a table: of the findings in a band of confidence, the confidence told and the share right."""
    table = ["confidence    findings  told  right"]
    for low, high in pairwise(BANDS):
        band = [c for c in found if c.found and (low <= c.confidence < high or c.confidence == high == 1.0)]
        if band:
            told = sum(c.confidence for c in band) / len(band)
            right = sum(c.is_right for c in band) / len(band)
            table.append(f"{low:.2f} to {high:.2f}  {len(band):8}  {told:.2f}  {right:.2f}")
    return "\n".join(table)


if __name__ == "__main__":
    sys.exit(main())
