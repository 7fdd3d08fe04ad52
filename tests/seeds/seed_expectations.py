"""What is expected of a set of articles, and whether the real command meets it."""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from canonym.termbase.concept import Concept, TermStatus
from canonym.termbase.learned import load
from canonym.termbase.termbase import Termbase

GRAVE = ("warning", "error")


@dataclass(frozen=True)
class Must:
    """A spelling that has to be found, so many times, with this first suggestion."""

    text: str
    suggestion: str
    times: int
    level: str = ""
    safe: bool | None = None
    rule: str = ""


@dataclass(frozen=True)
class Expected:
    """What is expected of one article when the others are the corpus."""

    must: tuple[Must, ...] = ()
    may: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A finding in code points of the draft."""

    start: int
    end: int
    text: str
    suggestions: tuple[str, ...]
    severity: str
    safe: bool
    rule: str

    def repairs(self, must: Must) -> bool:
        """Tell whether applying the first suggestion puts the right form in the wrong one's place."""
        if not self.suggestions or must.level not in ("", self.severity) or must.rule not in ("", self.rule):
            return False
        if not must.level and self.severity not in GRAVE:
            return False
        words = re.compile(rf"(?<!\w){re.escape(must.text)}(?!\w)")
        right = re.compile(rf"(?<!\w){re.escape(must.suggestion)}(?!\w)")
        first = self.suggestions[0]
        as_asked = right.search(first) is not None and words.search(first) is None
        return as_asked and must.safe in (None, self.safe)


@dataclass(frozen=True)
class Verdict:
    """The outcome for one article: what failed, and what was found beyond the expectations."""

    article: str
    failures: tuple[str, ...]
    met: int
    beyond: tuple[str, ...] = field(default=())


def read_expectations(path: Path) -> tuple[dict[str, Expected], dict[str, list]]:
    """Return the expectations of each article, and of the termbase of all of them."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    learned = data.pop("learned", {})
    articles = {
        key: Expected(
            tuple(Must(**must) for must in entry.get("must", ())),
            tuple(entry.get("may", ())),
            tuple(entry.get("silent", ())),
        )
        for key, entry in data.items()
    }
    return articles, learned


def articles_of(directory: Path) -> dict[str, Path]:
    """Return the articles of a directory by the first three characters of their names."""
    return {path.name[:3]: path for path in sorted(directory.glob("*.txt"))}


def check_against_others(draft: Path, others: list[Path]) -> list[Found]:
    """Learn from ``others`` and check ``draft`` by the real commands."""
    with tempfile.TemporaryDirectory() as folder:
        termbase = Path(folder) / "others.jsonl"
        run("learn", "--output", str(termbase), *(str(path.resolve()) for path in others), cwd=folder)
        options = ("--isolated", "--termbase", str(termbase), "--format", "json")
        report = run("check", *options, str(draft.resolve()), cwd=folder, ends=(0, 1))
    return list(placed(json.loads(report), draft.read_text(encoding="utf-8")))


def learn_from(articles: list[Path]) -> Termbase:
    """Learn the termbase of ``articles`` by the real command."""
    with tempfile.TemporaryDirectory() as folder:
        termbase = Path(folder) / "all.jsonl"
        run("learn", "--output", str(termbase), *(str(path.resolve()) for path in articles), cwd=folder)
        return load(termbase.read_text(encoding="utf-8").splitlines(), termbase.name)


def run(*arguments: str, cwd: str, ends: tuple[int, ...] = (0,)) -> str:
    """Run ``canonym`` and return what it printed; any end but ``ends`` is a failure."""
    done = subprocess.run(
        [sys.executable, "-m", "canonym", *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    if done.returncode not in ends:
        raise RuntimeError(f"canonym {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def placed(findings: list[dict], text: str) -> Iterator[Found]:
    """Turn the report's lines and columns into offsets, and see that they point at the text they name."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for finding in findings:
        start, end = (
            starts[finding[edge]["line"] - 1] + finding[edge]["column"] - 1 for edge in ("start", "end")
        )
        assert text[start:end] == finding["text"], finding
        yield Found(
            start,
            end,
            finding["text"],
            tuple(finding["suggestions"]),
            finding["severity"],
            finding["safe"],
            finding["rule"],
        )


def judge_article(article: str, text: str, found: list[Found], expected: Expected) -> Verdict:
    """Compare the findings of one article with what was expected."""
    failures = []
    met = 0
    for must in expected.must:
        times = sum(
            any(covers(one, spot) and one.repairs(must) for one in found) for spot in spots(must.text, text)
        )
        met += times
        if times != must.times:
            failures.append(f"{must.text} -> {must.suggestion}: {times} of {must.times} found as asked")
    for silent in expected.silent:
        failures += [
            f"{silent} must stay silent, but {one.rule} says {one.text} -> {list(one.suggestions)}"
            for one in found
            if one.severity in GRAVE and any(touches(one, spot) for spot in spots(silent, text))
        ]
    known = [*(must.text for must in expected.must), *expected.may]
    beyond = [
        f"{one.severity} {one.rule}: {one.text} -> {list(one.suggestions)}"
        for one in found
        if not any(touches(one, spot) for name in known for spot in spots(name, text))
    ]
    return Verdict(article, tuple(failures), met, tuple(beyond))


def judge_learned(termbase: Termbase, expected: dict[str, list]) -> list[str]:
    """Compare the termbase of all articles with what was expected of it."""
    concepts = [{term.form for term in concept.terms} for concept in termbase.concepts]
    preferred = {concept.preferred.form for concept in termbase.concepts if concept.preferred}
    undecided = [{term.form for term in concept.terms} for concept in termbase.concepts if concept.undecided]
    failures = [
        f"{form} is nowhere preferred" for form in expected.get("preferred", ()) if form not in preferred
    ]
    failures += [
        f"{' and '.join(pair)} are merged"
        for pair in expected.get("not_merged", ())
        if any(set(pair) <= forms for forms in concepts)
    ]
    failures += [
        f"{' and '.join(group)} are not left undecided"
        for group in expected.get("undecided", ())
        if not any(set(group) <= forms for forms in undecided)
    ]
    failures += [
        f"{', '.join(rest)} are not gathered under {best}"
        for best, *rest in expected.get("gathered", ())
        if not any(is_gathered(concept, best, rest) for concept in termbase.concepts)
    ]
    return failures


def is_gathered(concept: Concept, best: str, rest: list[str]) -> bool:
    """Tell whether a concept prefers ``best`` and deprecates ``rest``."""
    wrong = {term.form for term in concept.terms if term.status is TermStatus.DEPRECATED}
    return concept.preferred is not None and concept.preferred.form == best and wrong.issuperset(rest)


def spots(form: str, text: str) -> list[tuple[int, int]]:
    """Return where ``form`` stands in ``text`` as whole words."""
    return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)]


def covers(found: Found, spot: tuple[int, int]) -> bool:
    """Tell whether a finding covers a place wholly."""
    return found.start <= spot[0] and spot[1] <= found.end


def touches(found: Found, spot: tuple[int, int]) -> bool:
    """Tell whether a finding and a place share a character."""
    return found.start < spot[1] and spot[0] < found.end
