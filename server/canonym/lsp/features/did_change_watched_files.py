"""``workspace/didChangeWatchedFiles``: files changed outside of the editor."""

from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.documents.uris import path_of

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.WORKSPACE_DID_CHANGE_WATCHED_FILES


async def handle(server: "CanonymServer", params: types.DidChangeWatchedFilesParams) -> None:
    """Load anew what changed, or note that a draft did."""
    paths = [path for change in params.changes if (path := path_of(change.uri)) is not None]
    await server.watcher.changed(paths)
