"""A real word where the corpus has another.

Machine translation swaps one real word for another. The word is right by itself, so no spelling
checker sees it; the corpus has another name beside the same words, and the story at hand is about
that one.

*anti-Taliban* is the term of the related articles:

- flagged: the **anti-Tibetan** Northern Alliance → anti-Taliban
- left alone: *anti-Soviet* (the corpus has it, too)

Fix: the corpus's word; never safe, since the draft may mean what it says.
"""

from collections.abc import Iterator

from canonym.checking.finding import Finding, Severity
from canonym.checking.naming import name_findings
from canonym.checking.reading import Reading

SEVERITY = Severity.WARNING
TAGS = ("names", "meaning")
FIXABLE = "unsafe"


def find(reading: Reading, severity: Severity) -> Iterator[Finding]:
    """Yield the findings of this rule in ``reading``."""
    yield from name_findings(reading, "suspect-term", severity)
