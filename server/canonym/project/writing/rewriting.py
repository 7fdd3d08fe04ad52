"""Files of ours are read, edited and written back in one go, so that nobody's edit is lost."""

import errno
import os
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import IO

from canonym.project.files.resolved_paths import resolve
from canonym.project.writing.locking import locked
from canonym.project.writing.whole_files import ChangedError, Content, naming, open_regular, write_atomic

Edit = Callable[[IO[bytes] | None], Content | None]
"""Takes a file as it stands, None if there is none; returns what it is to hold, None to leave it alone."""

_TRIES = 100
"""How often an edit is made anew, since somebody else changed the file meanwhile."""


def rewrite(path: Path, edit: Edit, *, within: Collection[Path] | None = None) -> bool:
    """Edit a file, which is created if it is missing.

    Args:
        path: The file.
        edit: The edit; it is made again if the file was changed meanwhile.
        within: Folders, in one of which the file must lie when all links are followed; None for anywhere.

    Returns:
        Whether the file was written.

    Raises:
        OutsideError: It does not lie ``within``.
        OSError: It cannot be read or written.
    """
    with locked(resolve(path, within)):
        return _rewritten(path, edit, within)


def _rewritten(path: Path, edit: Edit, within: Collection[Path] | None) -> bool:
    for _ in range(_TRIES):
        looks, data = _edited(path, edit)
        if data is None:
            return False
        try:
            write_atomic(path, data, within=within, expected=partial(_looks_so, looks))
        except ChangedError:
            continue
        return True
    raise ChangedError(errno.EBUSY, "is changed again and again by another program", str(path))


_Looks = tuple[int, ...] | None


def _edited(path: Path, edit: Edit) -> tuple[_Looks, Content | None]:
    """Return what a file looked like before it was read, and what it is to hold."""
    try:
        with naming(path):
            file = open_regular(Path(os.path.realpath(path)))
    except FileNotFoundError:
        return None, edit(None)
    with file:
        return _looks(file), edit(file)


def _looks_so(before: _Looks, file: IO[bytes] | None) -> bool:
    return before == _looks(file)


def _looks(file: IO[bytes] | None) -> _Looks:
    if file is None:
        return None
    held = os.fstat(file.fileno())
    return held.st_dev, held.st_ino, held.st_size, held.st_mtime_ns, held.st_ctime_ns
