"""Writes files whole or not at all, and only regular files."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import IO

from canonym.project.cache.unfinished_files import draft_beside, remove_drafts_of
from canonym.project.files.links_outside import resolve

Content = bytes | Iterable[bytes]
"""The new content of a file, in one piece or many."""
Expected = Callable[[IO[bytes] | None], bool]
"""Takes a file, None if it does not exist; returns whether it is the one that may be replaced."""

_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Follow no link, and do not wait for the other end of a FIFO, where the system can."""
_NO_FILE = "is no regular file"
_PATIENCE = 2.0
"""Seconds for which we retry a file that another program has open, on Windows."""


class ChangedError(OSError):
    """The file changed, so it is not the one that was to be replaced."""


def write_atomic(
    path: Path, data: Content, *, within: Collection[Path] | None = None, expected: Expected | None = None
) -> None:
    """Replace the file by ``data``, or change nothing.

    A link is followed. The mode and owner of the file are kept. Only a regular file that the user may write
    is replaced. Drafts of the file that a killed process left are removed.

    Args:
        path: The file.
        data: Its new content.
        within: Folders, one of which must contain the file with all links followed; None for anywhere.
        expected: Decides, immediately before the file is replaced, whether it still may be.

    Raises:
        OutsideError: It is not ``within``.
        ChangedError: It is not ``expected``, or a link took its place.
        OSError: It cannot be written.
    """
    target = resolve(path, within)
    with naming(path):
        if not target.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))
        held = _writable(target)
        remove_drafts_of(target)
        draft = draft_beside(target)
        try:
            _write_draft(draft, data, held)
            if resolve(path, within) != target or not _is_expected(target, expected):
                raise ChangedError(errno.EBUSY, "was changed meanwhile; nothing was written", str(path))
            _replace(draft, target)
        finally:
            draft.unlink(missing_ok=True)


def open_regular(path: Path) -> IO[bytes]:
    """Open a regular file for reading. A link in its place is not followed.

    Raises:
        OSError: It does not exist, or cannot be read.
    """
    file = open(path, "rb", opener=partial(_opened, 0))  # noqa: SIM115  (the caller closes it)
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, _NO_FILE, str(path))
    return file


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Put the name of a file as people know it into an error of the system, whatever failed."""
    try:
        yield
    except OSError as error:
        if error.filename == str(path) or error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def _writable(target: Path) -> os.stat_result | None:
    """Return the status of a regular file that may be written; None if there is none."""
    try:
        held = target.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(held.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(held.st_mode):
        raise OSError(errno.EINVAL, _NO_FILE, str(target))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return held


def _write_draft(draft: Path, data: Content, held: os.stat_result | None) -> None:
    """Write the draft of a file whose status is ``held``. Others may read it no sooner than the file."""
    with open(draft, "xb", opener=partial(_opened, 0o666 if held is None else 0o600)) as file:
        file.writelines((data,) if isinstance(data, bytes) else data)
        file.flush()
        os.fsync(file.fileno())
    if held is None:
        return
    made = draft.stat()
    if sys.platform != "win32" and (made.st_uid, made.st_gid) != (held.st_uid, held.st_gid):
        with suppress(OSError):  # few users may give files away
            os.chown(draft, held.st_uid, held.st_gid)
    draft.chmod(stat.S_IMODE(held.st_mode))


def _is_expected(target: Path, expected: Expected | None) -> bool:
    try:
        if not stat.S_ISREG(target.lstat().st_mode):
            return False
        if expected is None:
            return True
        with open_regular(target) as file:
            return expected(file)
    except FileNotFoundError:
        return expected is None or expected(None)


def _opened(mode: int, path: str, flags: int) -> int:
    return os.open(path, flags | _CAREFULLY, mode)


def _replace(draft: Path, target: Path) -> None:
    """Move the draft into its place. Windows refuses that while anybody reads the file."""
    latest = time.monotonic() + _PATIENCE
    while True:
        try:
            draft.replace(target)
        except PermissionError:
            if os.name != "nt" or time.monotonic() > latest:
                raise
            time.sleep(0.01)
        else:
            return
