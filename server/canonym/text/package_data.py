"""Reads the data that ships with the code."""

from collections.abc import Iterator
from typing import Any

_HERE = __file__[: -len("text/package_data.py")]


def read(path: str) -> str:
    """Return the text of a data file.

    The loader of the code reads it, even from a zip file. `pkgutil` does the same, but takes long to load.

    Args:
        path: The file, relative to the directory of the package, with ``/``.

    Raises:
        OSError: The installation is broken.
    """
    loader: Any = __spec__.loader
    text: str = loader.get_data(f"{_HERE}{path}").decode()
    return text


def rows(path: str) -> Iterator[list[str]]:
    """Yield the rows of a tab-separated data file, without its comments.

    Raises:
        OSError: The installation is broken.
    """
    for line in read(path).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
