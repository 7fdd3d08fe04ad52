"""Findings that need several drafts: names that compete between drafts."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from canonym.checking.engine import compare
from canonym.checking.finding import Finding
from canonym.cli.check.checker import Checker, Outcome
from canonym.cli.check.draft_failures import problem_on_failure
from canonym.project.files.text_files import NotText
from canonym.report.report import Problem
from canonym.text.document import Document


def with_comparison(checker: Checker, outcomes: Sequence[Outcome], problems: list[Problem]) -> list[Outcome]:
    """Return the outcomes with the findings that compare the drafts.

    Args:
        checker: Checks drafts.
        outcomes: The outcome of each draft.
        problems: Receives any failure. The outcomes then stay unchanged.
    """
    surveys = tuple(o.survey for o in outcomes if o.survey is not None)
    if len(surveys) < 2:
        return list(outcomes)
    more: Mapping[str, Sequence[Finding]] = {}
    with problem_on_failure(".", problems, "the drafts could not be compared with each other: "):
        more = compare(surveys, checker.settings, checker.index.grammar)
    reader = _Reader(checker)
    found = list(outcomes)
    for place, outcome in enumerate(outcomes):
        if more.get(outcome.name):
            with problem_on_failure(outcome.name, problems):
                found[place] = reader.extended(outcome, more[outcome.name])
    return found


class _Reader:
    """Reads the few drafts with such findings again."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._document = cache(self._read)

    def extended(self, outcome: Outcome, more: Iterable[Finding]) -> Outcome:
        """Return the outcome with ``more`` findings, after its suppressions are applied again."""
        document = self._document(outcome.name)
        if document is None:
            return outcome
        fresh = [f for f in more if not any(f.span.overlaps(known.span) for known in outcome.found)]
        found = tuple(sorted((*outcome.found, *fresh), key=lambda f: f.span))
        others = {r.path for f in found for r in f.related} - {outcome.name}
        read = {name: self._document(name) for name in sorted(others)}
        lines = {name: draft.lines for name, draft in read.items() if draft}
        return self._checker.outcome(document, found, outcome.survey, lines)

    def _read(self, name: str) -> Document | None:
        try:
            return self._checker.project.document(self._checker.project.root / Path(name))
        except (OSError, NotText):
            return None
