"""Checks all closed drafts of the workspace one by one, and then compares them."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from pathlib import Path

from lsprotocol import types

from canonym.checking.competing_forms import Survey
from canonym.checking.engine import compare
from canonym.checking.finding import Finding
from canonym.lsp.checks.analysis import Analysis
from canonym.lsp.checks.closed_drafts import ClosedDrafts
from canonym.lsp.checks.competing_drafts import CompetingDrafts, names_of
from canonym.lsp.checks.diagnostics import Link, diagnostics_of, result_id
from canonym.lsp.checks.workspace_findings import CheckedDraft, WorkspaceFindings
from canonym.lsp.documents.uris import uri_of
from canonym.lsp.session.check_basis import Basis
from canonym.lsp.session.failures import CHECKING, COMPARING
from canonym.lsp.session.file_stamps import stamp_of
from canonym.lsp.session.roots import Root
from canonym.lsp.session.session import Session


class WorkspaceCheck:
    """Checks closed drafts.

    Args:
        session: The session.
        drafts: Checks each draft.
        found: Keeps the findings.
        competing: Compares the drafts.
        link: Returns the URI of the documentation of a rule.
    """

    def __init__(
        self,
        session: Session,
        drafts: ClosedDrafts,
        found: WorkspaceFindings,
        competing: CompetingDrafts,
        link: Link,
    ) -> None:
        self._session = session
        self._drafts = drafts
        self._found = found
        self._competing = competing
        self._link = link
        self._seen: list[tuple[str, tuple[object, ...]]] = []

    async def reports(self) -> AsyncIterator[types.WorkspaceFullDocumentDiagnosticReport]:
        """Yield a report of each closed draft in the folders of the workspace.

        Open documents are reported when the editor asks for them.
        """
        present: set[Path] = set()
        for folder in self._session.roots.folders:
            root = self._session.roots.of_folder(folder)
            if not (await self._session.settings.of(uri_of(root.path))).workspace_diagnostics:
                continue
            async for path, checked in self.of(root, folder):
                if path not in present:
                    present.add(path)
                    yield checked.report
        self._found.keep_only(present)
        async for checked in self._compared():
            yield checked.report

    async def of(self, root: Root, folder: Path | None = None) -> AsyncIterator[tuple[Path, CheckedDraft]]:
        """Yield the findings of each closed draft of a root, or of a folder in it."""
        basis = await self._session.basis_of_root(root)
        for path in await self._drafts.files(basis.knowledge.project, folder):
            if self._session.documents.at(path) is None:
                checked = await self._check_file(path, basis)
                if checked is not None:
                    yield path, checked

    async def _check_file(self, path: Path, basis: Basis) -> CheckedDraft | None:
        stamp = stamp_of(path)
        known = self._found.get(path)
        if known is not None and known.stamp == stamp and known.basis == basis:
            return known
        analysis = await self._drafts.closed(path, basis)
        if analysis is None:
            return None
        try:
            report = self._report(analysis)
        except Exception as error:
            self._session.failures.note(uri_of(path), CHECKING, error)
            return None
        checked = CheckedDraft(stamp, basis, analysis.findings, analysis.examined.survey, report)
        self._found.add(path, checked)
        return checked

    async def _compared(self) -> AsyncIterator[CheckedDraft]:
        """Compare the drafts; yield those whose findings changed by the comparison."""
        groups = {id(one.basis.knowledge): one.basis for one in self._found.all().values()}
        surveys = {key: _by_path(self._competing.surveys(basis.knowledge)) for key, basis in groups.items()}
        seen = [(survey.path, names_of(survey)) for some in surveys.values() for survey in some]
        if seen == self._seen:
            return
        self._seen = seen
        self._competing.news()
        for key, basis in groups.items():
            found = await self._competing_in(surveys[key], basis)
            for path, checked in self._found.all().items():
                # By identity: what was found with an earlier state is checked again anyway.
                if checked.basis.knowledge is basis.knowledge:
                    changed = await self._with_competing(path, checked, found.get(checked.survey.path, ()))
                    if changed is not None:
                        yield changed

    async def _competing_in(
        self, surveys: tuple[Survey, ...], basis: Basis
    ) -> Mapping[str, tuple[Finding, ...]]:
        """Return the findings of a comparison by draft; none if it fails."""
        root = uri_of(basis.knowledge.project.root)
        try:
            found = await self._session.workers.later(compare, surveys, basis.settings)
        except Exception as error:
            self._session.failures.note(root, COMPARING, error)
            return {}
        self._session.failures.clear(root, COMPARING)
        return found

    async def _with_competing(
        self, path: Path, checked: CheckedDraft, found: Sequence[Finding]
    ) -> CheckedDraft | None:
        """Return a draft with the findings of the comparison; None if nothing changed."""
        if not found and not checked.is_compared:
            return None
        examined = await self._drafts.examined(path, checked.basis)
        if examined is None:
            return None
        try:
            analysis = await self._session.workers.later(self._competing.judge_with, examined, found)
            report = self._report(analysis)
        except Exception as error:
            self._session.failures.note(uri_of(path), COMPARING, error)
            return None
        if report.result_id == checked.report.result_id:
            return None
        changed = checked._replace(findings=analysis.findings, report=report, is_compared=bool(found))
        self._found.add_compared(path, changed)
        return changed

    def _report(self, analysis: Analysis) -> types.WorkspaceFullDocumentDiagnosticReport:
        items = diagnostics_of(analysis, self._session.can, self._link)
        uri = analysis.snapshot.uri
        return types.WorkspaceFullDocumentDiagnosticReport(uri, items, result_id=result_id(items))


def _by_path(surveys: Iterable[Survey]) -> tuple[Survey, ...]:
    return tuple(sorted(surveys, key=lambda survey: survey.path))
