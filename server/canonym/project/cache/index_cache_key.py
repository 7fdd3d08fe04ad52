"""Decides whether a compiled index still fits its sources, by their status and their content."""

import time
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from canonym.index.file_reader import FORMAT
from canonym.project.cache.program_version import program
from canonym.project.files.read_toml_text import open_own
from canonym.text.values import NamedTuple

_KNOWLEDGE = (
    "text",
    "text/scripts",
    "text/tags",
    "languages",
    "languages/data/en",
    "languages/profiles",
    "termbase",
    "spelling",
    "spelling/data",
    "stories",
    "index",
    "matching",
    "matching/data",
)
"""The packages that decide the content of an index."""
_NEWLINE = "\n"
_FRESH = 2_000_000_000
"""Nanoseconds after a change in which a second change may leave the file time unchanged."""


class Named(NamedTuple):
    """A termbase file of an index.

    Attributes:
        path: Where it is.
        name: Its name for people. The index repeats it.
    """

    path: Path
    name: str


class Sources(NamedTuple):
    """The kind of an index and its files."""

    what: str
    files: Sequence[Named]

    @property
    def stamp(self) -> str:
        """The name of the stamp."""
        lines = (self.what, *(f"{file.name} {file.path}" for file in self.files))
        return f"{crc32(_bytes(_NEWLINE.join(lines))):08x}.stamp"

    def written(self) -> list[tuple[int, int, int] | None]:
        """Return the identity, size and time of each file; None for a missing one."""
        return [_written(file.path) for file in self.files]

    def digest(self) -> str:
        """Return the hash of the content of the files; empty if one cannot be read."""
        from hashlib import sha256

        digest = sha256(_bytes(f"{self.what} {FORMAT} {program(*_KNOWLEDGE)}"))
        for file in self.files:
            digest.update(_bytes(f"{file.name}\n"))
            try:
                with open_own(file.path) as data:
                    while block := data.read(1 << 20):
                        digest.update(block)
            except FileNotFoundError:
                digest.update(b"missing")
            except OSError:
                return ""
        return digest.hexdigest()


def _written(path: Path) -> tuple[int, int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def looks_of(files: Sequence[Named]) -> str | None:
    """Return the status of files and program: empty if a file is too fresh, None if one is out of reach."""
    lines = [f"{FORMAT} {program(*_KNOWLEDGE)}"]
    settled = time.time_ns() - _FRESH
    fresh = False
    for file in files:
        try:
            stat = file.path.stat()
        except FileNotFoundError:
            lines.append(f"missing {file.path}")
            continue
        except OSError:
            return None
        fresh = fresh or stat.st_mtime_ns > settled
        lines.append(f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ino} {file.name} {file.path}")
    return "" if fresh else "\n".join(lines)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
