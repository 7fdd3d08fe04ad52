"""A form that the termbase deprecates.

Somebody decided that this form is not to be used, and which one is. Nothing is guessed: the form
stands in the draft as it stands in ``termbase.toml``.

With ``preferred = "Kyiv"`` and ``deprecated = ["Kiev"]``:

- flagged: talks in **Kiev** → Kyiv
- left alone: *chicken Kiev* when that is an entry of its own

Fix: the preferred form, or the admitted form that is nearer in length and make: a surname for a surname.
Where two are equally near, both are offered. Safe outside quotation marks if there is only one.
"""

from collections.abc import Iterator

from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.finding import Finding, Severity
from canonym.checking.known_form_findings import decided_form
from canonym.checking.known_forms import wrong_forms
from canonym.termbase.concept import Origin

SEVERITY = Severity.ERROR
TAGS = ("names", "termbase")
FIXABLE = "safe"


def find(checked: DraftUnderCheck, severity: Severity) -> Iterator[Finding]:
    """Yield the findings of this rule in ``checked``."""
    for known in wrong_forms(checked, Origin.AUTHORED):
        term, note = known.term, known.concept.note
        note = f": {term.note}" if term.note else f" ({note})" if note else ""
        instead = " or ".join(f"“{right.form}”" for right in known.right)
        message = f"“{known.mention.text}” is {term.status} in the termbase; use {instead}{note}"
        yield from decided_form(checked, known, "deprecated-term", message, severity)
