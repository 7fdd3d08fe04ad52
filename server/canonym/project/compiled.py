"""Compiled indexes on disk: found again by their sources, mapped into memory, never trusted unseen.

In ``.canonym/index`` of the project, or in the user's directory for caches where that cannot be
written, lies for every set of termbases a stamp (what the files looked like, and the hash of what
they say) and beside it the index, named by that hash. So a file that was only touched is not
compiled again, whole files alone ever come to be, and runs at the same time do each other no harm.
A cache that cannot be read or written costs time and nothing else. Where the environment variable
``CANONYM_INDEX`` names a directory, it is that one alone.
"""

import gc
import mmap
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from canonym.matching.compiled import Damaged, Reader
from canonym.project.compiled_stamp import Named, Sources, looks_of
from canonym.project.files import replace_cached

if TYPE_CHECKING:
    from canonym.matching.compiled_writer import Scratch

_DIGITS = 64
_LARGE = 1 << 27
"""Bytes from which an index gives the memory of its mapped pages back now and then."""
_ABANDONED = 86_400
"""Seconds after which a draft is one that nobody will finish."""

Make = Callable[[IO[bytes], "Scratch"], None]
"""Writes an index into a file; keeps aside in scratch files what does not fit into memory."""


def open_compiled(what: str, files: Sequence[Named], root: Path, make: Make) -> Reader:
    """Return what is made of termbase files, compiled anew only when they changed.

    Args:
        what: What is made of them, in a word.
        files: The termbases, in their order.
        root: The directory of the project.
        make: Reads and compiles them.

    Raises:
        TermbaseError: From ``make``.
    """
    looks = looks_of(files)
    if looks is None:
        return in_memory(make)
    sources = Sources(what, files)
    for directory in _directories(root):
        reader = _found(directory, looks, sources, make)
        if reader is not None:
            return reader
    return _made(root, looks, sources, make)


def is_compiled(what: str, files: Sequence[Named], root: Path) -> bool:
    """Tell whether ``open_compiled`` would find what it looks for; false if a file is out of reach."""
    looks, sources = looks_of(files), Sources(what, files)
    if looks is None:
        return False
    return any(_is_kept(place / sources.stamp, looks, sources) for place in _directories(root))


def _is_kept(stamp: Path, looks: str, sources: Sources) -> bool:
    try:
        digest, _, seen = stamp.read_text("utf-8", "surrogateescape").partition("\n")
        known = (seen == looks and looks) or digest == sources.digest()
        return bool(known) and _is_digest(digest) and (stamp.parent / f"{digest}.index").is_file()
    except (OSError, ValueError):
        return False


def in_memory(make: Make) -> Reader:
    """Return what ``make`` writes, without a trace on disk."""
    return Reader(_bytes(make))


def _found(directory: Path, looks: str, sources: Sources, make: Make) -> Reader | None:
    stamp = directory / sources.stamp
    try:
        text = stamp.read_text("utf-8", "surrogateescape")
        digest, _, seen = text.partition("\n")
        if seen != looks or not looks:
            if digest != sources.digest():
                return None
            with suppress(OSError):
                replace_cached(stamp, f"{digest}\n{looks}".encode("utf-8", "surrogateescape"))
        return _mapped(directory / f"{digest}.index", sources, make) if _is_digest(digest) else None
    except (OSError, ValueError, Damaged):
        return None


def _made(root: Path, looks: str, sources: Sources, make: Make) -> Reader:
    # The same bytes before and afterwards do not tell what was read in between, while they were written anew.
    written, digest = sources.written(), sources.digest()
    for directory in _directories(root):
        with suppress(OSError):
            _prepare(directory)
            draft = _compile(directory, make)
            if digest and digest == sources.digest() and written == sources.written():
                return _mapped(_kept(draft, directory / sources.stamp, digest, looks), sources, make)
            draft.unlink()
            break
    return in_memory(make)


def _mapped(path: Path, sources: Sources, make: Make) -> Reader:
    mapping = _map(path)
    release = None
    if len(mapping) >= _LARGE and hasattr(mmap, "MADV_DONTNEED"):
        release = partial(mapping.madvise, mmap.MADV_DONTNEED)
    return Reader(memoryview(mapping), partial(_renewed, path, sources, make), release)


def _map(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _renewed(path: Path, sources: Sources, make: Make) -> memoryview:
    """Make a damaged index anew, where it is if that can be."""
    try:
        draft = _compile(path.parent, make)
        mapping = _map(draft)
    except OSError:
        return _bytes(make)
    with suppress(OSError):  # on Windows nobody can replace what is in use: the draft goes another day
        if sources.digest() == path.stem:
            draft.replace(path)
        else:
            draft.unlink()
    return memoryview(mapping)


def _compile(directory: Path, make: Make) -> Path:
    """Compile into a draft, with scratch files beside it: they may be too large for other places."""
    from tempfile import TemporaryFile

    draft = directory / f"{os.urandom(6).hex()}.tmp"
    with ExitStack() as undoing:
        undoing.callback(draft.unlink, missing_ok=True)
        with _uncollected(), draft.open("xb") as out:
            make(out, lambda: TemporaryFile(dir=directory))  # noqa: SIM115  (who asks for one closes it)
        undoing.pop_all()
    return draft


def _bytes(make: Make) -> memoryview:
    out = BytesIO()
    with _uncollected():
        make(out, BytesIO)
    return out.getbuffer()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spare the search for cycles: what a compiler makes by the million has none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _kept(draft: Path, stamp: Path, digest: str, looks: str) -> Path:
    before = _digest_in(stamp)
    index = stamp.with_name(f"{digest}.index")
    try:
        draft.replace(index)
    finally:
        draft.unlink(missing_ok=True)
    replace_cached(stamp, f"{digest}\n{looks}".encode("utf-8", "surrogateescape"))
    if before != digest:
        _drop(stamp.parent, before)
    return index


def _prepare(directory: Path) -> None:
    if not directory.is_dir():
        directory.mkdir(parents=True, exist_ok=True)
        if directory.parent.name == ".canonym":
            (directory.parent / ".gitignore").write_bytes(b"*\n")
    latest = time.time() - _ABANDONED
    for draft in directory.glob("*.tmp"):
        with suppress(OSError):
            if draft.stat().st_mtime < latest:
                draft.unlink()


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
    if chosen := os.environ.get("CANONYM_INDEX"):
        yield Path(chosen)
        return
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
