"""The stamp of a file, which reveals a change."""

from pathlib import Path

Stamp = tuple[int, int]
"""Time of the last change in nanoseconds, and size."""


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of a file; None if there is no such file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
