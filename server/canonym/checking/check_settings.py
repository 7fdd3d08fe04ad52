"""The settings of a check as pure values. The floor ``project`` reads them from files."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from canonym.checking.finding import Severity
from canonym.text.values import NamedTuple


class Ignore(NamedTuple):
    """An entry that suppresses findings.

    Attributes:
        text: The form to suppress, as in drafts; empty for any.
        rule: The rule to suppress; empty for all.
        path: Glob of its documents; empty for all.
        reason: The reason, which reports show.
        expires: Its last day.
    """

    text: str = ""
    rule: str = ""
    path: str = ""
    reason: str = ""
    expires: date | None = None


class Settings(NamedTuple):
    """How to check.

    Attributes:
        rules: Level by rule id; it overrides the default of the rule.
        select: Only these rules, if not empty.
        ignore: Not these rules.
        ignores: Suppressions.
        today: The day that decides whether entries have expired; None to ignore expiry.
    """

    rules: Mapping[str, Severity] = MappingProxyType({})
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    today: date | None = None

    def severity(self, rule: str, default: Severity) -> Severity:
        """Return the level at which ``rule`` reports; OFF if it does not run."""
        if rule in self.ignore or (self.select and rule not in self.select):
            return Severity.OFF
        return self.rules.get(rule, default)
