"""Reads, edits and writes a file of ours in one step, so that no other edit is lost."""

import errno
import os
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import IO

from canonym.project.files.links_outside import resolve
from canonym.project.writing.locking import locked
from canonym.project.writing.whole_files import ChangedError, Content, naming, open_regular, write_atomic

Edit = Callable[[IO[bytes] | None], Content | None]
"""Takes a file, None if it does not exist; returns its new content, None to leave it unchanged."""

_TRIES = 100
"""How often an edit is repeated because somebody else changed the file meanwhile."""


def rewrite(path: Path, edit: Edit, *, within: Collection[Path] | None = None) -> bool:
    """Edit a file. It is created if it is missing.

    Args:
        path: The file.
        edit: The edit. It is repeated if the file changed meanwhile.
        within: Folders, one of which must contain the file with all links followed; None for anywhere.

    Returns:
        Whether the file was written.

    Raises:
        OutsideError: It is not ``within``.
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
    """Return the status of a file before it was read, and its new content."""
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
