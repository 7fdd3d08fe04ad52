"""``codeAction/resolve``: computes the edit of a chosen action."""

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.fixes.replace_in_workspace import workspace_edit
from canonym.lsp.session.session import Session

METHOD = types.CODE_ACTION_RESOLVE


async def handle(session: Session, checks: DraftChecks, action: types.CodeAction) -> types.CodeAction:
    """Return the action with its edit."""
    data = action.data
    if action.edit is None and isinstance(data, dict) and {"uri", "concept"} <= data.keys():
        action.edit = await workspace_edit(session, checks, str(data["uri"]), str(data["concept"]))
    return action
