"""``initialize``: the editor says what it can do, and is told what we can."""

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.session.session import Session

METHOD = types.INITIALIZE


def handle(session: Session, _checks: DraftChecks, params: types.InitializeParams) -> None:
    """Take note of the editor."""
    session.start(params)
