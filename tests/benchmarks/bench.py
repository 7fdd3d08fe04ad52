"""What matching is worth on cases of our own, and what it costs: precision, recall, calibration, time.

STRONG cases must never fail (exit 1 if one does), MEDIUM ones are regressions, WEAK ones are near the line.
The report (``--report FILE``, by default build/bench.txt) holds verdicts without times, sorted, so that two
runs can be compared by ``diff``.
"""

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from cold_start import concept, prose, word

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.checking.finding import Finding, Severity
from canonym.corpus.learning import ArticleSource, learn
from canonym.index.termbase_index import Index
from canonym.languages import is_derivation, language
from canonym.project.load_index import load_index
from canonym.project.termbase_files import Source
from canonym.spelling import same_spelling
from canonym.spelling.folding import joined
from canonym.termbase.concept import Concept, Kind, Term
from canonym.termbase.learned import dump
from canonym.termbase.termbase import Termbase
from canonym.text.formats import parse_document

ENGLISH = language("en")

CASES = Path(__file__).with_name("cases")
LEVELS = {"!": "STRONG", "": "MEDIUM", "?": "WEAK"}
MARK = re.compile(r"\[(?P<form>[^]]+)\]\{(?P<name>[^}!?]+)(?P<level>[!?]?)\}")
BANDS = (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0)


class Case(NamedTuple):
    """One labelled case and what became of it.

    Attributes:
        level: STRONG, MEDIUM or WEAK.
        kind: ``pair``, ``name`` (to be found) or ``alarm`` (found without reason).
        text: What it is, for the report.
        wanted: Whether it should be answered with yes.
        answered: Whether it was.
        confidence: How sure the answer was; 0 when there was none.
    """

    level: str
    kind: str
    text: str
    wanted: bool
    answered: bool
    confidence: float

    @property
    def is_right(self) -> bool:
        return self.wanted == self.answered


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--report", type=Path, default=Path("build/bench.txt"))
    parser.add_argument(
        "--concepts", type=int, default=100_000, help="size of the termbase for the cost; 0: no cost"
    )
    arguments = parser.parse_args()
    cases = [*pairs(), *drafts()]
    write_report(arguments.report, cases)
    for kind, wrong in (("pair", "pair"), ("name", "alarm")):
        print(figures(f"{kind}s", [case for case in cases if case.kind in (kind, wrong)]))
    print(calibration())
    if arguments.concepts:
        print(cost(arguments.concepts))
    failures = [case for case in cases if not case.is_right and case.level == "STRONG"]
    for case in failures:
        print(f"STRONG failure: {case.text}")
    print(f"verdicts in {arguments.report}")
    return 1 if failures else 0


def pairs() -> Iterator[Case]:
    for level, same, left, right in labelled():
        confidence = by_letters(left, right) if same else by_decision(left, right)
        answered = confidence >= 0.5 if same else confidence > 0
        text = f"{left} {'same' if same else 'other'} {right}"
        yield Case(level, "pair", text, same, answered, confidence)


