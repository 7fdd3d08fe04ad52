"""The list of all rules: their levels, documentation and functions."""

from collections.abc import Callable, Iterator, Mapping
from types import ModuleType

from canonym.checking.checks import (
    deprecated_term,
    inconsistent_name,
    suspect_term,
    term_form,
    unused_suppression,
    variant_name,
)
from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.finding import Finding, Severity
from canonym.text.values import NamedTuple

Finder = Callable[[DraftUnderCheck, Severity], Iterator[Finding]]


class Rule(NamedTuple):
    """A rule as people see it.

    Attributes:
        id: Its name in settings, reports and suppressions.
        severity: Its level unless a setting changes it.
        summary: One line.
        documentation: What it finds, why, an example, and whether its fixes are safe; Markdown.
        tags: Words by which reports group it.
        fixable: ``safe`` (some fixes need no person), ``unsafe`` or ``never``.
    """

    id: str
    severity: Severity
    summary: str
    documentation: str
    tags: tuple[str, ...]
    fixable: str


CHECKS = (
    deprecated_term,
    variant_name,
    suspect_term,
    term_form,
    inconsistent_name,
    unused_suppression,
)
"""All checks. Where findings overlap, the earlier check wins."""


def _id(check: ModuleType) -> str:
    return check.__name__.rpartition(".")[2].replace("_", "-")


def _rule(check: ModuleType) -> Rule:
    summary, _, rest = (check.__doc__ or "").strip().partition("\n")
    return Rule(_id(check), check.SEVERITY, summary.rstrip("."), rest.strip(), check.TAGS, check.FIXABLE)


RULES: Mapping[str, Rule] = {rule.id: rule for rule in map(_rule, CHECKS)}
"""All rules by id."""

FINDERS: Mapping[str, Finder] = {_id(check): check.find for check in CHECKS if hasattr(check, "find")}
"""The functions that find the findings of a rule in a single draft, by rule id."""
