"""What a user may set of a check; pure values, read from files by the floor ``project``."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from canonym.checking.finding import Severity
from canonym.text.values import NamedTuple


class Ignore(NamedTuple):
    """An entry that silences findings.

    Attributes:
        text: The form it silences, as it stands in drafts; empty for any.
        rule: The rule it silences; empty for all.
        path: Glob of the documents it holds for; empty for all.
        reason: Why; shown in reports.
        expires: Last day on which it holds.
    """

    text: str = ""
    rule: str = ""
    path: str = ""
    reason: str = ""
    expires: date | None = None


class Settings(NamedTuple):
    """How to check.

    Attributes:
        rules: Level by rule id, over each rule's own default.
        select: Only these rules, when not empty.
        ignore: Not these rules.
        ignores: Silenced findings.
        today: The day on which ``expires`` is judged; None leaves expiry unjudged.
    """

    rules: Mapping[str, Severity] = MappingProxyType({})
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    today: date | None = None

    def severity(self, rule: str, default: Severity) -> Severity:
        """Return the level at which ``rule`` reports; OFF when it is not run."""
        if rule in self.ignore or (self.select and rule not in self.select):
            return Severity.OFF
        return self.rules.get(rule, default)
