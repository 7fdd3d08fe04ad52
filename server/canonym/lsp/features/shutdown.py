"""``shutdown``: the session ends."""

from lsprotocol import types

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.session.session import Session

METHOD = types.SHUTDOWN


def handle(session: Session, checks: DraftChecks, _params: None) -> None:
    """End all work."""
    checks.stop()
    session.stop()
