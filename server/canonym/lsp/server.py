"""The server: one session with one editor, and what its parts share."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Coroutine, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException
from pygls.lsp.server import LanguageServer

from canonym import __version__
from canonym.lsp.background.corpus_files import corpus_files
from canonym.lsp.background.progress_bars import Work
from canonym.lsp.background.worker_threads import Workers
from canonym.lsp.checks.analysis import Analysis, Analyst, Basis
from canonym.lsp.checks.closed_drafts import Drafts
from canonym.lsp.checks.competing_drafts import Across
from canonym.lsp.checks.publishing import Publisher
from canonym.lsp.checks.workspace_check import Sweep
from canonym.lsp.commands import run_command
from canonym.lsp.documents.documents import Documents, Snapshot
from canonym.lsp.documents.languages import format_of
from canonym.lsp.documents.positions import Encoding
from canonym.lsp.documents.uris import path_of, uri_of
from canonym.lsp.failures import COMPARING, Failures
from canonym.lsp.names.rule_pages import RulePages
from canonym.lsp.own_files.own_edits import OwnEdits
from canonym.lsp.own_files.own_files import OwnFiles
from canonym.lsp.protocol import Protocol
from canonym.lsp.session.change_counter import Changes
from canonym.lsp.session.client import Client, client_of
from canonym.lsp.session.logs import EditorLog, log_failure
from canonym.lsp.session.notices import Notices
from canonym.lsp.session.offer_to_learn import Offers
from canonym.lsp.session.roots import Root, Roots
from canonym.lsp.session.status import NOTIFICATION, status_of
from canonym.lsp.session.watching import Watcher
from canonym.lsp.settings.configuration import SECTION
from canonym.lsp.settings.settings_of_editor import EditorSettings
from canonym.project.files.gitignore import absolute
from canonym.project.files.resolved_paths import lies_in
from canonym.text.printable import printable

log = logging.getLogger("canonym.lsp")

_PAUSE = 0.2
"""Seconds without an edit of a file of ours after which it is loaded: what is half typed is seldom valid."""


class CanonymServer(LanguageServer):
    """A language server for names in prose.

    Attributes:
        can: What the editor can do.
        documents: The open documents.
        settings: What the editor sets for each document.
        roots: The directories with settings and termbases of their own.
        failures: What failed of documents.
        analyst: Checks open documents.
        drafts: Checks the others.
        publisher: Shows what was found.
        work: Shows what takes long.
        sweep: Checks all drafts.
        across: Compares drafts with each other.
        own: Shows our own files.
        own_edits: Edits them.
        watcher: Notices what changes on disk.
        changes: Tells those who wait.
        notices: Says what people should know.
        offers: Offers to learn.
        pages: The documentation of the rules.
        workers: The threads in which work is done.
    """

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__("canonym", __version__, protocol_cls=Protocol)
        self.workers = Workers()
        self.pages = RulePages()
        self.can = Client()
        self.documents = Documents()
        self.settings = EditorSettings(None)
        self.roots = Roots(self._make_root)
        self.failures = Failures(self._failed)
        self.analyst = Analyst(self.workers, self.documents.get, self.basis, self.failures)
        self.drafts = Drafts(self.workers, self.documents, self.failures)
        self.publisher = Publisher(self)
        self.own = OwnFiles(self)
        self.own_edits = OwnEdits(self)
        self.sweep = Sweep(self)
        self.across = Across(self)
        self.watcher = Watcher(self)
        self.changes = Changes()
        self.work = Work(None, self.progress)
        self.notices = Notices(self.show)
        self.offers = Offers(self)
        self._reloads: dict[Path, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, params: types.InitializeParams) -> None:
        """Take note of the editor."""
        self.can = client_of(params.capabilities)
        self.documents.encoding = Encoding(self.workspace.position_encoding or Encoding.UTF16)
        given = params.initialization_options
        sent = given.get(SECTION, given) if isinstance(given, dict) else None
        logging.getLogger("canonym").addHandler(EditorLog(self._log_in_editor))
        self.settings = EditorSettings(self._ask_settings if self.can.configures else None, sent)
        self.work = Work(
            self.window_work_done_progress_create_async if self.can.progress else None, self.progress
        )
        folders = [path_of(folder.uri) for folder in params.workspace_folders or ()]
        if not folders and (params.root_uri or params.root_path):
            folders = [path_of(params.root_uri) if params.root_uri else Path(params.root_path or "")]
        self.roots.set_folders(folder for folder in folders if folder is not None)

    def stop(self) -> None:
        """End all work."""
        logging.getLogger("canonym").handlers.clear()
        for waiting in self._reloads.values():
            waiting.cancel()
        self.across.stop()
        for task in self._tasks:
            task.cancel()
        self.workers.stop()
        self.pages.remove()

    @property
    def was_shut_down(self) -> bool:
        """Tell whether the editor ended the session as it should."""
        return self.protocol.is_shut_down

    def spawn(self, work: Coroutine[Any, Any, Any], what: str) -> None:
        """Do ``work`` beside everything else; a failure is logged."""
        task = asyncio.get_running_loop().create_task(work, name=what)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log_failure(log, task.get_name(), error)

    def opened(self, snapshot: Snapshot) -> None:
        """Look at a document that was opened."""
        self.settings.forget(snapshot.uri)
        self.changes.note()
        self._touched(snapshot)

    def changed(self, snapshot: Snapshot) -> None:
        """Look at a document that was edited."""
        self._touched(snapshot)

    def closed(self, snapshot: Snapshot) -> None:
        """Forget a document that was closed."""
        self.analyst.forget(snapshot.uri)
        self.failures.clear(snapshot.uri)
        self.across.forget(snapshot.uri)
        self.settings.forget(snapshot.uri)
        self.publisher.clear(snapshot.uri)
        self.changes.note()
        if snapshot.path is not None and self.own.is_own(snapshot):
            self._reload_soon(snapshot.path)

    def _touched(self, snapshot: Snapshot) -> None:
        self.publisher.look(snapshot.uri)
        if snapshot.path is not None and self.own.is_own(snapshot):
            self._reload_soon(snapshot.path)

    def _reload_soon(self, path: Path) -> None:
        """Load anew when whoever edits a file of ours pauses."""
        waiting = self._reloads.pop(path, None)
        if waiting is not None:
            waiting.cancel()

        def reload() -> None:
            self._reloads.pop(path, None)
            self.spawn(self.reload_around(path), "loading")

        self._reloads[path] = asyncio.get_running_loop().call_later(_PAUSE, reload)

    async def basis(self, snapshot: Snapshot) -> Basis | None:
        """Return what a document is checked with; None if it is none of ours."""
        overrides = await self.settings.of(snapshot.uri)
        format_ = format_of(snapshot.language, snapshot.path, overrides.languages)
        if not overrides.enable or format_ is None:
            return None
        root = self.roots.of(snapshot.path)
        knowledge = await root.knowledge()
        today = datetime.now(UTC).astimezone().date()
        settings = overrides.over(knowledge.project.settings.checking(today))
        return Basis(knowledge, settings, format_)

    async def basis_of_root(self, root: Root) -> Basis:
        """Return what the closed drafts of a root are checked with."""
        knowledge = await root.knowledge()
        overrides = await self.settings.of(uri_of(root.path))
        today = datetime.now(UTC).astimezone().date()
        return Basis(knowledge, overrides.over(knowledge.project.settings.checking(today)), None)

    async def analysis(self, uri: str) -> Analysis | None:
        """Return the analysis of an open document as it is now; None if it is none of ours."""
        while (analysis := await self.analyst.analysis(uri)) is not None:
            extended = await self._extended(analysis)
            if self.documents.get(uri) is analysis.snapshot:
                return extended
        return None

    async def _extended(self, analysis: Analysis) -> Analysis:
        """Return an analysis with what only other drafts tell; as it is, if the comparison fails."""
        uri = analysis.snapshot.uri
        try:
            extended = await self.across.extended(analysis)
        except Exception as error:
            self.failures.note(uri, COMPARING, error)
            return analysis
        self.failures.clear(uri, COMPARING)
        return extended

    async def execute(self, command: str, arguments: Sequence[object]) -> object:
        """Run a command of the editor."""
        return await run_command(self, command, arguments)

    def cancel_work(self, token: types.ProgressToken) -> None:
        """Stop the work behind a progress bar."""
        self.work.cancel(token)

    async def analyses_of_open(self, root: Root) -> list[Analysis]:
        """Return the analyses of the open documents of a root."""
        found = [await self.analysis(one.uri) for one in self.documents if self.roots.of(one.path) is root]
        return [analysis for analysis in found if analysis is not None]

    async def articles_of(self, root: Root) -> tuple[Path, ...]:
        """Return what a termbase of a root would be learned from."""
        project = (await root.knowledge()).project
        return await self.workers.later(corpus_files, project, root.path)

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

    async def reload(self, root: Root) -> None:
        """Load a root anew."""
        root.invalidate()
        await root.load()

    async def reload_all(self) -> None:
        """Load all roots anew."""
        for root in self.roots:
            await self.reload(root)

    async def reload_around(self, path: Path) -> None:
        """Load the roots anew for which a file of ours counts."""
        self.roots.forget_places()
        own = self.roots.of(path)
        for root in self.roots:
            if root is own or (root.latest is not None and path in root.latest.stamps):
                await self.reload(root)

    def drafts_changed(self) -> None:
        """Tell those who wait for news of drafts."""
        self.changes.note()

    def tell_status(self, root: Root) -> None:
        """Tell the editor the state of a root."""
        self.protocol.notify(NOTIFICATION, status_of(root, self.failures.below(root.path)).json())

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
        self.spawn(self.offers.make(root), "offering to learn")
        self.tell_status(root)
        self.publisher.look_again()

    def show(self, severity: types.MessageType, message: str) -> None:
        """Show a message to people, and log it."""
        self.window_show_message(
            types.ShowMessageParams(type=severity, message=f"Canonym: {printable(message)}")
        )

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ANN401  (as pygls has it)
        """Log what went wrong with a message; a request is answered with its error anyway."""
        if source is JsonRpcException:
            self.protocol.refuse_unread(error)
        elif source is not FeatureRequestError:
            log_failure(log, getattr(source, "__name__", "a message"), error)

    def _log_in_editor(self, severity: types.MessageType, message: str) -> None:
        self.window_log_message(types.LogMessageParams(type=severity, message=message))

    async def _ask_settings(self, uri: str | None, section: str) -> Sequence[object]:
        item = types.ConfigurationItem(scope_uri=uri, section=section)
        return await self.workspace_configuration_async(types.ConfigurationParams([item])) or ()
