"""Reads the data files of this package."""

from collections.abc import Iterator

from canonym.text.package_data import read as read_data
from canonym.text.package_data import rows as read_rows


def read(name: str) -> str:
    """Return the text of a data file. It raises `OSError` if the installation is broken."""
    return read_data(f"spelling/data/{name}")


def rows(name: str) -> Iterator[list[str]]:
    """Return the rows of a tab-separated data file, without its comments."""
    return read_rows(f"spelling/data/{name}")


def numbers(name: str) -> dict[str, float]:
    """Return the numbers of a long file of two columns by name. All cells are split at once, for speed."""
    lines = [line for line in read(name).splitlines() if not line.startswith("#")]
    cells = "\t".join(lines).split("\t")
    return dict(zip(cells[::2], map(float, cells[1::2]), strict=True))
