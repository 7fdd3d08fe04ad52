"""Finds the lines of drafts that changed since a revision.

Files of the working tree are read and compared here. Git itself would convert them by programs that the
repository names.
"""

import os
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from canonym.project.files.text_files import LIMIT, NotText, text_of
from canonym.project.git import git
from canonym.project.git.line_changes import Lines, changed_lines

_AT_ONCE = 256
"""How many old texts are fetched at once and held in memory."""
_LINE_END = re.compile(r"\r\n|\n|\r")
_KEYWORD = re.compile(r"\$Id:[^$\r\n]*\$")
_POINTER = re.compile(rb"version https://git-lfs\.github\.com/spec/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\n")


class Since:
    """Finds the lines of drafts that changed since a revision.

    Changes count from the merge base, where this branch left the revision, as in a pull request. Texts are
    compared without their line ends and independent of their encoding, so git's conversions do not matter. If
    a filter stores a draft in another form, all its lines count.

    Args:
        root: A directory of the working tree.
        revision: Any name of a commit.

    Raises:
        GitError: No git, no repository, or no such revision.
    """

    def __init__(self, root: Path, revision: str) -> None:
        self._root = root
        self._top = git.top(root)
        self._commit = git.merge_base(root, revision)
        self._known: dict[Path, Lines | None] = {}

    def lines(self, drafts: Mapping[Path, bytes | None]) -> Mapping[Path, Lines | None]:
        """Return the changed lines, from 0, of each draft; None if git knows no earlier version of it.

        A draft that git ignores, or outside of the working tree, has no changed lines.

        Args:
            drafts: Their paths, each with its content if that differs from the disk.

        Raises:
            GitError: Git cannot tell.
        """
        asked = {path: data for path, data in drafts.items() if path not in self._known}
        stored: dict[Path, tuple[str, bytes]] = {}
        for path, given in asked.items():
            name = self._name(path)
            data = _read(path) if given is None else given
            blob = self._blobs.get(name)
            if data is None or blob is None:
                self._known[path] = None if name in self._present else ()
            elif blob == _blob_id(data, len(blob)):
                self._known[path] = ()
            else:
                stored[path] = blob, data
        self._known.update(self._compared(stored))
        return {path: self._known[path] for path in drafts}

    def _compared(self, drafts: Mapping[Path, tuple[str, bytes]]) -> Iterator[tuple[Path, Lines | None]]:
        places = list(drafts)
        for start in range(0, len(places), _AT_ONCE):
            some = places[start : start + _AT_ONCE]
            old = git.contents(self._root, [drafts[path][0] for path in some])
            for path in some:
                blob, data = drafts[path]
                yield path, _changes(old.get(blob), data)

    def _name(self, path: Path) -> str:
        """Return git's name of a file; empty for one outside of the working tree."""
        real = Path(os.path.realpath(path))
        return real.relative_to(self._top).as_posix() if real.is_relative_to(self._top) else ""

    @cached_property
    def _blobs(self) -> Mapping[str, str]:
        """The files of the revision, with the ids of their content."""
        return git.files_of(self._root, self._commit)

    @cached_property
    def _present(self) -> frozenset[str]:
        """The files that git tracks or does not ignore."""
        return git.present_files(self._top)


def _changes(old: bytes | None, new: bytes) -> Lines | None:
    """Return the lines of ``new`` that ``old`` does not have; None if they cannot be compared as texts."""
    if old is None:
        return None
    if pointer := _POINTER.match(old):
        return () if sha256(new).hexdigest() == pointer[1].decode("ascii") else None
    try:
        return changed_lines(_split(old), _split(new))
    except NotText:
        return None


def _split(data: bytes) -> list[str]:
    return _LINE_END.split(_KEYWORD.sub("$Id$", text_of(data, Path()).text))


def _read(path: Path) -> bytes | None:
    """Return the content of a file; None for a pipe, which can be read only once."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(LIMIT + 1)
    except OSError:
        return None


def _blob_id(data: bytes, digits: int) -> str:
    """Return git's id of ``data``, in a repository whose ids have so many digits."""
    from hashlib import sha1

    head = f"blob {len(data)}\0".encode("ascii")
    digest = sha1(head, usedforsecurity=False) if digits == 40 else sha256(head)
    digest.update(data)
    return digest.hexdigest()
