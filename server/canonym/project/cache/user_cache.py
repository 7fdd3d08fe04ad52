"""The user's cache directory: a folder a project, for those that cannot or must not keep files of ours.

Each is named by the hash of the directory that it stands for, and says in ``of`` which one that is.
Only the user may look in, since statistics of unpublished texts lie there.
"""

import os
import stat
from pathlib import Path

from canonym.project.cache.private_folder import LABELS, PrivateFolder, is_ours, not_ours

OF = "of"
"""The file that names the directory; when it was written says when the folder was last used."""
TAG = "CACHEDIR.TAG"
PRIVATE = 0o700
"""The mode of its folders."""


def users_cache(*, create: bool = False) -> PrivateFolder:
    """Return the folder of all projects, which nobody else can look into.

    Raises:
        OSError: There is none, it is another user's, or there is no place for one.
    """
    path = users_cache_path()
    if create:
        path.mkdir(PRIVATE, parents=True, exist_ok=True)
    folder = PrivateFolder(path)
    status = folder.status()
    if not is_ours(status):
        raise not_ours(path)
    if stat.S_IMODE(status.st_mode) & ~PRIVATE and os.name == "posix":
        path.chmod(PRIVATE)
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
