"""A form that the termbase deprecates.

Somebody decided that this form is not to be used, and which one is. Nothing is guessed: the form
stands in the draft as it stands in ``termbase.toml``.

With ``preferred = "Kyiv"`` and ``deprecated = ["Kiev"]``:

- flagged: talks in **Kiev** → Kyiv
- left alone: *chicken Kiev* when that is an entry of its own

Fix: the preferred form; safe outside quotation marks.
"""

from collections.abc import Iterator

from canonym.checking.draft_reading import Reading
from canonym.checking.finding import Finding, Severity
from canonym.checking.known_form_findings import authored_deprecations

SEVERITY = Severity.ERROR
TAGS = ("names", "termbase")
FIXABLE = "safe"


def find(reading: Reading, severity: Severity) -> Iterator[Finding]:
    """Yield the findings of this rule in ``reading``."""
    yield from authored_deprecations(reading, severity)
