"""A check of all drafts of the workspace, kept in short form: what was found, without the texts."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.checking.finding import Finding
from canonym.lsp.analysis import Basis
from canonym.lsp.diagnostics import diagnostics_of, result_id
from canonym.lsp.roots import Root
from canonym.lsp.stamps import Stamp, stamp_of
from canonym.lsp.uris import uri_of
from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer


class Swept(NamedTuple):
    """What was found in a draft that is not open.

    Attributes:
        stamp: Its state on disk then.
        basis: What it was checked with.
        findings: What was found.
        report: The same for the editor.
    """

    stamp: Stamp | None
    basis: Basis
    findings: tuple[Finding, ...]
    report: types.WorkspaceFullDocumentDiagnosticReport


class Sweep:
    """Checks drafts that are not open.

    Args:
        server: The session.
    """

    def __init__(self, server: "CanonymServer") -> None:
        self._server = server
        self._swept: dict[Path, Swept] = {}

    async def reports(self) -> AsyncIterator[types.WorkspaceFullDocumentDiagnosticReport]:
        """Yield a report of each draft in the folders of the workspace that is not open.

        Open documents are reported when the editor asks for them.
        """
        present: set[Path] = set()
        for folder in self._server.roots.folders:
            root = self._server.roots.of_folder(folder)
            if not (await self._server.settings.of(uri_of(root.path))).workspace_diagnostics:
                continue
            async for path, swept in self.of(root, folder):
                if path not in present:
                    present.add(path)
                    yield swept.report
        self._swept = {path: swept for path, swept in self._swept.items() if path in present}

    async def of(self, root: Root, folder: Path | None = None) -> AsyncIterator[tuple[Path, Swept]]:
        """Yield what is found in each draft of a root, or of a folder in it, that is not open."""
        basis = await self._server.basis_of_root(root)
        for path in await self._server.drafts.files(basis.knowledge.project, folder):
            if self._server.documents.at(path) is None:
                swept = await self._look(path, basis)
                if swept is not None:
                    yield path, swept

    def known(self) -> dict[Path, Swept]:
        """Return what was found when each draft was last looked at."""
        return dict(self._swept)

    async def _look(self, path: Path, basis: Basis) -> Swept | None:
        stamp = stamp_of(path)
        swept = self._swept.get(path)
        if swept is not None and swept.stamp == stamp and swept.basis == basis:
            return swept
        analysis = await self._server.drafts.closed(path, basis)
        if analysis is None:
            return None
        items = diagnostics_of(analysis, self._server.can, self._server.pages.link)
        report = types.WorkspaceFullDocumentDiagnosticReport(uri_of(path), items, result_id=result_id(items))
        self._swept[path] = Swept(stamp, basis, analysis.findings, report)
        return self._swept[path]
