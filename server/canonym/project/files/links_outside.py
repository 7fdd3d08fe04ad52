"""Follows the links of a path, and decides whether we may write to its target."""

import errno
import os
from collections.abc import Collection, Iterable
from pathlib import Path


class OutsideError(OSError):
    """A path leads out of the folders in which we may write."""


def resolve(path: Path, within: Collection[Path] | None) -> Path:
    """Return ``path`` with all links followed.

    Args:
        path: A file, which need not exist.
        within: Folders, one of which must contain the target; None for anywhere.

    Raises:
        OutsideError: The target is not ``within``.
    """
    target = Path(os.path.realpath(path))
    if within is None or lies_in(target, within):
        return target
    how = f"is a link to {target}, which lies" if _is_link(path) else "lies"
    raise OutsideError(errno.EPERM, f"{how} outside of what may be written", str(path))


def lies_in(target: Path, folders: Iterable[Path]) -> bool:
    """Return whether one of ``folders`` contains a path without links, whatever the spelling of the names."""
    wanted = {key for folder in folders if (key := _key(folder)) is not None}
    return any(_key(parent) in wanted for parent in target.parents)


def same_file(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file, by a link or in other case; it need not exist."""
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
