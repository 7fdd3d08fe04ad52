"""Another spelling of a known name.

The draft spells a name in a way that the corpus does not, and the evidence says which name it is:
the letters, by the habits of transliteration; the other words of the name; a sentence of a related
article that has the name in this place.

*Massoud* is the name in four articles:

- flagged: Ahmad **Masoud** leads them → Massoud
- left alone: **Masoud Barzani** (another person), *Taiwanese* beside Taiwan (a word of its own)

Fix: the spelling of the corpus. Safe where the evidence is overwhelming, the form is no word or
name of its own, and it stands outside quotation marks.
"""

from collections.abc import Iterator

from canonym.checking.draft_reading import Reading
from canonym.checking.finding import Finding, Severity
from canonym.checking.known_form_findings import learned_variants
from canonym.checking.match_findings import name_findings

SEVERITY = Severity.WARNING
TAGS = ("names", "spelling")
FIXABLE = "safe"


def find(reading: Reading, severity: Severity) -> Iterator[Finding]:
    """Yield the findings of this rule in ``reading``."""
    yield from learned_variants(reading, severity)
    yield from name_findings(reading, "variant-name", severity)
