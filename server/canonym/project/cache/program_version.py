"""What tells one state of a program from another, be it of the same version."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import canonym

_HOME = Path(canonym.__file__).parent


def program(*packages: str, home: Path = _HOME) -> str:
    """Return the version of Canonym and, since people change it where it stands, what its files look like.

    Args:
        packages: The folders whose files count, without those below them; all when there are none.
        home: Where the program is.
    """
    total = 0
    try:
        for folder in [home / package for package in packages] or list(_folders(home)):
            for entry in sorted(os.scandir(folder), key=lambda e: e.name):
                if entry.is_file():
                    stat = entry.stat()
                    total = crc32(f"{entry.name} {stat.st_size} {stat.st_mtime_ns}".encode(), total)
    except OSError:  # in an archive
        total = 0
    return f"{canonym.__version__} {total:08x} {sys.byteorder}"


def _folders(home: Path) -> Iterator[Path]:
    """The folder and those below it, in order, without compiled files."""
    yield home
    for entry in sorted(os.scandir(home), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _folders(home / entry.name)
