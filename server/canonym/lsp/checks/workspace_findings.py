"""The findings of closed drafts of the workspace, without their texts."""

from collections.abc import Collection
from pathlib import Path

from lsprotocol import types

from canonym.checking.competing_forms import Survey
from canonym.checking.finding import Finding
from canonym.lsp.session.check_basis import Basis
from canonym.lsp.session.file_stamps import Stamp
from canonym.text.values import NamedTuple


class CheckedDraft(NamedTuple):
    """The findings of a closed draft.

    Attributes:
        stamp: Its state on disk at the time of the check.
        basis: The termbases and settings of the check.
        findings: The findings.
        survey: The data for a comparison with other drafts.
        report: The report for the editor.
        is_compared: Whether a comparison with other drafts added findings.
    """

    stamp: Stamp | None
    basis: Basis
    findings: tuple[Finding, ...]
    survey: Survey
    report: types.WorkspaceFullDocumentDiagnosticReport
    is_compared: bool = False


class WorkspaceFindings:
    """Keeps the findings of the last check of each draft.

    Attributes:
        revision: A number that changes with the known drafts and their names.
    """

    def __init__(self) -> None:
        self.revision = 0
        self._drafts: dict[Path, CheckedDraft] = {}

    def all(self) -> dict[Path, CheckedDraft]:
        """Return the findings of all drafts."""
        return dict(self._drafts)

    def get(self, path: Path) -> CheckedDraft | None:
        """Return the findings of a draft; None if it is unknown."""
        return self._drafts.get(path)

    def add(self, path: Path, draft: CheckedDraft) -> None:
        """Add a checked draft."""
        self._drafts[path] = draft
        self.revision += 1

    def add_compared(self, path: Path, draft: CheckedDraft) -> None:
        """Add a compared draft. A comparison does not change its names."""
        self._drafts[path] = draft

    def keep_only(self, present: Collection[Path]) -> None:
        """Forget all drafts that are not ``present``."""
        gone = self._drafts.keys() - present
        for path in gone:
            del self._drafts[path]
        self.revision += len(gone)
