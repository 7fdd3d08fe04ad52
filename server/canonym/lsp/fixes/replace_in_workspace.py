"""Fixes a name in all drafts of the workspace."""

from lsprotocol import types

from canonym.checking.fixes.write_replacement import Written
from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.documents.uris import path_of
from canonym.lsp.edits import Annotation, Changes
from canonym.lsp.fixes.replace_actions import edits_of, of_concept
from canonym.lsp.session.session import Session


async def workspace_edit(
    session: Session, checks: DraftChecks, uri: str, concept: str
) -> types.WorkspaceEdit:
    """Return the edit that fixes every finding about a name in the drafts of a document's root."""
    changes = Changes(session.can)
    root = session.roots.of(path_of(uri))
    known = (await root.knowledge()).index.concept(concept)
    name = known.preferred.form if known is not None and known.preferred is not None else concept
    for analysis in await checks.analyses_of_open(root):
        _add(session, changes, analysis, concept, name)
    async for path, checked in checks.workspace_check.of(root):
        if session.may_write(path) and any(of_concept(finding, concept) for finding in checked.findings):
            closed = await checks.closed_drafts.closed(path, checked.basis)
            if closed is not None:
                _add(session, changes, closed, concept, name)
    return changes.workspace_edit()


def _add(session: Session, changes: Changes, analysis: Analysis, concept: str, name: str) -> None:
    findings = [finding for finding in analysis.findings if of_concept(finding, concept)]
    if not findings:
        return
    sure = all(finding.safe for finding in findings)
    label = f"Spellings of {name} that are surely wrong" if sure else f"Spellings of {name} to look at"
    done = edits_of(analysis.document, findings)
    tell_refused(session, analysis, done)
    changes.add(analysis.snapshot, done.edits, Annotation(label, f"Write {name} as the termbase has it"))


def tell_refused(session: Session, analysis: Analysis, done: Written) -> None:
    """Report which parts of a change over many drafts could not be written, and why."""
    for refused in done.refused:
        line = analysis.document.lines.place(refused.edit.span.start).line + 1
        name = f"{analysis.document.path or analysis.snapshot.uri}:{line}"
        session.show(types.MessageType.Warning, f"{name} is left as it is: {refused.reason}")
