"""The result of a run, with all findings placed and marked: the one value that every output takes."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from canonym.checking.finding import Finding, Severity
from canonym.checking.rules import Rule
from canonym.checking.suppression.apply_suppressions import SuppressionKind
from canonym.report.fingerprint import Anchor, fingerprint
from canonym.text.lines import Place
from canonym.text.values import NamedTuple


class Standing(StrEnum):
    """The state of a finding against the baseline, in the vocabulary of SARIF."""

    NEW = "new"
    KNOWN = "unchanged"
    REWORDED = "updated"


class Suppression(NamedTuple):
    """Why a finding is suppressed: the place of the suppression, and its reason."""

    kind: SuppressionKind
    reason: str


class RelatedPlace(NamedTuple):
    """A competing spelling with its place, from 0 in code points."""

    path: str
    start: Place
    end: Place
    text: str


class Reported(NamedTuple):
    """A finding with all that an output needs, so that it needs no draft.

    Attributes:
        path: The draft, relative to the project, with ``/``.
        finding: The finding.
        start: Where it begins, from 0, in code points.
        end: Where it ends, exclusive.
        source: The lines of the draft from ``start.line`` to ``end.line``.
        before: The line above, empty at the top.
        after: The line below, empty at the end.
        anchor: What identifies the finding from run to run.
        occurrence: Its number among the findings with this anchor, from 1.
        related: Competing spellings.
        standing: Its state against the baseline.
        suppression: Why it is suppressed; None if it is not.
        replacements: For each suggestion the text to write into the file; None where it cannot be written.
        refusal: Why the first suggestion cannot be written; empty if it can.
        language: The tag of the language of its place; ``und`` if nothing shows it.
    """

    path: str
    finding: Finding
    start: Place
    end: Place
    source: tuple[str, ...]
    before: str
    after: str
    anchor: Anchor
    occurrence: int = 1
    related: tuple[RelatedPlace, ...] = ()
    standing: Standing = Standing.NEW
    suppression: Suppression | None = None
    replacements: tuple[str | None, ...] = ()
    refusal: str = ""
    language: str = "und"

    @property
    def fingerprint(self) -> str:
        """The name of this finding from run to run. It holds no line number."""
        return fingerprint(self.anchor, self.occurrence)

    @property
    def counts(self) -> bool:
        """Return whether it may fail the run: it is neither suppressed nor known."""
        return self.suppression is None and self.standing is Standing.NEW

    @property
    def severity(self) -> Severity:
        """The level of the finding."""
        return self.finding.severity

    @property
    def is_mendable(self) -> bool:
        """Return whether its first suggestion can be written into the draft."""
        return bool(self.finding.suggestions) and not self.refusal


class Problem(NamedTuple):
    """A draft that could not be checked, and why."""

    path: str
    message: str


class StaleEntry(NamedTuple):
    """An entry of the baseline that no finding matches any more."""

    fingerprint: str
    rule: str
    path: str
    text: str


class FixedFile(NamedTuple):
    """A repaired draft: the number of edits, and the count of each ``old -> new``."""

    path: str
    edits: tuple[tuple[str, str], ...]


class Mending(StrEnum):
    """Which findings of a run were to be repaired."""

    NOTHING = "nothing"
    SAFE = "safe"
    ALL = "all"


class View(NamedTuple):
    """How an output for people looks.

    Attributes:
        color: Whether to colour.
        source: Whether to show the source line with a caret.
        summary: Whether to end with a count.
        statistics: Whether to count by rule, concept and spelling.
    """

    color: bool = False
    source: bool = False
    summary: bool = True
    statistics: bool = False


class Report(NamedTuple):
    """Everything about a run.

    Attributes:
        reported: Findings by path and place; suppressed and known ones are marked.
        files: Every draft that was checked.
        problems: Drafts that could not be read.
        rules: The rules that may report, by id.
        stale: Entries of the baseline that no finding matches.
        fixed: Drafts that this run repaired.
        mending: Which findings were to be repaired.
        compared: Whether there is a baseline.
        version: The version of the program.
        properties: More about the run, for outputs with room for it.
        view: How it looks to people.
    """

    reported: tuple[Reported, ...]
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    rules: Mapping[str, Rule] = MappingProxyType({})
    stale: tuple[StaleEntry, ...] = ()
    fixed: tuple[FixedFile, ...] = ()
    mending: Mending = Mending.NOTHING
    compared: bool = False
    version: str = ""
    properties: Mapping[str, str | int | list[str]] = MappingProxyType({})
    view: View = View()

    @property
    def shown(self) -> tuple[Reported, ...]:
        """Findings that are not suppressed."""
        return tuple(r for r in self.reported if r.suppression is None)

    @property
    def counted(self) -> tuple[Reported, ...]:
        """Findings that may fail the run."""
        return tuple(r for r in self.reported if r.counts)

    def by_path(self) -> Iterator[tuple[str, tuple[Reported, ...]]]:
        """Yield every checked draft with its findings, without suppressed ones."""
        found: dict[str, list[Reported]] = {path: [] for path in self.files}
        for reported in self.shown:
            found.setdefault(reported.path, []).append(reported)
        for path, findings in found.items():
            yield path, tuple(findings)
