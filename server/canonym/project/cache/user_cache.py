"""The user's cache directory: a folder a project, for projects that cannot or must not hold our files.

A folder is named by the hash of its project's directory. Its file ``of`` names that directory. Only the user
may look inside, because it holds statistics of unpublished texts.
"""

import os
import stat
from pathlib import Path

from canonym.project.cache.private_folder import LABELS, PrivateFolder, is_ours, not_ours

OF = "of"
"""The file that names the directory. Its time is the last use of the folder."""
TAG = "CACHEDIR.TAG"
PRIVATE = 0o700
"""The mode of the folders."""


def users_cache(*, create: bool = False) -> PrivateFolder:
    """Return the folder of all projects, which only the user can open.

    Raises:
        OSError: There is none, another user owns it, or it cannot be created.
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
    """Return the path of the user's cache, whether it exists or not, with links followed.

    Raises:
        FileNotFoundError: The user has no home directory.
    """
    from platformdirs import user_cache_path

    try:
        path = user_cache_path("canonym", appauthor=False)
    except RuntimeError as error:
        raise FileNotFoundError(str(error)) from error
    if not path.is_absolute():  # older versions of the library allow it
        raise FileNotFoundError(path)
    return Path(os.path.realpath(path))
