"""What the commands of a session work with."""

from canonym.lsp.checks.draft_checks import DraftChecks
from canonym.lsp.own_files.own_edits import OwnEdits
from canonym.lsp.session.session import Session
from canonym.text.values import NamedTuple


class CommandContext(NamedTuple):
    """The objects that a command works with.

    Attributes:
        session: The session.
        checks: Its checks of drafts.
        own_edits: Edits our own files, one edit after the other.
    """

    session: Session
    checks: DraftChecks
    own_edits: OwnEdits
