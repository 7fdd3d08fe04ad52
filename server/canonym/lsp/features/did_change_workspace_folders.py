"""``workspace/didChangeWorkspaceFolders``: folders came or went."""

from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.documents.uris import path_of

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS


async def handle(server: "CanonymServer", params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Follow the folders; documents that are still open keep what they are checked with."""
    removed = {path_of(folder.uri) for folder in params.event.removed}
    added = [path_of(folder.uri) for folder in params.event.added]
    kept = [folder for folder in server.roots.folders if folder not in removed]
    server.roots.set_folders([*kept, *(folder for folder in added if folder is not None)])
    server.roots.drop_unused(document.path for document in server.documents if document.path is not None)
    server.load_folders()
    server.publisher.look_again()
