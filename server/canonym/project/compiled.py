"""Compiled indexes on disk: found again by their sources, mapped into memory, never trusted unseen.

In ``.canonym/index`` of the project, or in the user's directory for caches where that cannot be
written, lies for every set of termbases a stamp (what the files looked like, and the hash of what
they say) and beside it the index, named by that hash. So a file that was only touched is not
compiled again, whole files alone ever come to be, and runs at the same time do each other no harm.
A cache that cannot be read or written costs time and nothing else.
"""

import mmap
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import canonym
from canonym.matching.compiled import FORMAT, Damaged, Reader

_KNOWLEDGE = ("text", "termbase", "matching", "matching/data", "matching/spelling", "matching/spelling/data")
"""The packages that decide what is in an index."""
_DIGITS = 64
_NEWLINE = "\n"
_FRESH = 2_000_000_000
"""Nanoseconds after a change in which a file may change again without a new time."""


class Named(NamedTuple):
    """A file that an index is made of.

    Attributes:
        path: Where it is.
        name: How it is named to people, which the index repeats.
    """

    path: Path
    name: str


def open_compiled(what: str, files: Sequence[Named], root: Path, compile_: Callable[[], bytes]) -> Reader:
    """Return what is made of termbase files, compiled anew only when they changed.

    Args:
        what: What is made of them, in a word.
        files: The termbases, in their order.
        root: The directory of the project.
        compile_: Reads and compiles them.

    Raises:
        TermbaseError: From ``compile_``.
    """
    looks = _looks(files)
    if looks is None:
        return Reader(compile_())
    named = _Named(what, files)
    for directory in _directories(root):
        reader = _found(directory, looks, named)
        if reader is not None:
            return reader
    digest = _digest(named)
    data = compile_()
    if digest and digest == _digest(named):
        _keep(_directories(root), named.stamp, f"{digest}\n{looks}", data)
    return Reader(data)


class _Named(NamedTuple):
    """What is made of which files."""

    what: str
    files: Sequence[Named]

    @property
    def stamp(self) -> str:
        """The name of its stamp."""
        lines = (self.what, *(f"{file.name} {file.path}" for file in self.files))
        return f"{crc32(_bytes(_NEWLINE.join(lines))):08x}.stamp"


def _found(directory: Path, looks: str, named: _Named) -> Reader | None:
    try:
        text = (directory / named.stamp).read_text("utf-8", "surrogateescape")
        digest, _, seen = text.partition("\n")
        if seen != looks or not looks:
            if digest != _digest(named):
                return None
            with suppress(OSError):
                _replace(directory / named.stamp, _bytes(f"{digest}\n{looks}"))
        return _mapped(directory / f"{digest}.index") if _is_digest(digest) else None
    except (OSError, ValueError, Damaged):
        return None


def _mapped(path: Path) -> Reader:
    with path.open("rb") as file:
        return Reader(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)))


def _keep(directories: Iterator[Path], stamp: str, head: str, data: bytes) -> None:
    for directory in directories:
        try:
            _prepare(directory)
            before = _digest_in(directory / stamp)
            digest = head.partition("\n")[0]
            _replace(directory / f"{digest}.index", data)
            _replace(directory / stamp, _bytes(head))
        except OSError:
            continue
        if before != digest:
            _drop(directory, before)
        return


def _prepare(directory: Path) -> None:
    if not directory.is_dir():
        directory.mkdir(parents=True, exist_ok=True)
        if directory.parent.name == ".canonym":
            _replace(directory.parent / ".gitignore", b"*\n")


def _digest_in(stamp: Path) -> str:
    try:
        digest = stamp.read_text("utf-8", "replace").partition("\n")[0]
    except OSError:
        return ""
    return digest if _is_digest(digest) else ""


def _is_digest(text: str) -> bool:
    """Tell whether ``text`` may be part of a path; a stamp could say anything."""
    return len(text) == _DIGITS and text.isalnum()


def _drop(directory: Path, digest: str) -> None:
    """Remove what no stamp names any more; on Windows one that is in use stays until the next time."""
    try:
        if digest and all(_digest_in(stamp) != digest for stamp in directory.glob("*.stamp")):
            (directory / f"{digest}.index").unlink(missing_ok=True)
    except OSError:
        return


def _directories(root: Path) -> Iterator[Path]:
    yield root / ".canonym" / "index"
    if (home := _user_cache()) is not None:
        yield home / "canonym" / "index"


def _user_cache() -> Path | None:
    try:
        if sys.platform == "win32":
            return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches"
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:  # nobody's home
        return None


def _looks(files: Sequence[Named]) -> str | None:
    """What files and program look like; empty if one is too fresh to tell, None if one is out of reach."""
    lines = [_program()]
    settled = time.time_ns() - _FRESH
    fresh = False
    for file in files:
        try:
            stat = file.path.stat()
        except FileNotFoundError:
            lines.append(f"missing {file.path}")
            continue
        except OSError:
            return None
        fresh = fresh or stat.st_mtime_ns > settled
        lines.append(f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ino} {file.name} {file.path}")
    return "" if fresh else "\n".join(lines)


def _program() -> str:
    """The version of Canonym and, since people change it where it stands, its files."""
    base = Path(canonym.__file__).parent
    total = 0
    try:
        for package in _KNOWLEDGE:
            for entry in sorted(os.scandir(base / package), key=lambda e: e.name):
                if entry.is_file():
                    stat = entry.stat()
                    total = crc32(f"{entry.name} {stat.st_size} {stat.st_mtime_ns}".encode(), total)
    except OSError:  # in an archive
        total = 0
    return f"{canonym.__version__} {FORMAT} {total:08x} {sys.byteorder}"


def _digest(named: _Named) -> str:
    """The hash of what the files say; empty if one cannot be read."""
    from hashlib import sha256

    digest = sha256(_bytes(f"{named.what} {_program()}"))
    for file in named.files:
        digest.update(_bytes(f"{file.name}\n"))
        try:
            with file.path.open("rb") as data:
                while block := data.read(1 << 20):
                    digest.update(block)
        except FileNotFoundError:
            digest.update(b"missing")
        except OSError:
            return ""
    return digest.hexdigest()


def _replace(file: Path, data: bytes) -> None:
    """Put whole files only; a cache need not outlive a power cut, so nothing waits for the disk."""
    draft = file.with_name(f"{file.name}.{os.urandom(6).hex()}.tmp")
    try:
        draft.write_bytes(data)
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
