"""The rules: what each complains of, how gravely, and its documentation."""

from collections.abc import Mapping
from importlib import import_module

from canonym.checking.finding import Severity
from canonym.text.values import NamedTuple


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
    "deprecated_term",
    "variant_name",
    "suspect_term",
    "term_form",
    "inconsistent_name",
    "unused_suppression",
)
"""The modules of ``checks``; where findings overlap, the earlier rule stands."""


def _rule(module: str) -> Rule:
    check = import_module(f"canonym.checking.checks.{module}")
    text = (check.__doc__ or "").strip()
    summary, _, rest = text.partition("\n")
    return Rule(
        module.replace("_", "-"), check.SEVERITY, summary.rstrip("."), rest.strip(), check.TAGS, check.FIXABLE
    )


RULES: Mapping[str, Rule] = {rule.id: rule for rule in map(_rule, CHECKS)}
"""All rules by id."""
