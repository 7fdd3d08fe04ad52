"""``workspace/didChangeConfiguration``: the editor's settings changed."""

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.session.session import Session

METHOD = types.WORKSPACE_DID_CHANGE_CONFIGURATION


async def handle(session: Session, checks: DraftChecks, params: types.DidChangeConfigurationParams) -> None:
    """Request the settings again and check with them. An editor without this request sends them along."""
    session.settings.push(params.settings)
    await session.roots.reload_all()
    checks.publisher.show_all()
