"""URIs of files and their paths."""

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from canonym.project.files.ignored_files import absolute

_DRIVE = re.compile(r"/[A-Za-z]:")


def path_of(uri: str) -> Path | None:
    """Return the absolute path of a ``file:`` URI; None for any other, and for an impossible path."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    if parts.scheme != "file":
        return None
    path = unquote(parts.path, errors="surrogateescape")
    if _DRIVE.match(path):
        path = path[1:]
    elif parts.netloc not in ("", "localhost"):
        path = f"//{parts.netloc}{path}"
    return Path(absolute(Path(path))) if _is_name(path) else None


def _is_name(path: str) -> bool:
    """Return whether a file can have this name. A URI may hold anything, such as half of a character."""
    try:
        name = os.fsencode(path)
    except UnicodeEncodeError:
        return False
    return bool(name) and b"\0" not in name


def uri_of(path: Path) -> str:
    """Return the URI of an absolute path."""
    return path.as_uri()
