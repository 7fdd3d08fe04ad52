"""Locks a file of ours. Processes, threads and editors of this user wait for one another.

A lock lies in our private folder beside the file, or else in the user's cache. If neither is possible there
is no lock. So every writer also compares the file before it writes (``rewriting.py``).
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
"""Seconds to wait for a lock before we report its owner."""
_OFTEN = 0.01
"""Seconds between two tries."""


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Keep others from editing a file during the block.

    Args:
        file: The file, with links followed; it need not exist.

    Raises:
        OSError: Another writer has had the lock for ``PATIENCE`` seconds.
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
    """Return the lock of a file, acquired; None if there can be none."""
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
    except (OSError, NotImplementedError):  # not every network disk supports locks
        return None
    return lock
