"""A folder for files of our own, in which no link is followed.

Somebody who sends a repository may have put anything in place of our files. So no link is followed here.
Where the system can, files are reached by the handle of their folder: then nobody can replace the folder
meanwhile.
"""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

_LARGEST = 1 << 28
"""Most bytes of a file that is read whole. The findings of a draft take far less."""
_BY_HANDLE = os.open in os.supports_dir_fd and os.scandir in os.supports_fd
_LINKS_STAY = getattr(os, "O_NOFOLLOW", 0)
_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0)  # otherwise a pipe without a writer would block us for ever

NAME = ".canonym"
INDEX, FINDINGS, LOCKS = "index", "cache", "locks"
"""The parts, by the names of their folders."""
LABELS = {
    ".gitignore": b"*\n",
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n# Made by Canonym; may be deleted.\n",
}
"""Files that make git and backup programs skip the folder."""


class Untrusted(OSError):  # noqa: N818  (nothing failed: we refuse)
    """A private folder holds something that is not ours. ``reason`` describes it in a phrase."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} {reason}")
        self.reason = f"{path} {reason}"


class PrivateFolder:
    """A folder in which no link is followed, not even one that appears while we work.

    Every method raises OSError where the system refuses.

    Args:
        path: The folder. Links are followed only on the way to it.

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
        """Return a folder inside this one.

        Args:
            name: Its name.
            create: Whether to make it if there is none.
            mode: The permissions of a new folder, before the user's mask.

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
        """Return the system's status of a file in this folder, or of the folder itself."""
        if not name:
            return os.stat(self.path if self._handle is None else self._handle)  # noqa: PTH116
        place, handle = self._place(name)
        return os.stat(place, dir_fd=handle, follow_symlinks=False)

    def open(self, name: str, mode: str) -> IO[Any]:
        """Open a file in this folder, in one of the binary modes of ``open``.

        Raises:
            Untrusted: It is not a regular file.
        """
        if not _LINKS_STAY and mode != "xb" and self.has(name) and is_link(self.status(name)):
            raise Untrusted(self.path / name, "is a link")
        file = open(name, mode, opener=self._open)  # noqa: SIM115  (the caller closes it)
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.close()
            raise Untrusted(self.path / name, "is no regular file")
        return file

    def read(self, name: str) -> bytes:
        """Return the content of a file.

        Raises:
            Untrusted: It is not a regular file, or it is too large for us to read whole.
        """
        with self.open(name, "rb") as file:
            if os.fstat(file.fileno()).st_size > _LARGEST:
                raise Untrusted(self.path / name, "is too large")
            data: bytes = file.read()
            return data

    def create(self, name: str, data: bytes) -> None:
        """Write a new file, unless something with its name exists."""
        with suppress(FileExistsError), self.open(name, "xb") as file:
            file.write(data)

    def replace(self, name: str, data: bytes) -> None:
        """Replace a file by a whole new one. It does not wait for the disk."""
        draft = f"{name}.{os.urandom(6).hex()}.tmp"
        try:
            with self.open(draft, "xb") as file:
                file.write(data)
            self.rename(draft, name)
        finally:
            self.remove(draft)

    def scratch(self) -> IO[bytes]:
        """Return a nameless file for reading and writing, which disappears when it is closed."""
        name = f"{os.urandom(6).hex()}.tmp"
        if sys.platform == "win32":
            from tempfile import TemporaryFile

            return TemporaryFile(dir=self.path)
        file = self.open(name, "x+b")
        self.remove(name)
        return file

    def rename(self, name: str, new: str) -> None:
        """Rename a file. A file that had the new name is replaced."""
        (place, handle), (other, _) = self._place(name), self._place(new)
        os.replace(place, other, src_dir_fd=handle, dst_dir_fd=handle)

    def remove(self, name: str) -> None:
        """Remove a file or a link, if it exists; never the target of a link."""
        place, handle = self._place(name)
        with suppress(FileNotFoundError):
            os.unlink(place, dir_fd=handle)

    def remove_folder(self, name: str) -> None:
        """Remove an empty folder in this one."""
        place, handle = self._place(name)
        os.rmdir(place, dir_fd=handle)

    def has(self, name: str) -> bool:
        """Return whether anything in this folder has that name."""
        try:
            self.status(name)
        except FileNotFoundError:
            return False
        return True

    def names(self) -> list[str]:
        """Return the names of everything in this folder, sorted."""
        return sorted(os.listdir(self.path if self._handle is None else self._handle))  # noqa: PTH208

    def check(self, *, folders: bool = False, alone: bool = False) -> None:
        """Check everything in this folder.

        Args:
            folders: Whether there may be folders.
            alone: Whether each file must have only one name (no hard link), because it is written in place.

        Raises:
            PermissionError: Another user owns the folder.
            Untrusted: Something in it is not ours.
        """
        if not is_ours(self.status()):
            raise not_ours(self.path)
        with os.scandir(self.path if self._handle is None else self._handle) as entries:
            for entry in entries:
                if not alone and entry.is_file(follow_symlinks=False):
                    continue
                with suppress(FileNotFoundError):  # removed meanwhile
                    found = self.status(entry.name)
                    if is_link(found):
                        raise Untrusted(self.path / entry.name, "is a link")
                    if not (stat.S_ISREG(found.st_mode) or (folders and stat.S_ISDIR(found.st_mode))):
                        raise Untrusted(self.path / entry.name, "is no regular file")
                    if alone and found.st_nlink > 1:
                        raise Untrusted(self.path / entry.name, "is a file of another name as well")

    def is_writable(self) -> bool:
        """Return whether files may be created here, as far as that is known beforehand."""
        mine = self.status().st_mode & stat.S_IWUSR  # also for the superuser, whom the system never stops
        return bool(mine) and os.access(self.path, os.W_OK)

    def _place(self, name: str) -> tuple[str | Path, int | None]:
        return (self.path / name, None) if self._handle is None else (name, self._handle)

    def _open(self, name: str, flags: int) -> int:
        place, handle = self._place(name)
        return os.open(place, flags | _LINKS_STAY | _NEVER_WAIT, 0o666, dir_fd=handle)


def is_ours(status: os.stat_result) -> bool:
    """Return whether the user of this process owns a file. Windows has no such check."""
    return sys.platform == "win32" or status.st_uid == os.geteuid()


def not_ours(path: Path) -> PermissionError:
    """Return the error for a folder that another user owns."""
    return PermissionError(errno.EACCES, "belongs to another user", str(path))


def is_link(status: os.stat_result) -> bool:
    """Return whether the result of ``os.lstat`` is a link, or a junction of Windows."""
    if sys.platform == "win32":
        tags = (stat.IO_REPARSE_TAG_SYMLINK, stat.IO_REPARSE_TAG_MOUNT_POINT)
        return stat.S_ISLNK(status.st_mode) or status.st_reparse_tag in tags
    return stat.S_ISLNK(status.st_mode)
