"""Drafts of files that nobody will finish, since the process that wrote them was killed."""

import os
import re
import stat
import sys
import time
from pathlib import Path

AGE = 3600
"""Seconds after which nobody will finish the draft of a file."""
_DRAFT = re.compile(r"\.(.+)\.[0-9a-f]{12}\.tmp", re.DOTALL)
_REMEMBERED = 60.0
"""Seconds for which the drafts of a directory are remembered: thousands of its files may be written."""


def draft_beside(file: Path) -> Path:
    """Return a new name for a draft of ``file``."""
    return file.with_name(f".{file.name}.{os.urandom(6).hex()}.tmp")


def remove_drafts_of(file: Path) -> None:
    """Remove the abandoned drafts of a file."""
    for name in _drafts_in(file.parent):
        named = _DRAFT.fullmatch(name)
        if named and named[1] == file.name:
            remove_abandoned(file.with_name(name))


def remove_abandoned(draft: Path, age: int = AGE) -> None:
    """Remove a regular file of ours that nobody has written for ``age`` seconds; leave anything else."""
    try:
        held = draft.lstat()
        is_ours = sys.platform == "win32" or held.st_uid == os.geteuid()
        if stat.S_ISREG(held.st_mode) and is_ours and held.st_mtime <= time.time() - age:
            draft.unlink()
    except OSError:
        return


_remembered: dict[Path, tuple[float, tuple[str, ...]]] = {}


def _drafts_in(directory: Path) -> tuple[str, ...]:
    now = time.monotonic()
    when, names = _remembered.get(directory, (now - _REMEMBERED, ()))
    if now - when < _REMEMBERED:
        return names
    try:
        names = tuple(filter(_DRAFT.fullmatch, os.listdir(directory)))  # noqa: PTH208  (names are all we need)
    except OSError:  # a directory may be written that must not be listed
        names = ()
    _remembered.clear()
    _remembered[directory] = now, names
    return names
