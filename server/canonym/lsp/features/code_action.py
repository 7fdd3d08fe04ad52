"""``textDocument/codeAction``: what can be done about the findings in a range.

Worked out from what we found ourselves: the diagnostics that the editor sends along may be older than the
text, or lack their data.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.checking.finding import Finding
from canonym.checking.fixing import select
from canonym.lsp.analysis import Analysis
from canonym.lsp.edits import edit_of_document
from canonym.lsp.fixes.deciding import decide
from canonym.lsp.fixes.ignoring import ignore
from canonym.lsp.fixes.offer import Offer
from canonym.lsp.fixes.replacing import (
    replace_concept,
    replace_here,
    replace_in_workspace,
    replace_spelling,
)

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.TEXT_DOCUMENT_CODE_ACTION
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.canonym"
"""The kind of the action that applies all safe fixes."""
OPTIONS = types.CodeActionOptions(
    code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL], resolve_provider=True
)
_KINDS = (replace_here, replace_spelling, replace_concept, replace_in_workspace, decide, ignore)


async def handle(
    server: "CanonymServer", params: types.CodeActionParams
) -> list[types.CodeAction | types.Command]:
    """Return the actions of the kinds that the editor asks for."""
    analysis = await server.analysis(params.text_document.uri)
    if analysis is None:
        return []
    actions: list[types.CodeAction] = []
    if _wanted(types.CodeActionKind.QuickFix, params.context.only):
        findings = analysis.findings_in(analysis.snapshot.source.span(params.range))
        actions += _quick_fixes(server, analysis, findings)
    if _wanted(FIX_ALL, params.context.only):
        actions += _fix_all(server, analysis)
    if not server.can.literal_actions:
        return [action.command for action in actions if action.command is not None]
    return list(actions)


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Tell whether a kind is asked for; kinds are hierarchical, and the empty one holds all."""
    return only is None or any(asked in ("", kind) or kind.startswith(f"{asked}.") for asked in only)


def _quick_fixes(
    server: "CanonymServer", analysis: Analysis, findings: Iterable[Finding]
) -> Iterable[types.CodeAction]:
    offers = [Offer(server, analysis, finding) for finding in findings]
    actions = [action for kind in _KINDS for offer in offers for action in kind(offer)]
    preferred = [action for action in actions if action.is_preferred]
    if len(preferred) > 1:
        for action in preferred:
            action.is_preferred = None
    return actions


def _fix_all(server: "CanonymServer", analysis: Analysis) -> Iterable[types.CodeAction]:
    edits = select(analysis.findings)
    if edits:
        yield types.CodeAction(
            title="Mend all names that are surely misspelt",
            kind=FIX_ALL,
            edit=edit_of_document(analysis.snapshot, edits, server.can),
        )
