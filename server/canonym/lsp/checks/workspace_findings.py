"""What was found in the drafts of the workspace that are not open, in short form: without the texts."""

from collections.abc import Collection
from pathlib import Path

from lsprotocol import types

from canonym.checking.competing_forms import Survey
from canonym.checking.finding import Finding
from canonym.lsp.session.basis import Basis
from canonym.lsp.session.stamps import Stamp
from canonym.text.values import NamedTuple


class CheckedDraft(NamedTuple):
    """What was found in a draft that is not open.

    Attributes:
        stamp: Its state on disk then.
        basis: What it was checked with.
        findings: What was found.
        survey: What a comparison with other drafts needs of it.
        report: The same for the editor.
        is_compared: Whether a comparison with other drafts found something in it.
    """

    stamp: Stamp | None
    basis: Basis
    findings: tuple[Finding, ...]
    survey: Survey
    report: types.WorkspaceFullDocumentDiagnosticReport
    is_compared: bool = False


class WorkspaceFindings:
    """Keeps what was found when each draft was last looked at.

    Attributes:
        revision: Another number whenever other drafts, or other names of them, are known.
    """

    def __init__(self) -> None:
        self.revision = 0
        self._drafts: dict[Path, CheckedDraft] = {}

    def all(self) -> dict[Path, CheckedDraft]:
        """Return what is known of each draft."""
        return dict(self._drafts)

    def get(self, path: Path) -> CheckedDraft | None:
        """Return what is known of a draft."""
        return self._drafts.get(path)

    def add(self, path: Path, draft: CheckedDraft) -> None:
        """Take in a draft that was checked."""
        self._drafts[path] = draft
        self.revision += 1

    def add_compared(self, path: Path, draft: CheckedDraft) -> None:
        """Take in a draft that was compared with others, which leaves its names what they were."""
        self._drafts[path] = draft

    def keep_only(self, present: Collection[Path]) -> None:
        """Forget all drafts that are not ``present``."""
        gone = self._drafts.keys() - present
        for path in gone:
            del self._drafts[path]
        self.revision += len(gone)
