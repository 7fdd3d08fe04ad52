"""``initialized``: the session begins; the editor is asked to watch files and settings for us."""

from typing import TYPE_CHECKING

from lsprotocol import types

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

METHOD = types.INITIALIZED


async def handle(server: "CanonymServer", _params: types.InitializedParams) -> None:
    """Ask for what can be asked for only now, and begin to load."""
    server.watcher.start()
    server.load_folders()
    registrations = server.watcher.registrations()
    if server.can.registers_configuration:
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        registrations.append(
            types.Registration(id=method, method=method, register_options={"section": "canonym"})
        )
    if registrations:
        await server.client_register_capability_async(types.RegistrationParams(registrations))
