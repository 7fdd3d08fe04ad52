"""One session with one editor: what is open, what is loaded, what the editor can do and sets."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from lsprotocol import types

from canonym.lsp.background.progress_bars import Work
from canonym.lsp.background.worker_threads import Workers
from canonym.lsp.documents.documents import Documents, Snapshot
from canonym.lsp.documents.languages import format_of
from canonym.lsp.documents.positions import Encoding
from canonym.lsp.documents.uris import path_of, uri_of
from canonym.lsp.editor import Editor
from canonym.lsp.session.basis import Basis
from canonym.lsp.session.change_counter import ChangeCounter
from canonym.lsp.session.client import Client, client_of
from canonym.lsp.session.failures import Failures
from canonym.lsp.session.logs import EditorLog, log_failure
from canonym.lsp.session.notices import Notices
from canonym.lsp.session.roots import Root, Roots
from canonym.lsp.session.status import NOTIFICATION, status_of
from canonym.lsp.settings.configuration import SECTION
from canonym.lsp.settings.settings_of_editor import EditorSettings
from canonym.project.files.gitignore import absolute
from canonym.project.files.resolved_paths import lies_in
from canonym.text.printable import printable

log = logging.getLogger("canonym.lsp")

_PAUSE = 0.2
"""Seconds without an edit of a file of ours after which it is loaded: what is half typed is seldom valid."""


class Session:
    """The state of a session; what is done with it is done by the rooms that are handed it.

    Args:
        editor: The editor.
        loaded: Is told of each root that was loaded.

    Attributes:
        editor: The editor.
        workers: The threads in which work is done.
        can: What the editor can do.
        documents: The open documents.
        settings: What the editor sets for each document.
        roots: The directories with settings and termbases of their own, and what is loaded of each.
        failures: What failed of documents.
        changes: Tells those who wait that something changed.
        work: Shows what takes long.
        notices: Says what people should know.
    """

    def __init__(self, editor: Editor, loaded: Callable[[Root], None]) -> None:
        self.editor = editor
        self.workers = Workers()
        self.can = Client()
        self.documents = Documents()
        self.settings = EditorSettings(None)
        self.roots = Roots(self._make_root)
        self.failures = Failures(self._failed)
        self.changes = ChangeCounter()
        self.work = Work(None, editor.report_progress)
        self.notices = Notices(self.show)
        self._told_of_load = loaded
        self._reloads: dict[Path, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, params: types.InitializeParams) -> None:
        """Take note of the editor."""
        self.can = client_of(params.capabilities)
        self.documents.encoding = Encoding(self.editor.position_encoding)
        given = params.initialization_options
        sent = given.get(SECTION, given) if isinstance(given, dict) else None
        logging.getLogger("canonym").addHandler(EditorLog(self.editor.log_message))
        self.settings = EditorSettings(self.editor.settings if self.can.configures else None, sent)
        if self.can.progress:
            self.work = Work(self.editor.create_progress, self.editor.report_progress)
        folders = [path_of(folder.uri) for folder in params.workspace_folders or ()]
        if not folders and (params.root_uri or params.root_path):
            folders = [path_of(params.root_uri) if params.root_uri else Path(params.root_path or "")]
        self.roots.set_folders(folder for folder in folders if folder is not None)

    def stop(self) -> None:
        """End all work."""
        logging.getLogger("canonym").handlers.clear()
        for waiting in self._reloads.values():
            waiting.cancel()
        for task in self._tasks:
            task.cancel()
        self.workers.stop()

    def spawn(self, work: Coroutine[Any, Any, Any], what: str) -> None:
        """Do ``work`` beside everything else; a failure is logged."""
        task = asyncio.get_running_loop().create_task(work, name=what)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log_failure(log, task.get_name(), error)

    def show(self, severity: types.MessageType, message: str) -> None:
        """Show a message to people."""
        self.editor.show_message(severity, f"Canonym: {printable(message)}")

    def tell_status(self, root: Root) -> None:
        """Tell the editor the state of a root."""
        self.editor.notify(NOTIFICATION, status_of(root, self.failures.below(root.path)).json())

    async def basis(self, snapshot: Snapshot) -> Basis | None:
        """Return what a document is checked with; None if it is none of ours."""
        overrides = await self.settings.of(snapshot.uri)
        format_ = format_of(snapshot.language, snapshot.path, overrides.languages)
        if not overrides.enable or format_ is None:
            return None
        knowledge = await self.roots.of(snapshot.path).knowledge()
        return Basis(knowledge, overrides.over(knowledge.project.settings.checking(_today())), format_)

    async def basis_of_root(self, root: Root) -> Basis:
        """Return what the closed drafts of a root are checked with."""
        knowledge = await root.knowledge()
        overrides = await self.settings.of(uri_of(root.path))
        return Basis(knowledge, overrides.over(knowledge.project.settings.checking(_today())), None)

    def root_of(self, uri: str) -> Root:
        """Return the root that a command names; the first one if it names none."""
        path = path_of(uri) if uri else None
        return self.roots.of(None) if path is None else self.roots.of_folder(path)

    def writable(self) -> tuple[Path, ...]:
        """Return where a command may write: in the folders of the workspace.

        An editor that has none, as with a single file, gets the roots of the documents that it has open.
        """
        opened = (self.roots.of(one.path).path for one in self.documents if one.path is not None)
        return self.roots.folders or tuple(dict.fromkeys(opened))

    def may_write(self, path: Path | None) -> bool:
        """Tell whether a command may write a file, all links followed."""
        return path is not None and lies_in(Path(os.path.realpath(path)), self.writable())

    def load_folders(self) -> None:
        """Load what holds in the folders of the workspace before somebody asks."""
        for folder in self.roots.folders:
            self.spawn(self.roots.of_folder(folder).knowledge(), "loading")

    def reload_soon(self, path: Path) -> None:
        """Load the roots anew for which a file of ours counts, when whoever edits it pauses."""
        waiting = self._reloads.pop(path, None)
        if waiting is not None:
            waiting.cancel()

        def reload() -> None:
            self._reloads.pop(path, None)
            self.spawn(self.roots.reload_around(path), "loading")

        self._reloads[path] = asyncio.get_running_loop().call_later(_PAUSE, reload)

    def _failed(self, uri: str) -> None:
        path = path_of(uri)
        if path is not None and (root := self.roots.of(path)).latest is not None:
            self.tell_status(root)

    def _make_root(self, path: Path) -> Root:
        return Root(path, self.workers, self._texts, self._termbases, self._loaded, self._shown)

    async def _shown(self, loading: Awaitable[None]) -> None:
        await self.work.show_if_slow("Canonym: loading", loading)

    def _texts(self) -> dict[Path, str]:
        """The texts of open TOML files: as they stand in the editor, they count."""
        return {
            one.path: one.source.text for one in self.documents if one.path and one.path.suffix == ".toml"
        }

    async def _termbases(self, root: Path) -> tuple[Path, ...]:
        overrides = await self.settings.of(uri_of(root))
        return tuple(Path(absolute(root / name)) for name in overrides.termbase)

    def _loaded(self, root: Root) -> None:
        assert root.latest is not None
        # What is wrong with a file that is open stands in it as a finding, and changes with every key.
        if not any(path.is_relative_to(root.path) for path in self._texts()):
            self.notices.hold(str(root.path), root.latest.problems)
        self._told_of_load(root)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
