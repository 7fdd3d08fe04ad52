"""Findings as diagnostics."""

from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from lsprotocol import types

from canonym.checking.finding import Finding, Severity
from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.documents.uris import uri_of
from canonym.lsp.session.client_capabilities import Client
from canonym.project.project import Project
from canonym.termbase.concept import Attestation
from canonym.text.scripts.script_of_words import has_right_to_left

SOURCE = "canonym"
"""The origin of our diagnostics in editors."""

Link = Callable[[str], str | None]
"""Returns the URI of the documentation of a rule."""

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_TAGS = {
    "deprecated-term": types.DiagnosticTag.Deprecated,
    "unused-suppression": types.DiagnosticTag.Unnecessary,
}
_EXAMPLES = 3


def diagnostics_of(analysis: Analysis, can: Client, link: Link) -> list[types.Diagnostic]:
    """Return the diagnostics of an analysis."""
    return [diagnostic_of(finding, analysis, can, link) for finding in analysis.findings]


def diagnostic_of(finding: Finding, analysis: Analysis, can: Client, link: Link) -> types.Diagnostic:
    """Return a finding as a diagnostic, with as much as the editor can show."""
    address = link(finding.rule) if can.describes_codes else None
    return types.Diagnostic(
        range=analysis.snapshot.source.range(finding.span),
        message=finding.message,
        severity=_SEVERITIES.get(finding.severity, types.DiagnosticSeverity.Information),
        code=finding.rule,
        code_description=None if address is None else types.CodeDescription(address),
        source=SOURCE,
        tags=_tags(finding, analysis) if can.tags else None,
        related_information=(list(_related(finding, analysis)) or None) if can.relates else None,
        data=_data(finding) if can.keeps_data else None,
    )


def failure_of(message: str) -> types.Diagnostic:
    """Return the diagnostic at the start of a document for a failure."""
    start = types.Position(0, 0)
    return types.Diagnostic(
        types.Range(start, start), message, severity=types.DiagnosticSeverity.Warning, source=SOURCE
    )


def result_id(diagnostics: Sequence[types.Diagnostic]) -> str:
    """Return a name for these diagnostics. Equal diagnostics have equal names."""
    return blake2b(repr(diagnostics).encode("utf-8", "backslashreplace"), digest_size=8).hexdigest()


def place_of(attestation: Attestation, project: Project) -> types.Location | None:
    """Return the place of an attestation, if its article still exists."""
    path = article_of(attestation.path, project)
    if path is None:
        return None
    line = max(attestation.line - 1, 0)
    return types.Location(uri_of(path), types.Range(types.Position(line, 0), types.Position(line, 0)))


def article_of(name: str, project: Project) -> Path | None:
    """Return the file of an article; its name is relative to the root or to a directory of the corpus."""
    places = (project.root, *(project.root / corpus for corpus in project.settings.corpus))
    return next((place / name for place in places if (place / name).is_file()), None)


def _tags(finding: Finding, analysis: Analysis) -> list[types.DiagnosticTag] | None:
    """Return how an editor shows the text, but for lines with letters from right to left.

    VS Code cuts a line where letters look different, and orders its pieces from left to right.
    """
    tag, text = _TAGS.get(finding.rule), analysis.snapshot.source.text
    if tag is None:
        return None
    start = text.rfind("\n", 0, finding.span.start) + 1
    end = text.find("\n", finding.span.end)
    return None if has_right_to_left(text[start : end if end >= 0 else len(text)]) else [tag]


def _related(finding: Finding, analysis: Analysis) -> Iterator[types.DiagnosticRelatedInformation]:
    for other in finding.related:
        if other.path == analysis.document.path:
            place = types.Location(analysis.snapshot.uri, analysis.snapshot.source.range(other.span))
            yield types.DiagnosticRelatedInformation(place, f"“{other.text}” stands here")
        elif other in analysis.elsewhere:
            yield types.DiagnosticRelatedInformation(
                analysis.elsewhere[other], f"“{other.text}” stands in {other.path}"
            )
    for example in finding.evidence.examples[:_EXAMPLES]:
        location = place_of(example, analysis.basis.knowledge.project)
        if location is not None:
            quoted = example.text or f"attested in {example.path}:{example.line}"
            yield types.DiagnosticRelatedInformation(location, quoted)


def _data(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "text": finding.text,
        "suggestions": list(finding.suggestions),
        "concept": None if finding.concept is None else finding.concept.id,
    }
