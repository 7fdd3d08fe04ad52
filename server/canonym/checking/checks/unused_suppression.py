"""A suppression that silences nothing.

A directive or an ignore entry that no finding needs any more, that has expired or that names a rule
which does not exist, hides the next mistake at its place.

- flagged: ``<!-- canonym: ignore[variant-name] -->`` on a line without findings
- left alone: a directive for a rule that is switched off in the settings

Fix: none; take it out.
"""

from canonym.checking.finding import Severity

SEVERITY = Severity.WARNING
TAGS = ("suppressions",)
FIXABLE = "never"
