"""Removes drafts of files that stay unfinished, because the process that wrote them was killed."""

import os
import re
import stat
import time
from contextlib import suppress
from pathlib import Path

from canonym.project.cache.private_folder import PrivateFolder, is_ours

AGE = 3600
"""Seconds after which the draft of a file counts as abandoned."""
DAY = 86_400
"""Seconds after which the draft of a compiled index counts as abandoned. Millions of names take long."""
_ENDING = ".tmp"
_DRAFT = re.compile(r"\.(.+)\.[0-9a-f]{12}\.tmp", re.DOTALL)
_REMEMBERED = 60.0
"""Seconds for which the drafts of a directory are remembered. A run may write thousands of files there."""


def draft_beside(file: Path) -> Path:
    """Return a new name for a draft of ``file``."""
    return file.with_name(f".{file.name}.{os.urandom(6).hex()}.tmp")


def remove_drafts_of(file: Path) -> None:
    """Remove the abandoned drafts of a file."""
    for name in _drafts_in(file.parent):
        named = _DRAFT.fullmatch(name)
        if named and named[1] == file.name:
            _remove_abandoned(file.with_name(name))


def _remove_abandoned(draft: Path) -> None:
    """Remove a regular file of ours that is older than an hour; leave anything else."""
    try:
        held = draft.lstat()
        if stat.S_ISREG(held.st_mode) and is_ours(held) and held.st_mtime <= time.time() - AGE:
            draft.unlink()
    except OSError:
        return


def sweep(folder: PrivateFolder) -> None:
    """Remove the abandoned drafts from a private folder.

    The draft of a file is named after it. The draft of a compiled index has any name that ends with ``.tmp``.
    """
    now = time.time()
    for name in folder.names():
        if not name.endswith(_ENDING):
            continue
        with suppress(OSError):  # already gone, or in use on Windows
            held = folder.status(name)
            age = AGE if "." in name.removesuffix(_ENDING) else DAY
            if stat.S_ISREG(held.st_mode) and is_ours(held) and held.st_mtime <= now - age:
                folder.remove(name)


_remembered: dict[Path, tuple[float, tuple[str, ...]]] = {}


def _drafts_in(directory: Path) -> tuple[str, ...]:
    now = time.monotonic()
    when, names = _remembered.get(directory, (now - _REMEMBERED, ()))
    if now - when < _REMEMBERED:
        return names
    try:
        names = tuple(filter(_DRAFT.fullmatch, os.listdir(directory)))  # noqa: PTH208  (names are all we need)
    except OSError:  # a directory may be writable but not listable
        names = ()
    _remembered.clear()
    _remembered[directory] = now, names
    return names
