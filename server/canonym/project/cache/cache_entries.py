"""Lists and clears our private folders, and bounds the one in the user's cache directory.

Only files that we name are removed. Locks stay, because another process may hold one.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from canonym.project.cache.private_folder import FINDINGS, INDEX, LABELS, NAME, PrivateFolder
from canonym.project.cache.unfinished_files import sweep
from canonym.project.cache.user_cache import OF, users_cache
from canonym.text.values import NamedTuple

_ENDINGS = {INDEX: (".index", ".stamp"), FINDINGS: (".json", "CACHEDIR.TAG")}
"""The endings of the files of each part."""


class Entry(NamedTuple):
    """The cache of one project.

    Attributes:
        directory: The directory of the project or the termbase.
        place: Where the folder is: ``.canonym`` in it, or one in the user's cache directory.
        indexes: The number of compiled indexes.
        drafts: The number of drafts whose findings are remembered.
        size: Bytes of all that.
        used: The last use, in seconds since the epoch; of ``.canonym``, the last write.
    """

    directory: str
    place: Path
    indexes: int
    drafts: int
    size: int
    used: float


def own_entry(directory: Path) -> Entry | None:
    """Return the entry of ``.canonym`` in a directory; None if there is nothing.

    Raises:
        Untrusted: It is a link, or holds files that are not ours.
        PermissionError: Another user owns it.
    """
    try:
        entry = _entry(_own(directory), str(directory))
    except FileNotFoundError:
        return None
    return entry if entry.size else None


def clear_own(directory: Path) -> None:
    """Remove our files from ``.canonym`` in a directory, and the folder if it is then empty.

    Raises:
        Untrusted: It is a link, or holds files that are not ours.
        OSError: Another user owns it, or something cannot be removed.
    """
    folder = _own(directory)
    _clear(folder)
    with suppress(OSError):  # files that people put there stay, and the folder with them
        if all(name in LABELS and folder.read(name) == LABELS[name] for name in folder.names()):
            for name in folder.names():
                folder.remove(name)
            PrivateFolder(directory).remove_folder(NAME)


def users_entries() -> list[Entry]:
    """Return the entries of the user's cache directory, the least recently used first."""
    with suppress(OSError):
        cache = users_cache()
        return sorted(_entries(cache), key=lambda entry: entry.used)
    return []


def clear_users(entries: list[Entry]) -> None:
    """Remove entries of the user's cache directory. Another process may remove some at the same time.

    Raises:
        OSError: Something cannot be removed.
    """
    cache = users_cache()
    for entry in entries:
        remove_entry(cache, entry.place.name)


def _own(directory: Path) -> PrivateFolder:
    folder = PrivateFolder(directory).folder(NAME)
    folder.check(folders=True)
    return folder


def _entries(cache: PrivateFolder) -> Iterator[Entry]:
    for name in cache.names():
        with suppress(OSError):
            folder = cache.folder(name)
            directory = os.fsdecode(folder.read(OF))
            used = folder.status(OF).st_mtime
            entry = _entry(folder, directory)._replace(used=used)
            if entry.size:
                yield entry


def _entry(folder: PrivateFolder, directory: str) -> Entry:
    counts, size, used = {INDEX: 0, FINDINGS: 0}, 0, 0.0
    for part, inner in _parts(folder):
        for name in inner.names():
            with suppress(FileNotFoundError):
                status = inner.status(name)
                counts[part] += name.endswith(_ENDINGS[part][0])
                size += status.st_size
                used = max(used, status.st_mtime)
    return Entry(directory, folder.path, counts[INDEX], counts[FINDINGS], size, used)


def _parts(folder: PrivateFolder) -> Iterator[tuple[str, PrivateFolder]]:
    for part in (INDEX, FINDINGS):
        with suppress(FileNotFoundError):
            yield part, folder.folder(part)


def remove_entry(cache: PrivateFolder, name: str) -> None:
    """Remove an entry of the user's cache directory, by the name of its folder."""
    with suppress(FileNotFoundError):
        folder = cache.folder(name)
        _clear(folder)
        if folder.names() == [OF]:
            folder.remove(OF)
            cache.remove_folder(name)


def _clear(folder: PrivateFolder) -> None:
    for part, inner in _parts(folder):
        inner.check()
        sweep(inner)
        for name in inner.names():
            if name.endswith(_ENDINGS[part]):
                inner.remove(name)
        with suppress(OSError):  # the folder is not empty, or another process fills it now
            folder.remove_folder(part)
