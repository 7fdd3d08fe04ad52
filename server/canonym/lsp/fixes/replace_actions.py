"""Actions that replace a spelling: here, in the document, or in the workspace."""

from collections.abc import Iterator

from lsprotocol import types

from canonym.checking.finding import Edit, Finding
from canonym.checking.fixes.write_replacement import Written, written
from canonym.lsp.fixes.action_kinds import REPAIR, REPLACE
from canonym.lsp.fixes.fix_request import Offer, quoted
from canonym.text.document import Document

WORKSPACE_COMMAND = "canonym.replaceInWorkspace"
"""The command for editors that cannot resolve an action. It does the same as the resolved action."""


def replace_here(offer: Offer) -> Iterator[types.CodeAction]:
    """Yield one action for each suggestion. The first is preferred if the finding is safe.

    Only one action can be the repair. An editor that runs all repairs would replace each one by the next.
    """
    finding = offer.finding
    for number, suggestion in enumerate(finding.suggestions):
        if suggestion == finding.text:
            continue
        title = f"Replace with {quoted(suggestion)}" if suggestion else f"Remove {quoted(finding.text)}"
        preferred = number == 0 and finding.safe
        kind = REPAIR if number == 0 else REPLACE
        done = written(offer.analysis.document, [Edit(finding.span, suggestion)])
        if done.edits:
            yield offer.edit(kind, title, done.edits, preferred=preferred)
        elif offer.can.disables_actions:
            yield offer.disabled(kind, title, done.refused[0].reason)


def replace_spelling(offer: Offer) -> Iterator[types.CodeAction]:
    """Yield the action that replaces this spelling everywhere in the document."""
    finding = offer.finding
    same = [one for one in offer.analysis.findings if _same_spelling(one, finding)]
    if finding.edit is None or not finding.edit.text or len(same) < 2:
        return
    edits = edits_of(offer.analysis.document, same).edits
    if len(edits) > 1:
        spelling = f"{len(edits)} {quoted(finding.text)}"
        title = f"Replace all {spelling} in this document with {quoted(finding.edit.text)}"
        yield offer.edit(REPLACE, title, edits)


def replace_concept(offer: Offer) -> Iterator[types.CodeAction]:
    """Yield the action that replaces all wrong spellings of this name in its language in the document."""
    finding = offer.finding
    if finding.concept is None or finding.edit is None:
        return
    spoken = offer.analysis.document.language_at(finding.span.start)
    same = [
        one
        for one in offer.analysis.findings
        if of_concept(one, finding.concept.id)
        and offer.analysis.document.language_at(one.span.start) == spoken
    ]
    if len({one.text for one in same}) < 2:
        return
    edits = edits_of(offer.analysis.document, same).edits
    if len(edits) > 1:
        name = finding.concept.preferred or finding.edit.text
        title = f"Mend all {len(edits)} misspellings of {quoted(name)} in this document"
        yield offer.edit(REPLACE, title, edits)


def replace_in_workspace(offer: Offer) -> Iterator[types.CodeAction]:
    """Yield the action that fixes this name in all drafts. Its edit is computed when it is chosen."""
    finding = offer.finding
    if finding.concept is None or finding.edit is None or offer.analysis.snapshot.path is None:
        return
    title = (
        f"Mend all misspellings of {quoted(finding.concept.preferred or finding.edit.text)} in the workspace"
    )
    if offer.can.resolves_actions:
        data: dict[str, object] = {"uri": offer.analysis.snapshot.uri, "concept": finding.concept.id}
        yield offer.action(REPLACE, title, data=data)
    elif offer.can.applies_edits:
        yield offer.command(REPLACE, title, WORKSPACE_COMMAND, concept=finding.concept.id)


def of_concept(finding: Finding, concept: str) -> bool:
    """Return whether ``finding`` is about a name and has a fix."""
    return finding.concept is not None and finding.concept.id == concept and bool(finding.suggestions)


def edits_of(document: Document, findings: list[Finding]) -> Written:
    """Return the edits for the best suggestion of each finding. Where two overlap, the earlier wins."""
    edits: list[Edit] = []
    for finding in findings:
        if finding.edit is not None and not (edits and finding.span.overlaps(edits[-1].span)):
            edits.append(finding.edit)
    return written(document, edits)


def _same_spelling(one: Finding, finding: Finding) -> bool:
    return (
        one.text == finding.text and one.edit is not None and one.suggestions[:1] == finding.suggestions[:1]
    )
