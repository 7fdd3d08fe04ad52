"""Notices what changes on disk: told by the editor where it can, and by looking now and then."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from canonym.lsp.background.corpus_files import pass_over
from canonym.lsp.session.loaded_project import stamps_of
from canonym.lsp.session.roots import Root
from canonym.lsp.session.stamps import stamp_of
from canonym.project.project import Project
from canonym.project.settings import AUTHORED
from canonym.project.settings_file import OWN_FILE, SHARED_FILE
from canonym.text.formats import FORMATS

if TYPE_CHECKING:
    from canonym.lsp.server import CanonymServer

_OFTEN = 2.0
"""Seconds between two looks at settings and termbases."""
_SELDOM = 15
"""Every how many of these looks the corpus is looked at, too."""
_ENDINGS = tuple(sorted({suffix for one in FORMATS.values() for suffix in one.suffixes if suffix[0] == "."}))
"""How the names of drafts end."""


class Watcher:
    """Watches files for the session.

    Files of ours are looked at by ourselves as well: editors watch their folders only, and a root may lie
    outside of them.

    Args:
        server: The session.
    """

    def __init__(self, server: "CanonymServer") -> None:
        self._server = server

    def start(self) -> None:
        """Begin to look."""
        self._server.spawn(self._look_on(), "watching")

    def registrations(self) -> list[types.Registration]:
        """Return what to ask the editor to watch; nothing of one that cannot."""
        if not self._server.can.registers_watching:
            return []
        watchers = (
            types.FileSystemWatcher(f"**/{{{OWN_FILE},{SHARED_FILE},{AUTHORED},*.learned.jsonl}}"),
            types.FileSystemWatcher(f"**/*.{{{','.join(ending[1:] for ending in _ENDINGS)}}}"),
            # Of a folder that comes or goes as a whole, only the folder is told.
            types.FileSystemWatcher("**/*", types.WatchKind.Create | types.WatchKind.Delete),
        )
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        return [types.Registration(id=method, method=method, register_options=options)]

    async def changed(self, paths: Iterable[Path]) -> None:
        """Follow changes on disk."""
        others = []
        for path in paths:
            if self._is_ours(path):
                await self._server.reload_around(path)
            else:
                others.append(path)
        if others and await self._are_drafts(others):
            self._server.drafts_changed()

    async def _are_drafts(self, paths: Iterable[Path]) -> bool:
        return await self._server.workers.later(_may_be_drafts, paths, tuple(self._server.sweep.known()))

    def _is_ours(self, path: Path) -> bool:
        if path.name in (OWN_FILE, SHARED_FILE, AUTHORED) or path.name.endswith(".learned.jsonl"):
            return True
        return any(root.latest is not None and path in root.latest.stamps for root in self._server.roots)

    async def _look_on(self) -> None:
        looks = 0
        while True:
            await asyncio.sleep(_OFTEN)
            looks += 1
            for root in self._server.roots:
                if root.latest is not None:
                    await self._look(root, corpus=looks % _SELDOM == 0)

    async def _look(self, root: Root, *, corpus: bool) -> None:
        assert root.latest is not None
        before = root.latest.stamps
        if await self._server.workers.later(stamps_of, before) != before:
            await self._server.reload(root)
        if corpus:
            outdated = await self._server.workers.later(is_outdated, root.latest.project)
            if outdated != root.outdated:
                root.outdated = outdated
                self._server.tell_status(root)


def _may_be_drafts(paths: Iterable[Path], known: Iterable[Path]) -> bool:
    """Tell whether one of the paths is named like a draft, or is a folder, or was one of known drafts."""
    folders = {folder for path in known for folder in path.parents}
    return any(path.name.lower().endswith(_ENDINGS) or path in folders or path.is_dir() for path in paths)


def is_outdated(project: Project) -> bool:
    """Tell whether an article of the corpus is newer than what was learned from it."""
    learned = stamp_of(project.learned)
    if learned is None or not project.settings.corpus:
        return False
    stamps = (stamp_of(path) for path in project.corpus(pass_over))
    return any(stamp is not None and stamp > learned for stamp in stamps)
