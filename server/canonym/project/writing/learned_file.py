"""The file of the learned termbase: written over nothing that was not learned."""

from collections.abc import Collection
from pathlib import Path
from typing import IO, TYPE_CHECKING

from canonym.project.files.resolved_paths import resolve
from canonym.project.settings import LEARNED_START
from canonym.project.writing.rewriting import rewrite
from canonym.project.writing.whole_files import Content, naming, open_regular
from canonym.termbase.errors import TermbaseError

if TYPE_CHECKING:
    from canonym.termbase.termbase import Termbase


def check_place(path: Path, within: Collection[Path] | None) -> None:
    """Refuse a file that a learned termbase must not be written to, before anything was learned.

    Args:
        path: The file.
        within: Folders, in one of which it must lie when all links are followed; None for anywhere.

    Raises:
        OutsideError: It does not lie ``within``.
        TermbaseError: It is for something else.
        OSError: It cannot be read, or is no regular file.
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
    """Write a learned termbase whole or not at all, unless something else came to stand in its place.

    Args:
        path: The file.
        termbase: What was learned.
        within: Folders, in one of which the file must lie when all links are followed; None for anywhere.

    Raises:
        OutsideError: It does not lie ``within``.
        TermbaseError: It is for something else.
        OSError: It cannot be written, or is no regular file.
    """

    def anew(file: IO[bytes] | None) -> Content:
        if file is not None:
            _check_learned(path, file)
        return lines_of(termbase)

    rewrite(path, anew, within=within)


def lines_of(termbase: "Termbase") -> Content:
    """Return a learned termbase as it is written."""
    from canonym.termbase.learned import dump

    return (line.encode() for line in dump(termbase))


def _check_learned(path: Path, file: IO[bytes]) -> None:
    if file.read(len(LEARNED_START)) not in (LEARNED_START, b""):
        raise TermbaseError(str(path), 1, "", "is no learned termbase; name another file or remove this one")
