"""``workspace/didChangeWatchedFiles``: files changed outside of the editor."""

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.documents.uris import path_of
from canonym.lsp.session.session import Session
from canonym.lsp.session.watching import follow_changes

METHOD = types.WORKSPACE_DID_CHANGE_WATCHED_FILES


async def handle(session: Session, checks: DraftChecks, params: types.DidChangeWatchedFilesParams) -> None:
    """Reload our own files that changed, or note a changed draft."""
    paths = [path for change in params.changes if (path := path_of(change.uri)) is not None]
    await follow_changes(session, paths, checks.workspace_findings.all)
