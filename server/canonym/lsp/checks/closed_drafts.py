"""The drafts of a root that are not open: found, read and checked one by one, and remembered."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

from canonym.lsp.background.corpus_files import pass_over
from canonym.lsp.background.worker_threads import Workers
from canonym.lsp.checks.analysis import Analysis, Basis, analyse
from canonym.lsp.documents.documents import Documents, Snapshot
from canonym.lsp.documents.positions import SourceText
from canonym.lsp.documents.uris import uri_of
from canonym.lsp.failures import CHECKING, Failures
from canonym.lsp.session.stamps import Stamp, stamp_of
from canonym.project.files.find_files import is_stream
from canonym.project.files.text_files import NotText, read_text
from canonym.project.project import Project
from canonym.text.values import NamedTuple

_MOST = 256
"""Most analyses that are remembered; an archive may have many thousands of files."""


class _Remembered(NamedTuple):
    stamp: Stamp
    analysis: Analysis


class Drafts:
    """Checks the files of a root.

    Args:
        workers: Who does the work.
        documents: The open documents, whose text counts instead of what is on disk.
        failures: Is told of files whose check failed.
    """

    def __init__(self, workers: Workers, documents: Documents, failures: Failures) -> None:
        self._workers = workers
        self._documents = documents
        self._failures = failures
        self._remembered: dict[Path, _Remembered] = {}

    async def files(self, project: Project, folder: Path | None = None) -> tuple[Path, ...]:
        """Return the drafts of a project; articles of the corpus are evidence, no drafts.

        Args:
            project: The project.
            folder: Only those in this directory.
        """
        return await self._workers.later(_files, project, folder or project.root)

    async def closed(self, path: Path, basis: Basis) -> Analysis | None:
        """Return the analysis of a file as it is on disk; None if it is gone, no text, or failed."""
        try:
            analysis = await self._workers.later(self._closed, path, basis)
        except Exception as error:
            self._failures.note(uri_of(path), CHECKING, error)
            return None
        self._failures.clear(uri_of(path), CHECKING)
        return analysis

    async def each(
        self, files: tuple[Path, ...], basis: Basis, progress: Callable[[int], None] = lambda _done: None
    ) -> AsyncIterator[Analysis]:
        """Yield the analyses of those of ``files`` that are not open, in turn."""
        for number, path in enumerate(files):
            if self._documents.at(path) is None:
                analysis = await self.closed(path, basis)
                if analysis is not None:
                    yield analysis
            progress(number + 1)

    def snapshot(self, path: Path) -> Snapshot | None:
        """Return a file as it is on disk; None if it is gone or no text."""
        if is_stream(path):
            return None
        try:
            text = read_text(path).text
        except (OSError, NotText):
            return None
        return Snapshot(uri_of(path), path, "", None, SourceText(text, self._documents.encoding))

    def _closed(self, path: Path, basis: Basis) -> Analysis | None:
        stamp = stamp_of(path)
        held = self._remembered.get(path)
        if held is not None and held.stamp == stamp and held.analysis.basis == basis:
            return held.analysis
        self._remembered.pop(path, None)
        snapshot = self.snapshot(path)
        if snapshot is None or stamp is None:
            return None
        analysis = analyse(snapshot, basis)
        if len(self._remembered) >= _MOST:
            del self._remembered[next(iter(self._remembered))]
        self._remembered[path] = _Remembered(stamp, analysis)
        return analysis


def _files(project: Project, folder: Path) -> tuple[Path, ...]:
    articles = {str(path) for path in project.articles(pass_over)} if project.settings.corpus else set()
    return tuple(path for path in project.drafts([folder], pass_over) if str(path) not in articles)
