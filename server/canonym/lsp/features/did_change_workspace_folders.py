"""``workspace/didChangeWorkspaceFolders``: folders were added or removed."""

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.documents.uris import path_of
from canonym.lsp.session.session import Session

METHOD = types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS


async def handle(
    session: Session, checks: DraftChecks, params: types.DidChangeWorkspaceFoldersParams
) -> None:
    """Update the folders. Open documents keep their termbases and settings."""
    removed = {path_of(folder.uri) for folder in params.event.removed}
    added = [path_of(folder.uri) for folder in params.event.added]
    kept = [folder for folder in session.roots.folders if folder not in removed]
    session.roots.set_folders([*kept, *(folder for folder in added if folder is not None)])
    session.roots.drop_unused(document.path for document in session.documents if document.path is not None)
    session.load_folders()
    checks.publisher.show_all()
