"""Another spelling of a known name.

The draft spells a name in a way that the corpus does not. The evidence says which name it is: the letters,
by the habits of transliteration, the other words of the name, or a sentence of a related article with the
name in this place.

*Massoud* is the name in four articles:

- flagged: Ahmad **Masoud** leads them → Massoud
- left alone: **Masoud Barzani** (another person), *Taiwanese* beside Taiwan (a word of its own)

Fix: the spelling of the corpus. Safe where the evidence is overwhelming, the form is no word or
name of its own, and it stands outside quotation marks.
"""

from collections.abc import Iterator

from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.finding import Finding, Severity
from canonym.checking.finding_parts import counted
from canonym.checking.known_form_findings import outvoted_form
from canonym.checking.known_forms import KnownForm, wrong_forms
from canonym.checking.match_findings import Complaint, findings_from_matches
from canonym.matching.matcher import Difference
from canonym.termbase.concept import Origin

SEVERITY = Severity.WARNING
TAGS = ("names", "spelling")
FIXABLE = "safe"
_RESPELT = Complaint("variant-name", Difference.SPELLING, "“{text}” looks like another spelling of “{new}”")


def find(checked: DraftUnderCheck, severity: Severity) -> Iterator[Finding]:
    """Yield the findings of this rule in ``checked``."""
    for known in wrong_forms(checked, Origin.LEARNED):
        if not known.has_same_letters:
            yield from outvoted_form(checked, known, "variant-name", _message(known), severity)
    yield from findings_from_matches(checked, _RESPELT, severity)


def _message(known: KnownForm) -> str:
    counts = f"{counted(known.best.articles, 'article')} of the corpus against {known.term.articles}"
    return f"“{known.mention.text}” is another spelling of “{known.best.form}”: {counts}"
