"""Decides which findings count: those that the baseline lacks, on changed lines."""

import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from canonym.checking.check_settings import Settings
from canonym.checking.rules import RULES
from canonym.project.files.text_files import NotText, read_text
from canonym.project.project import Project
from canonym.report.report import Reported, StaleEntry
from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from canonym.project.git.line_changes import Lines
    from canonym.project.git.since import Since
    from canonym.report.baseline import Entry


class Judge(NamedTuple):
    """What a run leaves out or marks.

    Attributes:
        root: The root of the project.
        entries: The known findings of the rules in this run; None without a baseline.
        aside: The known findings of rules that are off in this run.
        since: Finds the changed lines; None if all lines count.
        given: The content of drafts that do not come from disk, by name.
    """

    root: Path
    entries: "tuple[Entry, ...] | None" = None
    aside: "tuple[Entry, ...]" = ()
    since: "Since | None" = None
    given: Mapping[str, bytes] = MappingProxyType({})

    def judge(
        self, reported: Sequence[Reported], checked: Collection[str]
    ) -> tuple[tuple[Reported, ...], tuple[StaleEntry, ...]]:
        """Return the remaining findings with the known ones marked, and the stale entries of the baseline.

        Args:
            reported: Findings of whole drafts.
            checked: Names of those drafts.
        """
        stale: tuple[StaleEntry, ...] = ()
        marked = tuple(reported)
        if self.entries is not None:
            from canonym.report.baseline import compare

            marked, stale = compare(reported, self.entries, {*checked, *self.gone()})
        return self._changed(marked), stale

    def gone(self) -> set[str]:
        """Return the drafts of the baseline that no longer exist."""
        return {e.path for e in self.entries or () if not os.path.exists(self.root / e.path)}  # noqa: PTH110  (Path's own may raise)

    def _changed(self, reported: tuple[Reported, ...]) -> tuple[Reported, ...]:
        if self.since is None:
            return reported
        paths = {one.path: self.root / one.path for one in reported}
        lines = self.since.lines({path: self.given.get(name) for name, path in paths.items()})
        return tuple(one for one in reported if _is_in(lines[paths[one.path]], one))


def _is_in(lines: "Lines | None", reported: Reported) -> bool:
    own = range(reported.start.line, reported.end.line + 1)
    return lines is None or any(r.start < own.stop and own.start < r.stop for r in lines)


def judge_of(project: Project, settings: Settings, baseline: str | None, since: str | None) -> Judge:
    """Return the judge of a run.

    Raises:
        BaselineError: The baseline cannot be read.
        GitError: Git does not know the revision, or cannot run.
    """
    judge = Judge(project.root)
    if baseline:
        known = baseline_entries(Path(baseline))
        off = rules_off(settings)
        entries, aside = (tuple(e for e in known if (e.rule in off) is is_off) for is_off in (False, True))
        judge = judge._replace(entries=entries, aside=aside)
    if since is None:
        return judge
    from canonym.project.git.since import Since

    return judge._replace(since=Since(project.root, since))


def rules_off(settings: Settings) -> set[str]:
    """Return the rules that are off."""
    return {rule.id for rule in RULES.values() if not settings.severity(rule.id, rule.severity).is_on}


def baseline_entries(file: Path) -> "tuple[Entry, ...]":
    """Return the entries of a baseline; none if the file does not exist.

    Raises:
        BaselineError: It cannot be read.
    """
    from canonym.report.baseline import BaselineError, parse

    if not file.exists():
        return ()
    try:
        text = read_text(file).text
    except NotText as error:
        raise BaselineError(file.as_posix(), 0, "", error.message) from error
    return parse(text, file.as_posix())
