"""URIs of files and their paths."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from canonym.project.ignoring import absolute

_DRIVE = re.compile(r"/[A-Za-z]:")


def path_of(uri: str) -> Path | None:
    """Return the absolute path of a ``file:`` URI; None for any other."""
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
    return Path(absolute(Path(path))) if path and "\0" not in path else None


def uri_of(path: Path) -> str:
    """Return the URI of an absolute path."""
    return path.as_uri()
