"""Finds the files that a person names: files, directories and globs."""

import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from canonym.project.files.ignored_files import (
    IGNORE_FILE,
    Rules,
    absolute,
    inherited,
    is_ignored,
    matcher,
    rules_with,
)
from canonym.project.files.text_files import reason
from canonym.text.values import NamedTuple

_MAGIC = frozenset("*?[")


class Problem(NamedTuple):
    """A path that could not be read, and the reason in words. The others are still read."""

    path: Path
    message: str


Report = Callable[[Problem], None]


def find_files(
    paths: Iterable[Path],
    *,
    suffixes: Collection[str] = (),
    also: Callable[[str], bool] = lambda _path: False,
    exclude: Sequence[str] = (),
    root: Path | None = None,
    report: Report,
) -> Iterator[Path]:
    """Yield each file once, in the order of ``paths`` and sorted within each of them.

    A named file is always yielded. From directories and globs, hidden files, files that git ignores, links to
    directories and matches of ``exclude`` are left out. From directories, files of unknown suffix are left
    out too.

    Args:
        paths: Files, directories and globs (``*``, ``**``, ``?``, ``[…]``).
        suffixes: The suffixes of files in a directory, such as ``.md``; all files if empty.
        also: Decides on other files of a directory, by absolute path with ``/``.
        exclude: Patterns as in ``.gitignore``, relative to ``root``.
        root: The base of ``exclude``; by default the current directory.
        report: Receives each path that is missing or unreadable.
    """
    seen: set[str] = set()
    wanted = _Wanted(tuple(suffixes), also, matcher(exclude, root or Path()), report)
    for path in paths:
        for found in _expand(path, wanted):
            key = os.path.normcase(absolute(found))
            if key not in seen:
                seen.add(key)
                yield found


class _Wanted(NamedTuple):
    suffixes: tuple[str, ...]
    also: Callable[[str], bool]
    excluded: Callable[[str], bool]
    report: Report

    def takes(self, path: str) -> bool:
        if not self.suffixes or path.lower().endswith(self.suffixes) or self.also(path):
            return not self.excluded(path)
        return False


def _expand(path: Path, wanted: _Wanted) -> Iterator[Path]:
    try:
        is_directory = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:  # ValueError: a list of paths may hold anything, even NUL
        yield from _expand_missing(path, wanted, error)
    else:
        yield from _walk(path, wanted) if is_directory else (path,)


def _expand_missing(path: Path, wanted: _Wanted, error: OSError | ValueError) -> Iterator[Path]:
    if os.path.islink(path):  # noqa: PTH114  (Path's own raises where this says no)
        wanted.report(Problem(path, "is a link to nothing"))
    elif _MAGIC.intersection(str(path)):
        yield from _glob(path, wanted)
    elif isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        wanted.report(Problem(path, "does not exist"))
    else:
        wanted.report(Problem(path, reason(error)))


class _Place(NamedTuple):
    """A directory or file that the walk reaches.

    Attributes:
        shown: Its path in the form that people gave.
        path: Its absolute path; with ``/`` at the end if it is a directory.
        rules: The rules by which git ignores files there.
    """

    shown: str
    path: str
    rules: Rules


def _walk(top: Path, wanted: _Wanted) -> Iterator[Path]:
    start = absolute(top)
    pending = [_Place(str(top), start.rstrip("/") + "/", inherited(start))]
    while pending:
        place = pending.pop()
        if place.path.endswith("/"):
            pending.extend(reversed(_entries(place, wanted)))
        else:
            yield Path(place.shown)


def _entries(place: _Place, wanted: _Wanted) -> list[_Place]:
    try:
        with os.scandir(place.shown) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        wanted.report(Problem(Path(place.shown), reason(error)))
        return []
    rules = place.rules
    if any(entry.name == IGNORE_FILE for entry in entries):
        rules = rules_with(rules, place.path)
    return [inner for entry in entries if (inner := _entry(entry, place, rules, wanted)) is not None]


def _entry(entry: os.DirEntry[str], place: _Place, rules: Rules, wanted: _Wanted) -> _Place | None:
    if entry.name.startswith("."):
        return None
    is_directory = entry.is_dir(follow_symlinks=False)
    path = place.path + entry.name + "/" * is_directory
    if is_directory:
        wanted_here = not wanted.excluded(path)
    else:
        wanted_here = wanted.takes(path) and _readable_file(entry, wanted.report)
    return _Place(entry.path, path, rules) if wanted_here and not is_ignored(rules, path) else None


def _readable_file(entry: os.DirEntry[str], report: Report) -> bool:
    try:
        if entry.is_file():
            return True
        astray = entry.is_symlink() and not os.path.exists(entry.path)  # noqa: PTH110  (as elsewhere)
    except OSError:
        astray = True
    if astray:
        report(Problem(Path(entry.path), "is a link to nothing"))
    return False


def _glob(path: Path, wanted: _Wanted) -> Iterator[Path]:
    """Match like ``.gitignore``, below the part of the path without wildcards."""
    base = _base(path)
    pattern = "/".join(path.parts[len(base.parts) :])
    matches = matcher([f"/{pattern}"], base)
    if "." in path.name:  # the glob itself names the suffixes
        wanted = wanted._replace(suffixes=())
    found = [inner for inner in _walk(base, wanted) if matches(absolute(inner))]
    if not found:
        wanted.report(Problem(path, "matches no file"))
    yield from found


def _base(path: Path) -> Path:
    """Return the part of a path without wildcards."""
    return Path(*takewhile(lambda part: not _MAGIC.intersection(part), path.parts))


def folders_of(paths: Iterable[Path]) -> list[Path]:
    """Return the folders of ``paths``: directories, those of files, and the start of each glob."""
    found = (path if os.path.isdir(path) else _base(path.parent) for path in paths)  # noqa: PTH112
    return list(dict.fromkeys(found))


def is_stream(path: Path) -> bool:
    """Return whether a path is a FIFO, a device or a socket: readable only once, or without end."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # ValueError: a list of paths may hold anything, even NUL
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
