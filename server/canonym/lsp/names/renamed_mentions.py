"""Which mentions of a name a rename changes: not what somebody else wrote so, nor what a person silenced."""

from collections.abc import Sequence

from canonym.checking.finding import Edit, Finding, Severity
from canonym.checking.quotations import quotations
from canonym.checking.suppression.apply_suppressions import suppress
from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.names.at_position import Pointed

_RULE = "deprecated-term"


def unsilenced(analysis: Analysis, mentions: Sequence[Pointed]) -> list[Pointed]:
    """Return the mentions that would be reported if their form were deprecated, as a rename makes it."""
    asked = [Finding(_RULE, mention.span, mention.text, "", Severity.INFO) for mention in mentions]
    judged = suppress(analysis.document, asked, analysis.examined.basis.settings)
    silenced = {one.finding.span for one in judged.suppressed}
    return [mention for mention in mentions if mention.span not in silenced]


def parted(analysis: Analysis, edits: Sequence[Edit], at: int) -> tuple[list[Edit], list[Edit]]:
    """Return the edits outside of quotations and those inside; the one at offset ``at`` is outside."""
    quoted = quotations(analysis.document)
    free, inside = list[Edit](), list[Edit]()
    for edit in edits:
        is_here = edit.span.start <= at <= edit.span.end
        is_quoted = not is_here and any(one.overlaps(edit.span) for one in quoted)
        (inside if is_quoted else free).append(edit)
    return free, inside
