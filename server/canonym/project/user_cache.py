"""The user's cache directory: a folder a project, for those that cannot or must not keep files of ours.

Each is named by the hash of the directory that it stands for, and says in ``of`` which one that is.
Only the user may look in, since statistics of unpublished texts lie there.
"""

import os
import stat
import time
from contextlib import suppress
from pathlib import Path

from canonym.project.private_folder import PrivateFolder, is_ours, not_ours
from canonym.project.private_places import LABELS

OF = "of"
"""The file that names the directory; when it was written says when the folder was last used."""
TAG = "CACHEDIR.TAG"
_SHRUNK = "shrunk"
"""An empty file; when it was written says when the bound was last looked after."""
_PRIVATE = 0o700
_SELDOM = 3_600
"""Seconds for which a use is not noted again, nor the bound looked after: each would cost every check."""


def users_folder(directory: Path, part: str, *, create: bool = False) -> PrivateFolder:
    """Return the folder for a part of our files that stands for the one in ``directory``.

    Args:
        directory: The directory of the project or the termbase.
        part: What the files are for.
        create: Whether to make it if there is none.

    Raises:
        OSError: There is none, or it cannot be used.
    """
    whole = os.path.realpath(directory)
    cache = users_cache(create=create)
    entry = cache.folder(_name(whole), create=create, mode=_PRIVATE)
    if create:
        entry.create(OF, os.fsencode(whole))
        _shrink_now_and_then(cache, keep=_name(whole))
    folder = entry.folder(part, create=create, mode=_PRIVATE)
    _note_use(entry)
    return folder


def users_cache(*, create: bool = False) -> PrivateFolder:
    """Return the folder of all projects, which nobody else can look into.

    Raises:
        OSError: There is none, it is another user's, or there is no place for one.
    """
    path = users_cache_path()
    if create:
        path.mkdir(_PRIVATE, parents=True, exist_ok=True)
    folder = PrivateFolder(path)
    status = folder.status()
    if not is_ours(status):
        raise not_ours(path)
    if stat.S_IMODE(status.st_mode) & ~_PRIVATE and os.name == "posix":
        path.chmod(_PRIVATE)
    if create:
        folder.create(TAG, LABELS[TAG])
    return folder


def users_cache_path() -> Path:
    """Return where the user's cache is or would be, links on the way followed.

    Raises:
        FileNotFoundError: The user has no home.
    """
    from platformdirs import user_cache_path

    try:
        path = user_cache_path("canonym", appauthor=False)
    except RuntimeError as error:
        raise FileNotFoundError(str(error)) from error
    if not path.is_absolute():  # as older versions of the library have it
        raise FileNotFoundError(path)
    return Path(os.path.realpath(path))


def _name(whole: str) -> str:
    from hashlib import sha256

    return sha256(os.fsencode(whole)).hexdigest()[:32]


def _shrink_now_and_then(cache: PrivateFolder, keep: str) -> None:
    if cache.has(_SHRUNK) and time.time() - cache.status(_SHRUNK).st_mtime < _SELDOM:
        return
    from canonym.project.cache_entries import shrink

    with suppress(OSError):
        cache.replace(_SHRUNK, b"")
    shrink(keep=keep)


def _note_use(entry: PrivateFolder) -> None:
    with suppress(OSError):
        if time.time() - entry.status(OF).st_mtime > _SELDOM:
            entry.replace(OF, entry.read(OF))
