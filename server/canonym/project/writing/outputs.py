"""Writes an output of the user: a file as a whole, a device, FIFO or pipe as a stream."""

import os
import stat
from collections.abc import Collection
from pathlib import Path

from canonym.project.writing.whole_files import Content, naming, write_atomic

_MOST_LINKS = 40
"""How many links a system follows."""


def write_output(path: Path, data: Content, *, within: Collection[Path] | None = None) -> None:
    """Write ``data`` to ``path``.

    Args:
        path: A file, which need not exist, or a device, FIFO or pipe.
        data: Its new content.
        within: Folders, one of which must contain a file with all links followed; None for anywhere.

    Raises:
        OutsideError: It is a file that is not ``within``.
        OSError: It cannot be written.
    """
    if not is_special(path):
        write_atomic(path, data, within=within)
        return
    number = _descriptor(path)
    with naming(path):
        through = os.open(path, os.O_WRONLY) if number is None else os.dup(number)
        with open(through, "wb") as file:  # noqa: PTH123  (a descriptor, not a path)
            file.writelines((data,) if isinstance(data, bytes) else data)


def is_special(path: Path) -> bool:
    """Return whether ``path`` is a device, FIFO or pipe, or a file that this process has open."""
    if _descriptor(path) is not None:
        return True
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def is_stdout(path: Path) -> bool:
    """Return whether ``path`` is standard output."""
    return _descriptor(path) == 1


def _descriptor(path: Path) -> int | None:
    """Return the descriptor behind a path such as /dev/stdout or /dev/fd/63."""
    own = ("/dev/fd", "/proc/self/fd", f"/proc/{os.getpid()}/fd")
    place = os.path.abspath(path)  # noqa: PTH100  (no link is followed)
    for _ in range(_MOST_LINKS):
        directory, name = os.path.split(place)
        if directory in own and name.isdecimal():
            return int(name)
        try:
            place = os.path.abspath(os.path.join(directory, os.readlink(place)))  # noqa: PTH100, PTH115, PTH118
        except OSError:
            return None
    return None
