"""Identifies the state of the program, because people may change it without a new version number."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import canonym

_HOME = Path(canonym.__file__).parent


def program(*packages: str, home: Path = _HOME) -> str:
    """Return the version of Canonym and the status of its files, because people change the files in place.

    Args:
        packages: The folders whose files count, without their subfolders; all folders if none is given.
        home: The folder of the program.
    """
    total = 0
    try:
        for folder in [home / package for package in packages] or list(_folders(home)):
            for entry in sorted(os.scandir(folder), key=lambda e: e.name):
                if entry.is_file():
                    stat = entry.stat()
                    total = crc32(f"{entry.name} {stat.st_size} {stat.st_mtime_ns}".encode(), total)
    except OSError:  # the program is in an archive
        total = 0
    return f"{canonym.__version__} {total:08x} {sys.byteorder}"


def _folders(home: Path) -> Iterator[Path]:
    """Return the folder and those below it, in order, without compiled files."""
    yield home
    for entry in sorted(os.scandir(home), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _folders(home / entry.name)
