"""One at a time edits a file of ours: processes, threads and editors of this user wait for one another.

Locks lie in our private folder beside the file. Where they cannot lie there they lie in the user's
cache, or there are none; so whoever writes compares as well (``rewriting.py``).
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from canonym.project.cache.private_folder import LOCKS
from canonym.project.cache.private_places import private_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 60.0
"""Seconds after which whoever has the lock is told of instead of waited for."""
_OFTEN = 0.01
"""Seconds between two tries."""


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Keep others from editing a file meanwhile.

    Args:
        file: The file, which need not exist, links followed.

    Raises:
        OSError: Another one has been editing it for ``PATIENCE`` seconds.
    """
    lock = _lock(file)
    if lock is None:
        yield
        return
    try:
        yield
    finally:
        lock.release()


def _lock(file: Path) -> "BaseFileLock | None":
    """Return the lock of a file, which we have; None where there can be none."""
    folder = private_folder(file.parent, LOCKS)
    if folder is None:
        return None
    from filelock import FileLock, Timeout

    lock = FileLock(folder.path / f"{file.name}.lock")
    try:
        lock.acquire(timeout=PATIENCE, poll_interval=_OFTEN)
    except Timeout as error:
        message = "is being edited by another program; try again later"
        raise OSError(errno.EBUSY, message, str(file)) from error
    except (OSError, NotImplementedError):  # not every disk on a network can lock
        return None
    return lock
