"""Where a path leads when all links are followed, and whether that may be written."""

import errno
import os
from collections.abc import Collection, Iterable
from pathlib import Path


class OutsideError(OSError):
    """A path leads out of the folders in which may be written."""


def resolve(path: Path, within: Collection[Path] | None) -> Path:
    """Return where ``path`` is when all links are followed.

    Args:
        path: A file, which need not exist.
        within: Folders, in one of which it must lie then; None for anywhere.

    Raises:
        OutsideError: It does not lie ``within``.
    """
    target = Path(os.path.realpath(path))
    if within is None or lies_in(target, within):
        return target
    how = f"is a link to {target}, which lies" if _is_link(path) else "lies"
    raise OutsideError(errno.EPERM, f"{how} outside of what may be written", str(path))


def lies_in(target: Path, folders: Iterable[Path]) -> bool:
    """Tell whether a path without links lies in one of ``folders``, whatever way their names are written."""
    wanted = {key for folder in folders if (key := _key(folder)) is not None}
    return any(_key(parent) in wanted for parent in target.parents)


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths are ways to one file, be it by a link or in other letters; it need not exist."""
    keys = _key(one), _key(other)
    if None not in keys:
        return keys[0] == keys[1]
    return os.path.normcase(os.path.realpath(one)) == os.path.normcase(os.path.realpath(other))


def _is_link(path: Path) -> bool:
    return os.path.islink(path)  # noqa: PTH114  (Path's own raises where this says no)


def _key(path: Path) -> tuple[int, int] | None:
    try:
        held = path.stat()
    except OSError:
        return None
    return held.st_dev, held.st_ino
