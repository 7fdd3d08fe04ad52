"""Where the files of our own lie: compiled indexes, remembered findings, locks.

In ``.canonym``, in the directory of the project or the termbase, or in the user's cache directory:
where ``.canonym`` is a link or holds one, or anything else that we did not put there; where it or
its directory is another user's or read-only.
"""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from canonym.project.cache.private_folder import LABELS, LOCKS, NAME, PrivateFolder, Untrusted, is_ours
from canonym.text.values import NamedTuple

_SHRUNK = "shrunk"
"""An empty file; when it was written says when the bound was last looked after."""
_SELDOM = 3_600
"""Seconds for which a use is not noted again, nor the bound looked after: each would cost every check."""


def private_folders(directory: Path, part: str, *, create: bool = False) -> Iterator[PrivateFolder]:
    """Yield the folders for a part of our files, that of ``directory`` before that of the user's cache.

    Where the first can be written there is no second.

    Args:
        directory: The directory of the project or the termbase.
        part: What the files are for, in a word that is the name of the folder.
        create: Whether to make folders that are not there; without it they are passed over.
    """
    found = _look(directory, part, create=create)
    if found.folder is not None and (found.writable or not create):
        yield found.folder
    if not found.writable:
        with suppress(OSError):
            yield _users_folder(directory, part, create=create)


def private_folder(directory: Path, part: str) -> PrivateFolder | None:
    """Return the folder where a part of our files is written; None where there can be none.

    Args:
        directory: The directory of the project or the termbase; for a lock, that of the file.
        part: What the files are for, in a word that is the name of the folder.
    """
    return next(private_folders(directory, part, create=True), None)


def tidy(folder: PrivateFolder, directory: Path) -> None:
    """Keep the user's cache directory within its bound, after something large was written.

    Args:
        folder: Where it was written.
        directory: The directory that the folder was asked for.
    """
    if directory not in folder.path.parents:
        from canonym.project.cache.cache_entries import shrink

        shrink(keep=folder.path.parent.name)


def why_elsewhere(directory: Path, part: str) -> str:
    """Return what keeps us from using ``.canonym`` there, if somebody put it there; else nothing."""
    found = _look(directory, part, create=False)
    return found.reason and f"{found.reason}, so the user's cache directory is used instead"


class _Found(NamedTuple):
    folder: PrivateFolder | None = None
    writable: bool = False
    reason: str = ""


def _look(directory: Path, part: str, *, create: bool) -> _Found:
    """Go down to the folder, or to the last on the way that is there, if the next may not be made."""
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
    """Return the folder in the user's cache that stands for the one in ``directory``.

    Raises:
        OSError: There is none, or it cannot be used.
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
    from canonym.project.cache.cache_entries import shrink

    with suppress(OSError):
        cache.replace(_SHRUNK, b"")
    shrink(keep=keep)


def _note_use(entry: PrivateFolder, of: str) -> None:
    with suppress(OSError):
        if time.time() - entry.status(of).st_mtime > _SELDOM:
            entry.replace(of, entry.read(of))
