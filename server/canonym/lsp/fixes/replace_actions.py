"""Replace a spelling: here, everywhere in the document, everywhere in the workspace."""

from collections.abc import Iterator

from lsprotocol import types

from canonym.checking.finding import Edit, Finding
from canonym.checking.replacement import Written, written
from canonym.lsp.fixes.action_kinds import REPAIR, REPLACE
from canonym.lsp.fixes.offer import Offer, quoted
from canonym.text.document import Document

WORKSPACE_COMMAND = "canonym.replaceInWorkspace"
"""Does for an editor that cannot resolve an action what the resolved action would."""


def replace_here(offer: Offer) -> Iterator[types.CodeAction]:
    """Yield one action for each suggestion; the first is preferred if a machine might apply it unasked.

    Only one can be the repair: whoever runs all repairs would put each in the place of the one before it.
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
    """Yield the action that replaces this spelling all over the document."""
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
    """Yield the action that mends all spellings of this name in the document."""
    finding = offer.finding
    if finding.concept is None or finding.edit is None:
        return
    same = [one for one in offer.analysis.findings if of_concept(one, finding.concept.id)]
    if len({one.text for one in same}) < 2:
        return
    edits = edits_of(offer.analysis.document, same).edits
    if len(edits) > 1:
        name = finding.concept.preferred or finding.edit.text
        title = f"Mend all {len(edits)} misspellings of {quoted(name)} in this document"
        yield offer.edit(REPLACE, title, edits)


def replace_in_workspace(offer: Offer) -> Iterator[types.CodeAction]:
    """Yield the action that mends this name in all drafts; what it changes is found when it is chosen."""
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
    """Tell whether ``finding`` is about a name and offers a repair."""
    return finding.concept is not None and finding.concept.id == concept and bool(finding.suggestions)


def edits_of(document: Document, findings: list[Finding]) -> Written:
    """Return what becomes of the best suggestion of each; where two overlap, of the earlier one."""
    edits: list[Edit] = []
    for finding in findings:
        if finding.edit is not None and not (edits and finding.span.overlaps(edits[-1].span)):
            edits.append(finding.edit)
    return written(document, edits)


def _same_spelling(one: Finding, finding: Finding) -> bool:
    return (
        one.text == finding.text and one.edit is not None and one.suggestions[:1] == finding.suggestions[:1]
    )
