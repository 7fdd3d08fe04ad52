"""What tells that a compiled index still fits its sources: what they look like, and what they say."""

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
    "termbase",
    "spelling",
    "spelling/data",
    "stories",
    "index",
    "matching",
    "matching/data",
)
"""The packages that decide what is in an index."""
_NEWLINE = "\n"
_FRESH = 2_000_000_000
"""Nanoseconds after a change in which a file may change again without a new time."""


class Named(NamedTuple):
    """A file that an index is made of.

    Attributes:
        path: Where it is.
        name: How it is named to people, which the index repeats.
    """

    path: Path
    name: str


class Sources(NamedTuple):
    """What is made of which files."""

    what: str
    files: Sequence[Named]

    @property
    def stamp(self) -> str:
        """The name of its stamp."""
        lines = (self.what, *(f"{file.name} {file.path}" for file in self.files))
        return f"{crc32(_bytes(_NEWLINE.join(lines))):08x}.stamp"

    def written(self) -> list[tuple[int, int, int] | None]:
        """Return which file each is, its size and when it was written; None for one that is not there."""
        return [_written(file.path) for file in self.files]

    def digest(self) -> str:
        """Return the hash of what the files say; empty if one cannot be read."""
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
    """Return what files and program look like: empty if one is too fresh to tell, None if out of reach."""
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
