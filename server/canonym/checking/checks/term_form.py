"""A known term in another form: case, hyphen, accents, apostrophe.

The letters are those of a known name, their dress is not. Information by default, for much of this
is style; a warning where the evidence makes it a misspelling of the name (the corpus never writes
it so, and several articles or a related story write it otherwise) or a person decided on the capitals.

*PlayStation* is the name in the corpus:

- flagged: the new **Playstation** → PlayStation
- left alone: *PLAYSTATION* in a headline of capitals

*iPhone* and *Polish* stand in ``termbase.toml``:

- flagged: an **Iphone**, an **iphone** → iPhone
- left alone: *IPhone* at the start of a sentence, *polish*, which is a word of its own

Fix: the form of the corpus or of the person; safe where the evidence is overwhelming or somebody decided,
outside quotation marks.
"""

from collections.abc import Iterator

from canonym.checking.capital_findings import decided_capitals
from canonym.checking.draft_reading import Reading
from canonym.checking.finding import Finding, Severity
from canonym.checking.known_form_findings import learned_forms
from canonym.checking.match_findings import name_findings

SEVERITY = Severity.INFO
TAGS = ("names", "style")
FIXABLE = "safe"


def find(reading: Reading, severity: Severity) -> Iterator[Finding]:
    """Yield the findings of this rule in ``reading``."""
    yield from decided_capitals(reading, severity)
    yield from learned_forms(reading, severity)
    yield from name_findings(reading, "term-form", severity)
