"""What holds of our own files: they are used, or refused by file and line, or made again."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from canonym.checking.rules import RULES
from canonym.cli.check.baseline_and_diff import Judge, baseline_entries
from canonym.cli.check.checker import Checker, Outcome, Plan
from canonym.cli.check.fix import any_suggestion, repair
from canonym.cli.check.outcome_cache import Cache
from canonym.project.files.text_files import read_text
from canonym.report.baseline import BaselineError, compare, dump, entry, parse, update
from canonym.report.output_formats import OUTPUTS, renderer
from canonym.report.report import Report, View
from canonym.termbase.errors import SourceError
from cli.running import write
from fuzz.newspaper import publish
from fuzz.own_files import Whole, own_files
from house.test_hostile_own_files import TERMBASE
from project.test_damaged_termbases import loaded

DRAFT = "Soren Kjaer met Massud and Amrulah Salih in Kharkov, where the Punjir valley is far.\n"

KINDS = (
    *("termbase.toml", "canonym.toml", "pyproject.toml", "termbase.learned.jsonl", "baseline.json"),
    *("outcome.json", "learned.index", "decided.index"),
)
"""The files of ours, by name."""


class OwnFileLaws:
    """Holds the laws of our own files, and counts what it saw."""

    def __init__(self, folder: Path) -> None:
        self.counts: Counter[str] = Counter()
        self._root = publish(folder / "paper")
        self._alone = folder / "alone"
        self._taught_folder = folder / "taught"
        self._alone.mkdir()
        self._taught_folder.mkdir()
        self._checker = Checker(Plan(str(self._root)))
        self._judge = Judge(self._root)
        self._draft = write(self._root, {"d/draft.txt": DRAFT}) / "d/draft.txt"
        self._outcome = self._checker.check_file(self._draft)
        assert self._outcome.reported
        self._cache = Cache(self._checker)
        assert self._cache.get(self._draft) is None
        self._cache.put(self._draft, self._outcome)
        (self._cached,) = (self._root / ".canonym" / "cache").glob("*.json")
        kept = (self._root / ".canonym" / "index").glob("*.index")
        self._decided, self._learned = sorted(kept, key=lambda path: path.stat().st_size)
        self.examples: Mapping[str, st.SearchStrategy[bytes]] = own_files(
            Whole(
                decided=(self._root / "termbase.toml").read_bytes()[:900],
                known=dump(entry(one) for one in self._outcome.reported).encode(),
                outcome=self._cached.read_bytes(),
                learned_index=self._learned.read_bytes(),
                decided_index=self._decided.read_bytes(),
            )
        )
        self._laws: Mapping[str, Callable[[bytes], bool]] = {
            "termbase.toml": self._authored,
            "canonym.toml": self._settings,
            "pyproject.toml": self._settings_of_pyproject,
            "termbase.learned.jsonl": self._taught,
            "baseline.json": self._baseline,
            "outcome.json": self._cached_outcome,
            "learned.index": lambda data: self._compiled(self._learned, data),
            "decided.index": lambda data: self._compiled(self._decided, data),
        }

    def hold(self, name: str, data: bytes) -> None:
        """Load a file and use what it says.

        Raises:
            AssertionError: A law is broken.
        """
        used = self._laws[name](data)
        self.counts[name] += 1
        self.counts["used" if used else "refused or made anew"] += 1

    def _authored(self, data: bytes) -> bool:
        return self._project({"termbase.toml": data})

    def _settings(self, data: bytes) -> bool:
        return self._project({"canonym.toml": data, "termbase.toml": TERMBASE})

    def _settings_of_pyproject(self, data: bytes) -> bool:
        return self._project({"pyproject.toml": data, "termbase.toml": TERMBASE})

    def _project(self, files: dict[str, str | bytes]) -> bool:
        """Check a draft in a project of these files alone."""
        name = next(iter(files))
        for old in self._alone.glob("*.toml"):
            old.unlink()
        write(self._alone, files)
        try:
            checker = Checker(Plan(str(self._alone), today=date(2026, 1, 1)))
            outcome = checker.check_text(self._alone / "draft.txt", lambda: DRAFT)
        except SourceError as error:
            named = error.source.endswith(name)
            assert named or "does not exist" in error.message or "cannot be read" in error.message, error
            assert error.line > 0 or not named, error
            return False
        assert not outcome.problem, outcome.problem
        self._report(outcome)
        return True

    def _taught(self, data: bytes) -> bool:
        told = loaded(data, self._taught_folder)
        assert not told or re.match(r"termbase\.learned\.jsonl:\d+: .*learn it again$", told, re.DOTALL), told
        return not told

    def _baseline(self, data: bytes) -> bool:
        path = self._alone / "baseline.json"
        path.write_bytes(data)
        try:
            entries = baseline_entries(path)
        except BaselineError as error:
            assert error.source == path.as_posix()
            assert error.message.endswith("run --update-baseline again")
            return False
        checked = {self._outcome.name, *(one.path for one in entries)}
        reported, _ = compare(self._outcome.reported, entries, checked)
        assert [one.finding for one in reported] == [one.finding for one in self._outcome.reported]
        self._report(self._outcome._replace(reported=reported))
        after = dump(update(entries, self._outcome.reported, {self._outcome.name}))
        assert dump(parse(after, "")) == after
        return True

    def _cached_outcome(self, data: bytes) -> bool:
        self._cached.write_bytes(data)
        outcome = self._cache.get(self._draft)
        if outcome is None:
            return False
        self._report(outcome)
        file = read_text(self._draft)
        repair(self._checker, self._judge, self._draft, file, outcome.reported, any_suggestion)
        return True

    def _compiled(self, index: Path, data: bytes) -> bool:
        other = index.with_suffix(".other")
        other.write_bytes(data)
        other.replace(index)  # what was there is mapped by others, who are to keep it
        checker = Checker(Plan(str(self._root)))
        assert checker.check_file(self._draft) == self._outcome, "a damaged index gives other findings"
        return index.read_bytes() == data

    def _report(self, outcome: Outcome) -> None:
        report = Report(
            reported=outcome.reported,
            files=(outcome.name,),
            rules=RULES,
            version="1",
            view=View(source=True, statistics=True),
        )
        for name in OUTPUTS:
            "".join(renderer(name)(report)).encode()
