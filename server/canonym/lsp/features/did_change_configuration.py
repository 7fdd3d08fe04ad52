"""``workspace/didChangeConfiguration``: the editor's settings changed."""

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.WORKSPACE_DID_CHANGE_CONFIGURATION


async def handle(server: "CanonymServer", params: types.DidChangeConfigurationParams) -> None:
    """Ask for the settings anew and check with them; editors that cannot be asked send them along."""
    server.settings.push(params.settings)
    await server.reload_all()
    server.publisher.look_again()
