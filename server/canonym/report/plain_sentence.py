"""One sentence for outputs that have a single text field: the finding, the suggestion, the evidence."""

from canonym.report.evidence import more, suggestions
from canonym.report.report import Reported, Standing


def full(reported: Reported) -> str:
    """Return message, suggestion and evidence. For a known finding it says so first."""
    finding = reported.finding
    parts = [finding.message if finding.message.endswith((".", "?", "!")) else f"{finding.message}."]
    if finding.suggestions and finding.suggestions[0] not in finding.message:
        parts.append(f"Use {suggestions(finding)}.")
    if why := more(finding):
        parts.append(f"{why[0].upper()}{why[1:]}.")
    known = "" if reported.standing is Standing.NEW else "(known) "
    return known + " ".join(parts)
