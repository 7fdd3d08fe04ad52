"""The roots of the workspace: directories with their own settings and termbases."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Iterator
from pathlib import Path

from canonym.lsp.background.progress_bars import Stopped
from canonym.lsp.background.start_compiling import compile_termbases
from canonym.lsp.background.worker_threads import Workers
from canonym.lsp.session.loaded_project import Knowledge, LoadRequest, Texts, load, slow, unloaded
from canonym.lsp.session.logs import log_failure
from canonym.project.files.ignored_files import absolute
from canonym.project.project import Project
from canonym.project.settings import AUTHORED, LEARNED
from canonym.project.settings_file import find_settings
from canonym.project.termbase_files import Source
from canonym.termbase.errors import SourceError
from canonym.text.internal_errors import describe_mistake

log = logging.getLogger("canonym.lsp")


class Root:
    """A directory with its loaded project. It loads on first use, and again after a change.

    Args:
        path: The directory.
        workers: The threads that load.
        texts: Returns the unsaved texts of our own files.
        termbases: Returns the editor's termbases for this directory.
        changed: Called after each load.
        shown: Waits for slow work, with a progress bar that can stop it.
    """

    def __init__(
        self,
        path: Path,
        workers: Workers,
        texts: Callable[[], Texts],
        termbases: Callable[[Path], Awaitable[tuple[Path, ...]]],
        changed: Callable[["Root"], None],
        shown: Callable[[Awaitable[None]], Awaitable[None]],
    ) -> None:
        self.path = path
        self.latest: Knowledge | None = None
        self.outdated = False
        self._workers = workers
        self._texts = texts
        self._termbases = termbases
        self._changed = changed
        self._shown = shown
        self._stale = True
        self._logged = ""
        self._loading: asyncio.Task[None] | None = None

    @property
    def loading(self) -> bool:
        """Return whether it is loading now."""
        return self._loading is not None

    async def knowledge(self) -> Knowledge:
        """Return the loaded project. It waits only for the first load; later ones run in the background."""
        if self.latest is None:
            await self.load()
        assert self.latest is not None
        return self.latest

    async def load(self) -> None:
        """Load what changed. A running load counts, unless something changed since it began."""
        while self._stale or self._loading is not None:
            if self._loading is None:
                self._loading = asyncio.ensure_future(self._load())
            await asyncio.shield(self._loading)

    async def reload(self) -> None:
        """Load it again, since something changed on disk or in the editor."""
        self._stale = True
        await self.load()

    async def _load(self) -> None:
        self._stale = False
        request = LoadRequest(self.path, {}, (), self.latest)
        try:
            termbases = await self._termbases(self.path)
            request = request._replace(texts=self._texts(), termbases=termbases)
            stopped = await self._prepare(request)
            self._take(await self._workers.later(load, request, stopped))
        except Exception as error:
            log_failure(log, f"loading {self.path}", error)
            self._take(await self._workers.later(unloaded, request, describe_mistake(error, words=False)))
        finally:
            self._loading = None
        self._changed(self)

    def _take(self, knowledge: Knowledge) -> None:
        if knowledge.elsewhere not in ("", self._logged):
            self._logged = knowledge.elsewhere
            log.warning("%s", knowledge.elsewhere)
        self.latest = knowledge

    async def _prepare(self, request: LoadRequest) -> tuple[Source, ...]:
        """Compile slow termbases in a process of its own; return those that people stopped."""
        project, sources = await self._workers.later(slow, request)
        if sources:
            try:
                await self._shown(compile_termbases(project, sources))
            except Stopped:
                return sources
        return ()


class Roots:
    """Finds the root of a document.

    Args:
        make: Makes the root of a directory.
    """

    def __init__(self, make: Callable[[Path], Root]) -> None:
        self._make = make
        self._folders: list[Path] = []
        self._roots: dict[Path, Root] = {}
        self._by_directory: dict[Path, Path] = {}

    def __iter__(self) -> Iterator[Root]:
        return iter(tuple(self._roots.values()))

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders of the workspace."""
        return tuple(self._folders)

    def set_folders(self, folders: Iterable[Path]) -> None:
        """Set the folders of the workspace."""
        self._folders = [Path(absolute(folder)) for folder in folders]
        self.forget_places()

    def forget_places(self) -> None:
        """Search for settings and termbases again at the next request."""
        self._by_directory.clear()

    def of_folder(self, folder: Path) -> Root:
        """Return the root of a directory."""
        directory = Path(absolute(folder))
        if directory not in self._by_directory:
            self._by_directory[directory] = root_directory(directory, self._folder_of(directory))
        path = self._by_directory[directory]
        if path not in self._roots:
            self._roots[path] = self._make(path)
        return self._roots[path]

    def of(self, path: Path | None) -> Root:
        """Return the root of a document or a directory; for an unsaved document, that of the first folder."""
        if path is not None:
            return self.of_folder(path if path.is_dir() else path.parent)
        return self.of_folder(self._folders[0] if self._folders else Path.cwd())

    async def reload_all(self) -> None:
        """Load all roots again."""
        for root in self:
            await root.reload()

    async def reload_around(self, path: Path) -> None:
        """Load the roots again for which a file of ours counts."""
        self.forget_places()
        own = self.of(path)
        for root in self:
            if root is own or (root.latest is not None and path in root.latest.stamps):
                await root.reload()

    def drop_unused(self, used: Iterable[Path]) -> None:
        """Forget the roots of removed folders, except those of the documents ``used``."""
        kept = {self.of_folder(folder).path for folder in self._folders} | {
            self.of(path).path for path in used
        }
        self._roots = {path: root for path, root in self._roots.items() if path in kept}

    def _folder_of(self, directory: Path) -> Path | None:
        around = [folder for folder in self._folders if folder == directory or folder in directory.parents]
        return max(around, key=lambda folder: len(folder.parts), default=None)


def root_directory(directory: Path, folder: Path | None) -> Path:
    """Return the directory with the settings and termbases for a directory.

    It is that of the nearest settings file, else of the nearest termbase. Without either it is the folder of
    the workspace, else the git repository, else the directory itself.
    """
    try:
        file = find_settings(directory)
    except SourceError as error:
        return Path(error.source).parent
    if file is not None:
        return file.path.parent
    for place in (directory, *directory.parents):
        if (place / AUTHORED).is_file() or (place / LEARNED).is_file():
            return place
    return folder or (Project.find(directory).root if directory.is_dir() else directory)
