"""``initialize``: exchanges the abilities of editor and server."""

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.session.session import Session

METHOD = types.INITIALIZE


def handle(session: Session, _checks: DraftChecks, params: types.InitializeParams) -> None:
    """Record the abilities of the editor."""
    session.start(params)
