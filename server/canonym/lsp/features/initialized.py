"""``initialized``: the session begins. The editor is asked to watch files and settings."""

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.session.session import Session
from canonym.lsp.session.watching import look_on, registrations

METHOD = types.INITIALIZED


async def handle(session: Session, _checks: DraftChecks, _params: types.InitializedParams) -> None:
    """Send the requests that are allowed only now, and begin to load."""
    session.spawn(look_on(session), "watching")
    session.load_folders()
    wanted = registrations() if session.can.registers_watching else []
    if session.can.registers_configuration:
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        wanted.append(types.Registration(id=method, method=method, register_options={"section": "canonym"}))
    if wanted:
        await session.editor.register(wanted)
