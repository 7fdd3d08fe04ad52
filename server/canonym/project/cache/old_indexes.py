"""Removes compiled indexes that an earlier version of the program left in a private folder."""

import stat
from contextlib import suppress

from canonym.index.file_reader import BEGINNING
from canonym.project.cache.private_folder import PrivateFolder, is_ours


def remove_old(folder: PrivateFolder) -> None:
    """Remove the indexes of another format, and the stamps that name no index.

    An older program that still runs here keeps what it has open, and else compiles again.
    """
    names = folder.names()
    kept = {name for name in names if name.endswith(".index") and not _is_removed(folder, name)}
    for name in names:
        if name.endswith(".stamp"):
            with suppress(OSError):
                digest = folder.read(name).partition(b"\n")[0].decode("ascii", "replace")
                if f"{digest}.index" not in kept:
                    folder.remove(name)


def _is_removed(folder: PrivateFolder, name: str) -> bool:
    try:
        held = folder.status(name)
        if not stat.S_ISREG(held.st_mode) or not is_ours(held):
            return False
        with folder.open(name, "rb") as file:
            is_old = bool(file.read(len(BEGINNING)) != BEGINNING)
        if is_old:
            folder.remove(name)
    except OSError:  # already gone, or in use on Windows
        return False
    return is_old
