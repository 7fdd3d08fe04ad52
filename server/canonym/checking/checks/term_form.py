"""A known term in another form: case, hyphen, accents, apostrophe.

The letters are those of a known name, their dress is not. Information by default, for much of this
is style; a warning where the evidence makes it a misspelling of the name (the corpus never writes
it so, and several articles or a related story write it otherwise).

*PlayStation* is the name in the corpus:

- flagged: the new **Playstation** → PlayStation
- left alone: *PLAYSTATION* in a headline of capitals

Fix: the form of the corpus; safe where the evidence is overwhelming and it stands outside quotation marks.
"""

from collections.abc import Iterator

from canonym.checking.finding import Finding, Severity
from canonym.checking.naming import name_findings
from canonym.checking.reading import Reading
from canonym.checking.standing import learned_forms

SEVERITY = Severity.INFO
TAGS = ("names", "style")
FIXABLE = "safe"


def find(reading: Reading, severity: Severity) -> Iterator[Finding]:
    """Yield the findings of this rule in ``reading``."""
    yield from learned_forms(reading, severity)
    yield from name_findings(reading, "term-form", severity)
