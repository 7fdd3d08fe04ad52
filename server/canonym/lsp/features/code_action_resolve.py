"""``codeAction/resolve``: an action was chosen whose edit is still to be found."""

from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.fixes.workspace import workspace_edit

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.CODE_ACTION_RESOLVE


async def handle(server: "CanonymServer", action: types.CodeAction) -> types.CodeAction:
    """Return the action with its edit."""
    data = action.data
    if action.edit is None and isinstance(data, dict) and {"uri", "concept"} <= data.keys():
        action.edit = await workspace_edit(server, str(data["uri"]), str(data["concept"]))
    return action
