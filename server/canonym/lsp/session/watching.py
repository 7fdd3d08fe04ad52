"""Notices what changes on disk: told by the editor where it can, and by looking now and then.

Files of ours are looked at by ourselves as well: editors watch their folders only, and a root may lie
outside of them.
"""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from lsprotocol import types

from canonym.lsp.background.corpus_files import pass_over
from canonym.lsp.session.loaded_project import stamps_of
from canonym.lsp.session.roots import Root
from canonym.lsp.session.session import Session
from canonym.lsp.session.stamps import stamp_of
from canonym.project.project import Project
from canonym.project.settings import AUTHORED
from canonym.project.settings_file import OWN_FILE, SHARED_FILE
from canonym.text.formats import FORMATS

_OFTEN = 2.0
"""Seconds between two looks at settings and termbases."""
_SELDOM = 15
"""Every how many of these looks the corpus is looked at, too."""
_ENDINGS = tuple(sorted({suffix for one in FORMATS.values() for suffix in one.suffixes if suffix[0] == "."}))
"""How the names of drafts end."""


def registrations() -> list[types.Registration]:
    """Return what to ask an editor to watch that watches files."""
    watchers = (
        types.FileSystemWatcher(f"**/{{{OWN_FILE},{SHARED_FILE},{AUTHORED},*.learned.jsonl}}"),
        types.FileSystemWatcher(f"**/*.{{{','.join(ending[1:] for ending in _ENDINGS)}}}"),
        # Of a folder that comes or goes as a whole, only the folder is told.
        types.FileSystemWatcher("**/*", types.WatchKind.Create | types.WatchKind.Delete),
    )
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    return [types.Registration(id=method, method=method, register_options=options)]


async def follow_changes(
    session: Session, paths: Iterable[Path], known: Callable[[], Iterable[Path]]
) -> None:
    """Follow changes on disk: load anew what changed of ours, or note that a draft did.

    Args:
        session: The session.
        paths: What changed.
        known: Returns the drafts that were looked at when the workspace was checked.
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
    """Look at the files of ours and at the corpus, again and again, without end."""
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
