"""Reads the TOML files that people keep for us. They must be UTF-8; an error names the line."""

import codecs
import errno
import os
import stat
from pathlib import Path
from typing import IO

from canonym.project.files.text_files import TextFile
from canonym.termbase.errors import SourceError


def read_own(path: Path, name: str, error: type[SourceError]) -> TextFile:
    """Read ``canonym.toml``, ``pyproject.toml`` or a ``termbase.toml``.

    Args:
        path: The file.
        name: Its name for people.
        error: The type of the error.

    Raises:
        FileNotFoundError: There is no such file.
        SourceError: It cannot be read, or is not UTF-8. The type is ``error``.
    """
    try:
        with open_own(path) as file:
            data = file.read()
    except FileNotFoundError:
        raise
    except OSError as failure:
        raise error(name, 0, "", f"cannot be read: {failure.strerror}") from failure
    return own_text(data, name, error)


def open_own(path: Path) -> IO[bytes]:
    """Open a file of ours, with links followed, but never wait for another process.

    Raises:
        OSError: It is missing, unreadable, a FIFO, a device or a socket.
    """
    file = open(path, "rb", opener=_opened)  # noqa: SIM115  (the caller closes it)
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "it is no regular file", str(path))
    return file


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def own_text(data: bytes, name: str, error: type[SourceError]) -> TextFile:
    """Return the text of a file of ours.

    Args:
        data: Its bytes.
        name: Its name for people.
        error: The type of the error.

    Raises:
        SourceError: It is not UTF-8. The type is ``error``.
    """
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        return TextFile(data[len(bom) :].decode(), bom=bom)
    except UnicodeDecodeError as failure:
        line = failure.object.count(b"\n", 0, failure.start) + 1
        raise error(name, line, "", "is not UTF-8; save the file as UTF-8") from failure
