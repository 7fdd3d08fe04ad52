"""The state of one session with one editor: documents, loaded projects, abilities and settings."""

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
from canonym.lsp.session.change_counter import ChangeCounter
from canonym.lsp.session.check_basis import Basis
from canonym.lsp.session.client_capabilities import Client, client_of
from canonym.lsp.session.failures import Failures
from canonym.lsp.session.logs import EditorLog, log_failure
from canonym.lsp.session.roots import Root, Roots
from canonym.lsp.session.status import NOTIFICATION, status_of
from canonym.lsp.session.unnamed_languages import UnnamedLanguages
from canonym.lsp.session.user_messages import Notices
from canonym.lsp.session.writable_folders import writable_folders
from canonym.lsp.settings.configuration import SECTION
from canonym.lsp.settings.settings_of_editor import EditorSettings
from canonym.project.files.ignored_files import absolute
from canonym.project.files.links_outside import lies_in
from canonym.text.printable import printable

log = logging.getLogger("canonym.lsp")

_PAUSE = 0.2
"""Seconds without an edit of our own file before it is loaded, because half-typed text is seldom valid."""


class Session:
    """The state of a session. Other objects receive it and work with it.

    Args:
        editor: The editor.
        loaded: Called with each root that was loaded.

    Attributes:
        editor: The editor.
        workers: The threads for work.
        can: The abilities of the editor.
        documents: The open documents.
        settings: The editor's settings for each document.
        roots: The directories with their own settings and termbases, and their loaded projects.
        failures: The failures of documents.
        changes: Notifies waiting tasks of changes.
        work: Shows long work.
        notices: Shows messages to people.
    """

    def __init__(self, editor: Editor, loaded: Callable[[Root], None]) -> None:
        self.editor = editor
        self.workers = Workers()
        self.can = Client()
        self.documents = Documents()
        self.settings = EditorSettings(None)
        self.roots = Roots(self._make_root)
        self.failures = Failures(self._failed)
        self.unnamed = UnnamedLanguages(self._failed)
        self.changes = ChangeCounter()
        self.work = Work(None, editor.report_progress)
        self.notices = Notices(self.show)
        self._told_of_load = loaded
        self._reloads: dict[Path, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, params: types.InitializeParams) -> None:
        """Record the abilities of the editor."""
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
        """Run ``work`` in the background. A failure is logged."""
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
        """Send the editor the state of a root."""
        self.editor.notify(NOTIFICATION, status_of(root, self.failures, self.unnamed).json())

    async def basis(self, snapshot: Snapshot) -> Basis | None:
        """Return the termbases and settings for a document; None if it is not checked."""
        overrides = await self.settings.of(snapshot.uri)
        format_ = format_of(snapshot.language, snapshot.path, overrides.languages)
        if not overrides.enable or format_ is None:
            return None
        knowledge = await self.roots.of(snapshot.path).knowledge()
        settings = overrides.over(knowledge.project.settings.checking(_today()))
        return Basis(knowledge, settings, format_, overrides.draft_language)

    async def basis_of_root(self, root: Root) -> Basis:
        """Return the termbases and settings for the closed drafts of a root."""
        knowledge = await root.knowledge()
        overrides = await self.settings.of(uri_of(root.path))
        settings = overrides.over(knowledge.project.settings.checking(_today()))
        return Basis(knowledge, settings, None, overrides.draft_language)

    def root_of(self, uri: str) -> Root:
        """Return the root that a command names, by default the first one."""
        path = path_of(uri) if uri else None
        return self.roots.of(None) if path is None else self.roots.of_folder(path)

    def writable(self) -> tuple[Path, ...]:
        """Return the folders in which a command may write."""
        return writable_folders(self.roots, self.documents)

    def may_write(self, path: Path | None) -> bool:
        """Return whether a command may write a file, with all links followed."""
        return path is not None and lies_in(Path(os.path.realpath(path)), self.writable())

    def load_folders(self) -> None:
        """Load the folders of the workspace before the first request."""
        for folder in self.roots.folders:
            self.spawn(self.roots.of_folder(folder).knowledge(), "loading")

    def reload_soon(self, path: Path) -> None:
        """Load the roots again that use one of our own files, after a pause in typing."""
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
        """Return the texts of open TOML files. They replace those on disk."""
        return {
            one.path: one.source.text for one in self.documents if one.path and one.path.suffix == ".toml"
        }

    async def _termbases(self, root: Path) -> tuple[Path, ...]:
        overrides = await self.settings.of(uri_of(root))
        return tuple(Path(absolute(root / name)) for name in overrides.termbase)

    def _loaded(self, root: Root) -> None:
        assert root.latest is not None
        # The mistakes of an open file are findings in it, and change with every keystroke.
        if not any(path.is_relative_to(root.path) for path in self._texts()):
            self.notices.hold(str(root.path), root.latest.problems)
        self._told_of_load(root)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
