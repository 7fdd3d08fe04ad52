"""A check of all drafts of the workspace, kept in short form: what was found, without the texts."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.checking.competing_forms import Survey
from canonym.checking.engine import compare
from canonym.checking.finding import Finding
from canonym.lsp.checks.analysis import Analysis, Basis
from canonym.lsp.checks.competing_drafts import names_of
from canonym.lsp.checks.diagnostics import diagnostics_of, result_id
from canonym.lsp.documents.uris import uri_of
from canonym.lsp.failures import CHECKING, COMPARING
from canonym.lsp.session.roots import Root
from canonym.lsp.session.stamps import Stamp, stamp_of
from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer


class Swept(NamedTuple):
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


class Sweep:
    """Checks drafts that are not open.

    Args:
        server: The session.

    Attributes:
        revision: Another number whenever other drafts, or other names of them, are known.
    """

    def __init__(self, server: "CanonymServer") -> None:
        self._server = server
        self._swept: dict[Path, Swept] = {}
        self.revision = 0
        self._seen: list[tuple[str, tuple[object, ...]]] = []

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
        gone = self._swept.keys() - present
        for path in gone:
            del self._swept[path]
        self.revision += len(gone)
        async for swept in self._compared():
            yield swept.report

    async def _compared(self) -> AsyncIterator[Swept]:
        """Compare the drafts with each other; yield those of which something else is to be said now."""
        across = self._server.across
        groups = {id(one.basis.knowledge): one.basis for one in self._swept.values()}
        surveys = {key: _by_path(across.surveys(basis.knowledge)) for key, basis in groups.items()}
        seen = [(survey.path, names_of(survey)) for some in surveys.values() for survey in some]
        if seen == self._seen:
            return
        self._seen = seen
        across.news()
        for key, basis in groups.items():
            found = await self._rivals(surveys[key], basis)
            for path, swept in self.known().items():
                if swept.basis.knowledge is basis.knowledge:
                    changed = await self._with_rivals(path, swept, found.get(swept.survey.path, ()))
                    if changed is not None:
                        yield changed

    async def _rivals(self, surveys: tuple[Survey, ...], basis: Basis) -> Mapping[str, tuple[Finding, ...]]:
        """Return what a comparison of drafts finds in each; nothing if it fails."""
        root = uri_of(basis.knowledge.project.root)
        try:
            found = await self._server.workers.later(compare, surveys, basis.settings)
        except Exception as error:
            self._server.failures.note(root, COMPARING, error)
            return {}
        self._server.failures.clear(root, COMPARING)
        return found

    async def _with_rivals(self, path: Path, swept: Swept, found: Sequence[Finding]) -> Swept | None:
        """Return what is to be said of a draft now that it was compared; None if that is what was said."""
        if not found and not swept.is_compared:
            return None
        analysis = await self._server.drafts.closed(path, swept.basis)
        if analysis is None:
            return None
        try:
            extended = await self._server.workers.later(self._server.across.with_rivals, analysis, found)
            report = self._report(extended)
        except Exception as error:
            self._server.failures.note(uri_of(path), COMPARING, error)
            return None
        if report.result_id == swept.report.result_id:
            return None
        changed = swept._replace(findings=extended.findings, report=report, is_compared=bool(found))
        self._swept[path] = changed
        return changed

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
        try:
            report = self._report(analysis)
        except Exception as error:
            self._server.failures.note(uri_of(path), CHECKING, error)
            return None
        self._swept[path] = Swept(stamp, basis, analysis.findings, analysis.survey, report)
        self.revision += 1
        return self._swept[path]

    def _report(self, analysis: Analysis) -> types.WorkspaceFullDocumentDiagnosticReport:
        items = diagnostics_of(analysis, self._server.can, self._server.pages.link)
        uri = analysis.snapshot.uri
        return types.WorkspaceFullDocumentDiagnosticReport(uri, items, result_id=result_id(items))


def _by_path(surveys: Iterable[Survey]) -> tuple[Survey, ...]:
    return tuple(sorted(surveys, key=lambda survey: survey.path))
