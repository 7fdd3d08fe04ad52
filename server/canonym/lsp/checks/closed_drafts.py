"""Finds, reads and checks the closed drafts of a root one by one, and remembers the results."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TypeVar

from canonym.lsp.background.corpus_files import pass_over
from canonym.lsp.background.worker_threads import Workers
from canonym.lsp.checks.analysis import Analysis, Examination, examine_version, judge
from canonym.lsp.documents.closed_file import closed_snapshot
from canonym.lsp.documents.documents import Documents
from canonym.lsp.documents.uris import uri_of
from canonym.lsp.session.check_basis import Basis
from canonym.lsp.session.failures import CHECKING, Failures
from canonym.lsp.session.file_stamps import Stamp, stamp_of
from canonym.project.project import Project
from canonym.text.values import NamedTuple

_MOST = 256
"""Most remembered analyses. An archive may have many thousands of files."""


_Result = TypeVar("_Result")


class _Remembered(NamedTuple):
    stamp: Stamp
    examined: Examination
    analysis: Analysis | None = None


class ClosedDrafts:
    """Checks the files of a root.

    Args:
        workers: The threads for the work.
        documents: The open documents. Their text replaces that on disk.
        failures: Records files whose check failed.
    """

    def __init__(self, workers: Workers, documents: Documents, failures: Failures) -> None:
        self._workers = workers
        self._documents = documents
        self._failures = failures
        self._remembered: dict[Path, _Remembered] = {}

    async def files(self, project: Project, folder: Path | None = None) -> tuple[Path, ...]:
        """Return the drafts of a project. Articles of the corpus are evidence, not drafts.

        Args:
            project: The project.
            folder: Only drafts in this directory.
        """
        return await self._workers.later(_files, project, folder or project.root)

    async def closed(self, path: Path, basis: Basis) -> Analysis | None:
        """Return the analysis of a file on disk; None if it is missing, not text, or failed."""
        return await self._tried(self._closed, path, basis)

    async def examined(self, path: Path, basis: Basis) -> Examination | None:
        """Return the file's own findings; None if it is missing, not text, or failed."""
        return await self._tried(self._examined, path, basis)

    async def each(
        self, files: tuple[Path, ...], basis: Basis, progress: Callable[[int], None] = lambda _done: None
    ) -> AsyncIterator[Analysis]:
        """Yield the analyses of the closed ``files``, in turn."""
        for number, path in enumerate(files):
            if self._documents.at(path) is None:
                analysis = await self.closed(path, basis)
                if analysis is not None:
                    yield analysis
            progress(number + 1)

    async def _tried(
        self, work: Callable[[Path, Basis], _Result | None], path: Path, basis: Basis
    ) -> _Result | None:
        try:
            result = await self._workers.later(work, path, basis)
        except Exception as error:
            self._failures.note(uri_of(path), CHECKING, error)
            return None
        self._failures.clear(uri_of(path), CHECKING)
        return result

    def _closed(self, path: Path, basis: Basis) -> Analysis | None:
        held = self._held(path, basis)
        if held is None:
            return None
        analysis = held.analysis or judge(held.examined)
        self._remembered[path] = held._replace(analysis=analysis)
        return analysis

    def _examined(self, path: Path, basis: Basis) -> Examination | None:
        held = self._held(path, basis)
        return None if held is None else held.examined

    def _held(self, path: Path, basis: Basis) -> _Remembered | None:
        """Return what is remembered of a file. An unknown or changed file is checked first."""
        stamp = stamp_of(path)
        held = self._remembered.get(path)
        if held is not None and held.stamp == stamp and held.examined.basis == basis:
            return held
        self._remembered.pop(path, None)
        snapshot = closed_snapshot(path, self._documents.encoding)
        if snapshot is None or stamp is None:
            return None
        held = _Remembered(stamp, examine_version(snapshot, basis))
        if len(self._remembered) >= _MOST:
            del self._remembered[next(iter(self._remembered))]
        self._remembered[path] = held
        return held


def _files(project: Project, folder: Path) -> tuple[Path, ...]:
    articles = {str(path) for path in project.articles(pass_over)} if project.settings.corpus else set()
    return tuple(path for path in project.drafts([folder], pass_over) if str(path) not in articles)
