"""``textDocument/codeAction``: the fixes and decisions for findings.

The findings are our own. The diagnostics in the request may be older than the text, or lack their data.
"""

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types

from canonym.checking.fixes.apply_fixes import select
from canonym.checking.fixes.write_replacement import written
from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.checks.diagnostics import Link
from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.edits import edit_of_document
from canonym.lsp.fixes.action_kinds import FIX_ALL, QUICK_FIXES, REPAIR, is_asked_for
from canonym.lsp.fixes.asked_findings import asks_for_the_repair, findings_asked
from canonym.lsp.fixes.decide_actions import decide
from canonym.lsp.fixes.fix_request import Offer
from canonym.lsp.fixes.ignore_actions import ignore
from canonym.lsp.fixes.replace_actions import (
    replace_concept,
    replace_here,
    replace_in_workspace,
    replace_spelling,
)
from canonym.lsp.session.client_capabilities import Client
from canonym.lsp.session.session import Session

METHOD = types.TEXT_DOCUMENT_CODE_ACTION
OPTIONS = types.CodeActionOptions(code_action_kinds=[*QUICK_FIXES, FIX_ALL], resolve_provider=True)
_REPLACEMENTS = (replace_here, replace_spelling, replace_concept, replace_in_workspace)
_FIXES = (*_REPLACEMENTS, decide, ignore)
_MOST = 10
"""Most findings with all kinds of actions. Each possible comment costs a parse."""


async def handle(
    session: Session, checks: DraftChecks, params: types.CodeActionParams
) -> list[types.CodeAction | types.Command]:
    """Return the actions of the requested kinds."""
    analysis = await checks.analysis(params.text_document.uri)
    if analysis is None:
        return []
    actions = [
        action
        for action in _actions(analysis, params, session.can, checks.pages.link)
        if is_asked_for(str(action.kind), params.context.only)
    ]
    if asks_for_the_repair(params, session.can):
        actions = [action for action in actions if action.kind == REPAIR]
    if not session.can.literal_actions:
        return [action.command for action in actions if action.command is not None]
    return list(actions)


def _actions(
    analysis: Analysis, params: types.CodeActionParams, can: Client, link: Link
) -> Iterator[types.CodeAction]:
    """Yield the actions of all kinds. An action on the whole document does not belong to a diagnostic."""
    if any(is_asked_for(kind, params.context.only) for kind in QUICK_FIXES):
        offers = [Offer(can, link, analysis, finding) for finding in findings_asked(analysis, params)]
        yield from _quick_fixes(offers)
    if params.context.only is not None or not params.context.diagnostics:
        yield from _fix_all(analysis, can)


def _quick_fixes(offers: Sequence[Offer]) -> Iterable[types.CodeAction]:
    fixes = _FIXES if len(offers) <= _MOST else _REPLACEMENTS
    actions = [action for fix in fixes for offer in offers for action in fix(offer)]
    preferred = [action for action in actions if action.is_preferred]
    if len(preferred) > 1:
        for action in preferred:
            action.is_preferred = None
    return actions


def _fix_all(analysis: Analysis, can: Client) -> Iterable[types.CodeAction]:
    edits = written(analysis.document, select(analysis.findings)).edits
    if edits:
        yield types.CodeAction(
            title="Mend all names that are surely misspelt",
            kind=FIX_ALL,
            edit=edit_of_document(analysis.snapshot, edits, can),
        )
