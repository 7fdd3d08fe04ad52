"""Notices changes on disk: from the editor, and by checks from time to time.

We also check our own files ourselves, because editors watch only their folders, and a root may lie outside of
them.
"""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from lsprotocol import types

from canonym.lsp.background.corpus_files import pass_over
from canonym.lsp.session.file_stamps import stamp_of
from canonym.lsp.session.loaded_project import stamps_of
from canonym.lsp.session.roots import Root
from canonym.lsp.session.session import Session
from canonym.project.project import Project
from canonym.project.settings import AUTHORED
from canonym.project.settings_file import OWN_FILE, SHARED_FILE
from canonym.text.formats import FORMATS

_OFTEN = 2.0
"""Seconds between two checks of settings and termbases."""
_SELDOM = 15
"""The corpus is checked at every check of this number."""
_ENDINGS = tuple(sorted({suffix for one in FORMATS.values() for suffix in one.suffixes if suffix[0] == "."}))
"""The endings of the names of drafts."""


def registrations() -> list[types.Registration]:
    """Return the registrations for an editor that watches files."""
    watchers = (
        types.FileSystemWatcher(f"**/{{{OWN_FILE},{SHARED_FILE},{AUTHORED},*.learned.jsonl}}"),
        types.FileSystemWatcher(f"**/*.{{{','.join(ending[1:] for ending in _ENDINGS)}}}"),
        # For a folder that appears or disappears as a whole, the editor reports only the folder.
        types.FileSystemWatcher("**/*", types.WatchKind.Create | types.WatchKind.Delete),
    )
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    return [types.Registration(id=method, method=method, register_options=options)]


async def follow_changes(
    session: Session, paths: Iterable[Path], known: Callable[[], Iterable[Path]]
) -> None:
    """React to changes on disk: reload our own files, or note that a draft changed.

    Args:
        session: The session.
        paths: The changed files.
        known: Returns the drafts of the last check of the workspace.
    """
    others = []
    for path in paths:
        if _is_ours(session, path):
            await session.roots.reload_around(path)
        else:
            others.append(path)
    if others and await _are_drafts(session, others, known):
        session.changes.note()


async def look_on(session: Session) -> None:
    """Check our own files and the corpus repeatedly, without end."""
    looks = 0
    while True:
        await asyncio.sleep(_OFTEN)
        looks += 1
        for root in session.roots:
            if root.latest is not None:
                await _look(session, root, corpus=looks % _SELDOM == 0)


async def _are_drafts(session: Session, paths: Iterable[Path], known: Callable[[], Iterable[Path]]) -> bool:
    return await session.workers.later(_may_be_drafts, paths, tuple(known()))


def _is_ours(session: Session, path: Path) -> bool:
    if path.name in (OWN_FILE, SHARED_FILE, AUTHORED) or path.name.endswith(".learned.jsonl"):
        return True
    return any(root.latest is not None and path in root.latest.stamps for root in session.roots)


async def _look(session: Session, root: Root, *, corpus: bool) -> None:
    assert root.latest is not None
    before = root.latest.stamps
    if await session.workers.later(stamps_of, before) != before:
        await root.reload()
    if corpus:
        outdated = await session.workers.later(is_outdated, root.latest.project)
        if outdated != root.outdated:
            root.outdated = outdated
            session.tell_status(root)


def _may_be_drafts(paths: Iterable[Path], known: Iterable[Path]) -> bool:
    """Return whether a path has the name of a draft, is a folder, or was one of the known drafts."""
    folders = {folder for path in known for folder in path.parents}
    return any(path.name.lower().endswith(_ENDINGS) or path in folders or path.is_dir() for path in paths)


def is_outdated(project: Project) -> bool:
    """Return whether an article of the corpus is newer than the learned termbase."""
    learned = stamp_of(project.learned)
    if learned is None or not project.settings.corpus:
        return False
    stamps = (stamp_of(path) for path in project.corpus(pass_over))
    return any(stamp is not None and stamp > learned for stamp in stamps)
