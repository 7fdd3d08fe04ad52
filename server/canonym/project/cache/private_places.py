"""Chooses the folder for our own files: compiled indexes, remembered findings, locks.

It is ``.canonym`` in the directory of the project or the termbase. It is in the user's cache directory
instead if ``.canonym`` is a link or holds one, holds files that are not ours, or if it or its directory is
read-only or owned by another user.
"""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from canonym.project.cache.private_folder import LABELS, LOCKS, NAME, PrivateFolder, Untrusted, is_ours
from canonym.text.values import NamedTuple

_SHRUNK = "shrunk"
"""An empty file. Its time says when the size of the cache was last checked."""
_SELDOM = 3_600
"""Seconds between two notes of a use and between two checks of the size. Each would slow down every check."""


def private_folders(directory: Path, part: str, *, create: bool = False) -> Iterator[PrivateFolder]:
    """Yield the folders for a part of our files: first that of ``directory``, then that of the user's cache.

    If the first is writable, there is no second.

    Args:
        directory: The directory of the project or the termbase.
        part: The purpose of the files, in a word that is the name of the folder.
        create: Whether to create missing folders; otherwise they are skipped.
    """
    found = _look(directory, part, create=create)
    if found.folder is not None and (found.writable or not create):
        yield found.folder
    if not found.writable:
        with suppress(OSError):
            yield _users_folder(directory, part, create=create)


def private_folder(directory: Path, part: str) -> PrivateFolder | None:
    """Return the folder where a part of our files is written; None if there is none.

    Args:
        directory: The directory of the project or the termbase; for a lock, that of the file.
        part: The purpose of the files, in a word that is the name of the folder.
    """
    return next(private_folders(directory, part, create=True), None)


def tidy(folder: PrivateFolder, directory: Path) -> None:
    """Bound the user's cache directory, after something large was written.

    Args:
        folder: Where it was written.
        directory: The directory for which the folder was requested.
    """
    if directory not in folder.path.parents:
        from canonym.project.cache.cache_limit import shrink

        shrink(keep=folder.path.parent.name)


def why_elsewhere(directory: Path, part: str) -> str:
    """Return why we cannot use ``.canonym`` there, if a person caused that; else nothing."""
    found = _look(directory, part, create=False)
    return found.reason and f"{found.reason}, so the user's cache directory is used instead"


class _Found(NamedTuple):
    folder: PrivateFolder | None = None
    writable: bool = False
    reason: str = ""


def _look(directory: Path, part: str, *, create: bool) -> _Found:
    """Open the folder, or the last existing one on the way if the next may not be created."""
    try:
        place = PrivateFolder(directory)
        if not is_ours(place.status()):
            return _Found()
        for name in (NAME, part):
            if not place.has(name) and not (create and place.is_writable()):
                return _Found(writable=place.is_writable())
            place = place.folder(name, create=create)
            place.check(folders=name == NAME, alone=name == LOCKS)
            if create and name == NAME:
                with suppress(OSError):
                    for label, data in LABELS.items():
                        place.create(label, data)
        return _Found(place, place.is_writable())
    except Untrusted as error:
        return _Found(reason=error.reason)
    except OSError:
        return _Found()


def _users_folder(directory: Path, part: str, *, create: bool = False) -> PrivateFolder:
    """Return the folder in the user's cache for a ``directory``.

    Raises:
        OSError: There is none, or it is unusable.
    """
    from canonym.project.cache.user_cache import OF, PRIVATE, users_cache

    whole = os.path.realpath(directory)
    cache = users_cache(create=create)
    entry = cache.folder(_name(whole), create=create, mode=PRIVATE)
    if create:
        entry.create(OF, os.fsencode(whole))
        _shrink_now_and_then(cache, keep=_name(whole))
    folder = entry.folder(part, create=create, mode=PRIVATE)
    _note_use(entry, OF)
    return folder


def _name(whole: str) -> str:
    from hashlib import sha256

    return sha256(os.fsencode(whole)).hexdigest()[:32]


def _shrink_now_and_then(cache: PrivateFolder, keep: str) -> None:
    if cache.has(_SHRUNK) and time.time() - cache.status(_SHRUNK).st_mtime < _SELDOM:
        return
    from canonym.project.cache.cache_limit import shrink

    with suppress(OSError):
        cache.replace(_SHRUNK, b"")
    shrink(keep=keep)


def _note_use(entry: PrivateFolder, of: str) -> None:
    with suppress(OSError):
        if time.time() - entry.status(of).st_mtime > _SELDOM:
            entry.replace(of, entry.read(of))
