"""The rules, listed once: what each complains of, how gravely, its documentation, and what finds it."""

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
from canonym.checking.draft_reading import Reading
from canonym.checking.finding import Finding, Severity
from canonym.text.values import NamedTuple

Finder = Callable[[Reading, Severity], Iterator[Finding]]


class Rule(NamedTuple):
    """A rule as people see it.

    Attributes:
        id: Its name in settings, reports and suppressions.
        severity: Its level unless a setting says otherwise.
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
"""All checks, once; where findings overlap, the earlier one stands."""


def _id(check: ModuleType) -> str:
    return check.__name__.rpartition(".")[2].replace("_", "-")


def _rule(check: ModuleType) -> Rule:
    summary, _, rest = (check.__doc__ or "").strip().partition("\n")
    return Rule(_id(check), check.SEVERITY, summary.rstrip("."), rest.strip(), check.TAGS, check.FIXABLE)


RULES: Mapping[str, Rule] = {rule.id: rule for rule in map(_rule, CHECKS)}
"""All rules by id."""

FINDERS: Mapping[str, Finder] = {_id(check): check.find for check in CHECKS if hasattr(check, "find")}
"""What finds the findings of a rule in a draft by itself, by the id of the rule."""
