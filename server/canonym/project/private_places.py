"""Where the files of our own lie: compiled indexes, remembered findings, locks.

In ``.canonym``, in the directory of the project or the termbase, or in the user's cache directory:
where ``.canonym`` is a link or holds one, or anything else that we did not put there; where it or
its directory is another user's or read-only.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from canonym.project.private_folder import PrivateFolder, Untrusted, is_ours
from canonym.text.values import NamedTuple

NAME = ".canonym"
INDEX, FINDINGS, LOCKS = "index", "cache", "locks"
"""The parts, by the names of their folders."""
LABELS = {
    ".gitignore": b"*\n",
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n# Made by Canonym; may be deleted.\n",
}
"""Files that tell git and programs that make backups to leave the folder out."""


def private_folders(directory: Path, part: str, *, create: bool = False) -> Iterator[PrivateFolder]:
    """Yield the folders for a part of our files, that of ``directory`` before that of the user's cache.

    Where the first can be written there is no second.

    Args:
        directory: The directory of the project or the termbase.
        part: What the files are for, in a word that is the name of the folder.
        create: Whether to make folders that are not there; without it they are passed over.
    """
    found = _look(directory, part, create=create)
    if found.folder is not None and (found.writable or not create):
        yield found.folder
    if not found.writable:
        from canonym.project.user_cache import users_folder

        with suppress(OSError):
            yield users_folder(directory, part, create=create)


def private_folder(directory: Path, part: str) -> PrivateFolder | None:
    """Return the folder where a part of our files is written; None where there can be none.

    Args:
        directory: The directory of the project or the termbase; for a lock, that of the file.
        part: What the files are for, in a word that is the name of the folder.
    """
    return next(private_folders(directory, part, create=True), None)


def tidy(folder: PrivateFolder, directory: Path) -> None:
    """Keep the user's cache directory within its bound, after something large was written.

    Args:
        folder: Where it was written.
        directory: The directory that the folder was asked for.
    """
    if directory not in folder.path.parents:
        from canonym.project.cache_entries import shrink

        shrink(keep=folder.path.parent.name)


def why_elsewhere(directory: Path, part: str) -> str:
    """Return what keeps us from using ``.canonym`` there, if somebody put it there; else nothing."""
    found = _look(directory, part, create=False)
    return found.reason and f"{found.reason}, so the user's cache directory is used instead"


class _Found(NamedTuple):
    folder: PrivateFolder | None = None
    writable: bool = False
    reason: str = ""


def _look(directory: Path, part: str, *, create: bool) -> _Found:
    """Go down to the folder, or to the last on the way that is there, if the next may not be made."""
    try:
        place = PrivateFolder(directory)
        if not is_ours(place.status()):
            return _Found()
        for name in (NAME, part):
            if not place.has(name) and not (create and place.is_writable()):
                return _Found(writable=place.is_writable())
            place = place.folder(name, create=create)
            place.check(folders=name == NAME, alone=name == LOCKS)
            if create and name == NAME:
                with suppress(OSError):
                    for label, data in LABELS.items():
                        place.create(label, data)
        return _Found(place, place.is_writable())
    except Untrusted as error:
        return _Found(reason=error.reason)
    except OSError:
        return _Found()
