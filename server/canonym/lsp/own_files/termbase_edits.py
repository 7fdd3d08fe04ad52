"""The present text of the authored termbase: in the editor if it is open there, else on disk."""

from pathlib import Path

from canonym.checking.finding import Edit
from canonym.lsp.documents.closed_file import closed_snapshot
from canonym.lsp.documents.documents import Documents, Snapshot
from canonym.project.project import Project
from canonym.text.span import Span


class TermbaseText:
    """The text for decisions.

    Args:
        documents: The open documents.
        project: The project of the termbase.

    Attributes:
        path: Its path.
        snapshot: The file, open or not; None if it does not exist yet.
        is_open: Whether the editor has it open.
        text: Its text; empty if it does not exist yet.
    """

    def __init__(self, documents: Documents, project: Project) -> None:
        self.path: Path = project.authored
        opened = documents.at(self.path)
        self.is_open = opened is not None
        self.snapshot: Snapshot | None = opened or closed_snapshot(self.path, documents.encoding)
        self.text = "" if self.snapshot is None else self.snapshot.source.text


def smallest_edit(text: str, new: str) -> Edit:
    """Return the edit between two texts, without their common start and end."""
    shorter = min(len(text), len(new))
    head = next((at for at in range(shorter) if text[at] != new[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if text[-1 - at] != new[-1 - at]), rest)
    return Edit(Span(head, len(text) - tail), new[head : len(new) - tail])
