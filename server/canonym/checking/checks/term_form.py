"""A known term in another form: case, hyphen, accents, apostrophe.

The letters are those of a known name, but their case, hyphens, accents or apostrophes differ. The level
is information by default, because much of this is style. It is a warning where the evidence makes it a
misspelling of the name: the corpus never writes it so, and several articles or a related story write it
otherwise. It is also a warning if a person decided on the capitals.

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

from canonym.checking.authored_capitals import decided_capitals
from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.finding import Finding, Severity
from canonym.checking.finding_parts import counted
from canonym.checking.known_form_findings import outvoted_form
from canonym.checking.known_forms import KnownForm, wrong_forms
from canonym.checking.match_findings import Complaint, findings_from_matches
from canonym.matching.matcher import Difference
from canonym.termbase.concept import Origin

SEVERITY = Severity.INFO
TAGS = ("names", "style")
FIXABLE = "safe"
_DRESSED = Complaint("term-form", Difference.DRESS, "“{text}” is written “{new}” in the {source}")


def find(checked: DraftUnderCheck, severity: Severity) -> Iterator[Finding]:
    """Yield the findings of this rule in ``checked``; what is more than style is a warning at least."""
    grave = Severity.WARNING if severity is Severity.INFO else severity
    yield from decided_capitals(checked, grave)
    for known in wrong_forms(checked, Origin.LEARNED):
        if known.has_same_letters:
            yield from outvoted_form(checked, known, "term-form", _message(known), severity)
    yield from findings_from_matches(checked, _DRESSED, grave)


def _message(known: KnownForm) -> str:
    counts = f"{counted(known.best.articles, 'article')} against {known.term.articles}"
    return f"“{known.mention.text}” is mostly written “{known.best.form}” in the corpus: {counts}"
