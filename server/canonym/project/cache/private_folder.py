"""A folder for files of our own, in which nothing leads elsewhere.

Whoever sends somebody a repository may have put anything in place of our files. So no link is
followed here, and where the system can, files are reached by the handle of their folder: then
nobody can put another in its place meanwhile.
"""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

_LARGEST = 1 << 28
"""Bytes; what was found in a draft takes far less."""
_BY_HANDLE = os.open in os.supports_dir_fd and os.scandir in os.supports_fd
_LINKS_STAY = getattr(os, "O_NOFOLLOW", 0)
_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody writes to would hold us up for ever

NAME = ".canonym"
INDEX, FINDINGS, LOCKS = "index", "cache", "locks"
"""The parts, by the names of their folders."""
LABELS = {
    ".gitignore": b"*\n",
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n# Made by Canonym; may be deleted.\n",
}
"""Files that tell git and programs that make backups to leave the folder out."""


class Untrusted(OSError):  # noqa: N818  (nothing failed: we do not want to)
    """Something stands in a private folder that we did not put there; ``reason`` says what, in a phrase."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} {reason}")
        self.reason = f"{path} {reason}"


class PrivateFolder:
    """A folder in which no link is followed, not even one that comes to be while we are at work.

    Every method raises OSError where the system refuses.

    Args:
        path: The folder; on the way to it, and there alone, links are followed.

    Attributes:
        path: Where it is.
    """

    def __init__(self, path: Path, within: "PrivateFolder | None" = None) -> None:
        self.path = path
        self._handle: int | None = None
        if _BY_HANDLE:
            flags = os.O_RDONLY | os.O_DIRECTORY | (_LINKS_STAY if within else 0)
            name, handle = within._place(path.name) if within else (path, None)  # noqa: SLF001
            self._handle = os.open(name, flags, dir_fd=handle)

    def __del__(self) -> None:
        if self._handle is not None:
            with suppress(OSError):
                os.close(self._handle)

    def folder(self, name: str, *, create: bool = False, mode: int = 0o777) -> "PrivateFolder":
        """Return a folder in this one.

        Args:
            name: Its name.
            create: Whether to make it if there is none.
            mode: Who may do what with a new one; the user's mask is taken off.

        Raises:
            Untrusted: Something else has its name.
        """
        if create:
            with suppress(FileExistsError):
                place, handle = self._place(name)
                os.mkdir(place, mode, dir_fd=handle)
        path = self.path / name
        found = self.status(name)
        if is_link(found):
            raise Untrusted(path, "is a link")
        if not stat.S_ISDIR(found.st_mode):
            raise Untrusted(path, "is no folder")
        return PrivateFolder(path, self)

    def status(self, name: str = "") -> os.stat_result:
        """Return what the system knows of a file in this folder, or of the folder itself."""
        if not name:
            return os.stat(self.path if self._handle is None else self._handle)  # noqa: PTH116
        place, handle = self._place(name)
        return os.stat(place, dir_fd=handle, follow_symlinks=False)

    def open(self, name: str, mode: str) -> IO[Any]:
        """Open a file in this folder, in one of the binary modes of ``open``.

        Raises:
            Untrusted: It is no regular file.
        """
        if not _LINKS_STAY and mode != "xb" and self.has(name) and is_link(self.status(name)):
            raise Untrusted(self.path / name, "is a link")
        file = open(name, mode, opener=self._open)  # noqa: SIM115  (who asks closes it)
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.close()
            raise Untrusted(self.path / name, "is no regular file")
        return file

    def read(self, name: str) -> bytes:
        """Return what a file holds.

        Raises:
            Untrusted: It is no regular file, or larger than any that we read whole.
        """
        with self.open(name, "rb") as file:
            if os.fstat(file.fileno()).st_size > _LARGEST:
                raise Untrusted(self.path / name, "is too large")
            data: bytes = file.read()
            return data

    def create(self, name: str, data: bytes) -> None:
        """Write a new file, unless something has its name already."""
        with suppress(FileExistsError), self.open(name, "xb") as file:
            file.write(data)

    def replace(self, name: str, data: bytes) -> None:
        """Put a whole file in place of the one before; nothing waits for the disk."""
        draft = f"{name}.{os.urandom(6).hex()}.tmp"
        try:
            with self.open(draft, "xb") as file:
                file.write(data)
            self.rename(draft, name)
        finally:
            self.remove(draft)

    def scratch(self) -> IO[bytes]:
        """Return a file for reading and writing that has no name and goes when it is closed."""
        name = f"{os.urandom(6).hex()}.tmp"
        if sys.platform == "win32":
            from tempfile import TemporaryFile

            return TemporaryFile(dir=self.path)
        file = self.open(name, "x+b")
        self.remove(name)
        return file

    def rename(self, name: str, new: str) -> None:
        """Give a file another name; whatever had it goes."""
        (place, handle), (other, _) = self._place(name), self._place(new)
        os.replace(place, other, src_dir_fd=handle, dst_dir_fd=handle)

    def remove(self, name: str) -> None:
        """Remove a file or a link, not what it leads to, if there is one."""
        place, handle = self._place(name)
        with suppress(FileNotFoundError):
            os.unlink(place, dir_fd=handle)

    def remove_folder(self, name: str) -> None:
        """Remove an empty folder in this one."""
        place, handle = self._place(name)
        os.rmdir(place, dir_fd=handle)

    def has(self, name: str) -> bool:
        """Tell whether anything in this folder has that name."""
        try:
            self.status(name)
        except FileNotFoundError:
            return False
        return True

    def names(self) -> list[str]:
        """Return the names of all that is in this folder, in order."""
        return sorted(os.listdir(self.path if self._handle is None else self._handle))  # noqa: PTH208

    def check(self, *, folders: bool = False, alone: bool = False) -> None:
        """Look at all that is in this folder.

        Args:
            folders: Whether there may be folders.
            alone: Whether each file must have no other name (a hard link), since it is written where it is.

        Raises:
            PermissionError: The folder is another user's.
            Untrusted: Not everything in it is what we put there.
        """
        if not is_ours(self.status()):
            raise not_ours(self.path)
        with os.scandir(self.path if self._handle is None else self._handle) as entries:
            for entry in entries:
                if not alone and entry.is_file(follow_symlinks=False):
                    continue
                with suppress(FileNotFoundError):  # gone since
                    found = self.status(entry.name)
                    if is_link(found):
                        raise Untrusted(self.path / entry.name, "is a link")
                    if not (stat.S_ISREG(found.st_mode) or (folders and stat.S_ISDIR(found.st_mode))):
                        raise Untrusted(self.path / entry.name, "is no regular file")
                    if alone and found.st_nlink > 1:
                        raise Untrusted(self.path / entry.name, "is a file of another name as well")

    def is_writable(self) -> bool:
        """Tell whether files may be made here, as far as that can be told beforehand."""
        mine = self.status().st_mode & stat.S_IWUSR  # holds for the superuser as well, whom nothing stops
        return bool(mine) and os.access(self.path, os.W_OK)

    def _place(self, name: str) -> tuple[str | Path, int | None]:
        return (self.path / name, None) if self._handle is None else (name, self._handle)

    def _open(self, name: str, flags: int) -> int:
        place, handle = self._place(name)
        return os.open(place, flags | _LINKS_STAY | _NEVER_WAIT, 0o666, dir_fd=handle)


def is_ours(status: os.stat_result) -> bool:
    """Tell whether a file belongs to the user that this process is run by; on Windows that is not asked."""
    return sys.platform == "win32" or status.st_uid == os.geteuid()


def not_ours(path: Path) -> PermissionError:
    """Return what to raise of a folder that belongs to another user."""
    return PermissionError(errno.EACCES, "belongs to another user", str(path))


def is_link(status: os.stat_result) -> bool:
    """Tell a link, and what Windows calls a junction, by what ``os.lstat`` returns."""
    if sys.platform == "win32":
        tags = (stat.IO_REPARSE_TAG_SYMLINK, stat.IO_REPARSE_TAG_MOUNT_POINT)
        return stat.S_ISLNK(status.st_mode) or status.st_reparse_tag in tags
    return stat.S_ISLNK(status.st_mode)
