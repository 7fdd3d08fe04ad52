"""Writes the learned termbase. It replaces only a file that ``learn`` wrote."""

from collections.abc import Collection
from pathlib import Path
from typing import IO, TYPE_CHECKING

from canonym.project.files.links_outside import resolve
from canonym.project.settings import LEARNED_START
from canonym.project.writing.rewriting import rewrite
from canonym.project.writing.whole_files import Content, naming, open_regular
from canonym.termbase.errors import TermbaseError

if TYPE_CHECKING:
    from canonym.termbase.termbase import Termbase


def check_place(path: Path, within: Collection[Path] | None) -> None:
    """Refuse a path for the learned termbase, before any learning, if it must not be written.

    Args:
        path: The file.
        within: Folders, one of which must contain the file with all links followed; None for anywhere.

    Raises:
        OutsideError: It is not ``within``.
        TermbaseError: The file holds something else.
        OSError: It is unreadable, or not a regular file.
    """
    if path.suffix.lower() == ".toml":
        raise TermbaseError(str(path), 0, "", "is for what people write; name a .jsonl file instead")
    target = resolve(path, within)
    try:
        with naming(path):
            file = open_regular(target)
    except FileNotFoundError:
        if not target.parent.is_dir():
            raise
        return
    with file:
        _check_learned(path, file)


def write_learned(path: Path, termbase: "Termbase", within: Collection[Path] | None) -> None:
    """Write a learned termbase whole or not at all, unless another kind of file has taken its place.

    Args:
        path: The file.
        termbase: What was learned.
        within: Folders, one of which must contain the file with all links followed; None for anywhere.

    Raises:
        OutsideError: It is not ``within``.
        TermbaseError: The file holds something else.
        OSError: It cannot be written, or is not a regular file.
    """

    def anew(file: IO[bytes] | None) -> Content:
        if file is not None:
            _check_learned(path, file)
        return lines_of(termbase)

    rewrite(path, anew, within=within)


def lines_of(termbase: "Termbase") -> Content:
    """Return the lines of a learned termbase."""
    from canonym.termbase.learned import dump

    return (line.encode() for line in dump(termbase))


def _check_learned(path: Path, file: IO[bytes]) -> None:
    if file.read(len(LEARNED_START)) not in (LEARNED_START, b""):
        raise TermbaseError(str(path), 1, "", "is no learned termbase; name another file or remove this one")
