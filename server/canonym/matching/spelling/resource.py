"""Reads the data that ships beside this package."""

from collections.abc import Iterator
from pkgutil import get_data


def read(name: str) -> str:
    """The text of one data file; `FileNotFoundError` if the installation is broken."""
    data = get_data(__package__, f"data/{name}")
    assert data is not None, "the loader of this package gives no access to its data"
    return data.decode()


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated data file, without its comments."""
    for line in read(name).splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
