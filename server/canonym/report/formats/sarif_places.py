"""Places in the vocabulary of SARIF."""

from urllib.parse import quote

from canonym.report.report import Reported
from canonym.text.lines import Place

Json = dict[str, object]

MAX_CONTEXT = 10_000
"""Most characters of lines to repeat with a finding. One line may have thousands of findings."""


def artifact(path: str) -> Json:
    """Return the location of a draft, relative to the directory of the check."""
    if path.startswith("/") or path[1:3] == ":/":
        return {"uri": "file:///" + quote(path.lstrip("/"), safe="/:", errors="replace")}
    return {"uri": quote(path, errors="replace"), "uriBaseId": "%SRCROOT%"}


def region(start: Place, end: Place) -> Json:
    """Return lines and columns from 1. The end column is after the last code point."""
    return {
        "startLine": start.line + 1,
        "startColumn": start.column + 1,
        "endLine": end.line + 1,
        "endColumn": end.column + 1,
    }


def location(reported: Reported) -> Json:
    """Return the place of a finding with its text, and with its lines unless they are very long."""
    own = region(reported.start, reported.end) | {"snippet": {"text": reported.finding.text}}
    place: Json = {"artifactLocation": artifact(reported.path), "region": own}
    if sum(map(len, reported.source)) <= MAX_CONTEXT:
        place["contextRegion"] = {
            "startLine": reported.start.line + 1,
            "endLine": reported.end.line + 1,
            "snippet": {"text": "\n".join(reported.source)},
        }
    return {"physicalLocation": place}