def labelled() -> Iterator[tuple[str, bool, str, str]]:
    for line in (CASES / "pairs.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            level, label, left, right = line.split("\t")
            yield level, label == "same", left, right


def by_letters(form: str, name: str) -> float:
    """Return how likely two forms are spellings of one name; the letters alone must not stand in the way."""
    here, there = joined(form), joined(name)
    return 0.0 if is_derivation(here, there, "en") else same_spelling(here, there)


def by_decision(form: str, name: str) -> float:
    """Return how sure a check is that ``form`` is a spelling of ``name``; 0 when it is silent."""
    known = Concept("name", Kind.NAME, (Term(name, frequency=6, articles=3),))
    draft = f"In the spring the paper wrote of {form}. Later {form} was in the news again."
    found = check(
        parse_document("draft.txt", draft, language=ENGLISH),
        Index.build(Termbase((known,), articles=3, language="en")),
        Settings(),
    )
    return max((f.confidence for f in found if f.severity is not Severity.INFO), default=0.0)


def drafts() -> Iterator[Case]:
    articles = [ArticleSource(path, path.name) for path in sorted((CASES / "corpus").iterdir())]
    index = Index.build(learn(articles))
    for path in sorted((CASES / "drafts").iterdir()):
        marked = path.read_text(encoding="utf-8")
        text = MARK.sub(lambda mark: mark["form"], marked)
        found = [
            f
            for f in check(parse_document(path.name, text, language=ENGLISH), index, Settings())
            if f.severity is not Severity.INFO
        ]
        yield from judged(path.name, marked, text, found)


def judged(name: str, marked: str, text: str, found: list[Finding]) -> Iterator[Case]:
    """Yield a case for each mark, and one for each finding that touches no mark."""
    cut, touched = 0, set()
    for mark in MARK.finditer(marked):
        start, form = mark.start() - cut, mark["form"]
        cut += len(mark[0]) - len(form)
        here = [f for f in found if f.span.start < start + len(form) and start < f.span.end]
        touched.update(f.span for f in here)
        best = max((f.confidence for f in here if mark["name"] in "".join(f.suggestions[:1])), default=0.0)
        yield Case(LEVELS[mark["level"]], "name", f"{name}: {form} -> {mark['name']}", True, best > 0, best)
    for finding in found:
        if finding.span not in touched:
            level = "STRONG" if name.startswith("quiet") else "MEDIUM"
            line = text.count("\n", 0, finding.span.start) + 1
            what = f"{name}:{line}: {finding.text} -> {', '.join(finding.suggestions)}"
            yield Case(level, "alarm", what, False, True, finding.confidence)


def figures(title: str, cases: list[Case]) -> str:
    right = sum(case.wanted and case.answered for case in cases)
    precision = right / max(1, sum(case.answered for case in cases))
    recall = right / max(1, sum(case.wanted for case in cases))
    wrong = Counter(case.level for case in cases if not case.is_right)
    levels = ", ".join(
        f"{wrong[level]} of {sum(c.level == level for c in cases)} {level}" for level in LEVELS.values()
    )
    return f"{title:6} precision {precision:.3f}  recall {recall:.3f}  wrong: {levels}"


def calibration() -> str:
    """Return a table: of the pairs in a band of probability by letters, how many are one name."""
    known = [(by_letters(left, right), same) for _, same, left, right in labelled()]
    lines = ["by letters    pairs  one name"]
    for low, high in pairwise(BANDS):
        band = [same for p, same in known if low <= p < high or p == high == 1.0]
        if band:
            lines.append(f"{low:.2f} to {high:.2f}  {len(band):5}  {sum(band) / len(band):8.2f}")
    return "\n".join(lines)


def cost(size: int) -> str:
    """Return the time to load a termbase of ``size`` concepts, and to check a new article of 1,000 words."""
    chance = random.Random(1000)
    names = sorted({f"{word(chance)} {word(chance)}" for _ in range(2 * size)})[:size]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.jsonl"
        termbase = Termbase(concepts=tuple(concept(name, chance) for name in names), articles=size)
        path.write_text("".join(dump(termbase)), encoding="utf-8", newline="\n")
        first = seconds(lambda: load_index([Source(path, path.name)], root=Path(folder)))
        start = time.perf_counter()
        index = load_index([Source(path, path.name)], root=Path(folder))
        again = time.perf_counter() - start
    article = [
        parse_document(f"{number}.txt", prose(names, chance, 6000), language=ENGLISH) for number in range(6)
    ]
    opening = seconds(lambda: check(article[0], index, Settings()))
    later = statistics.median(seconds(lambda one=one: check(one, index, Settings())) for one in article[1:])
    return (
        f"{size} concepts: compiled in {first * 1000:.0f} ms, loaded in {again * 1000:.0f} ms (limit 100); "
        f"first article of 1,000 words {opening * 1000:.0f} ms, later ones {later * 1000:.0f} ms (limit 50)"
    )


def seconds(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def write_report(path: Path, cases: list[Case]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    verdicts = ("WRONG", "right")
    lines = [f"{c.level:6} {c.kind:5} {verdicts[c.is_right]} {c.confidence:.2f} {c.text}\n" for c in cases]
    path.write_text("".join(sorted(lines)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
