"""Compiled indexes on disk. They are found by their sources, mapped into memory, and verified before use.

The part ``index`` of our private folder holds a stamp for every set of termbases: the size and time of the
files, and the hash of their content. The index lies beside it, named by that hash. So a file that was only
touched is not compiled again, an index appears only when it is whole, and parallel runs do not disturb each
other. A cache that cannot be read or written costs only time. The environment variable ``CANONYM_INDEX`` may
name another directory.
"""

import gc
import mmap
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from canonym.index.file_reader import Damaged, Reader
from canonym.project.cache.index_cache_key import Named, Sources, looks_of
from canonym.project.cache.old_indexes import remove_old
from canonym.project.cache.private_folder import INDEX, PrivateFolder
from canonym.project.cache.private_places import private_folders, tidy, why_elsewhere
from canonym.project.cache.unfinished_files import sweep

if TYPE_CHECKING:
    from canonym.index.file_writer import Scratch

_DIGITS = 64
_LARGE = 1 << 27
"""From this many bytes on, an index gives back the memory of its mapped pages now and then."""

Make = Callable[[IO[bytes], "Scratch"], None]
"""Writes an index into a file. Scratch files hold what does not fit into memory."""


def open_compiled(what: str, files: Sequence[Named], root: Path, make: Make) -> Reader:
    """Return the index of termbase files. They are compiled only if they changed.

    Args:
        what: The kind of index, in a word.
        files: The termbases, in their order.
        root: The directory that holds the private folder.
        make: Reads and compiles them.

    Raises:
        TermbaseError: From ``make``.
    """
    looks = looks_of(files)
    if looks is None:
        return in_memory(make)
    sources = Sources(what, files)
    for folder in _folders(root):
        reader = _found(folder, looks, sources, make)
        if reader is not None:
            return reader
    return _made(root, looks, sources, make)


def is_compiled(what: str, files: Sequence[Named], root: Path) -> bool:
    """Return whether ``open_compiled`` would find a compiled index; false if a file cannot be reached."""
    looks, sources = looks_of(files), Sources(what, files)
    if looks is None:
        return False
    return any(_is_kept(folder, looks, sources) for folder in _folders(root))


def _is_kept(folder: PrivateFolder, looks: str, sources: Sources) -> bool:
    try:
        digest, _, seen = _stamp(folder, sources.stamp).partition("\n")
        known = (seen == looks and looks) or digest == sources.digest()
        return bool(known) and _is_digest(digest) and folder.has(f"{digest}.index")
    except (OSError, ValueError):
        return False


def why_kept_elsewhere(root: Path) -> str:
    """Return why the private folder there cannot hold an index, if a person can change that; else nothing."""
    return "" if os.environ.get("CANONYM_INDEX") else why_elsewhere(root, INDEX)


def in_memory(make: Make) -> Reader:
    """Return the index that ``make`` writes, without a trace on disk."""
    return Reader(_bytes(make))


def _found(folder: PrivateFolder, looks: str, sources: Sources, make: Make) -> Reader | None:
    try:
        digest, _, seen = _stamp(folder, sources.stamp).partition("\n")
        if seen != looks or not looks:
            if digest != sources.digest():
                return None
            with suppress(OSError):
                _write_stamp(folder, sources.stamp, digest, looks)
        return _mapped(folder, digest, sources, make) if _is_digest(digest) else None
    except (OSError, ValueError, Damaged):
        return None


def _made(root: Path, looks: str, sources: Sources, make: Make) -> Reader:
    # Equal hashes before and after do not prove what was read in between: somebody may have written
    # meanwhile.
    written, digest = sources.written(), sources.digest()
    for folder in _folders(root, create=True):
        with suppress(OSError):
            sweep(folder)
            remove_old(folder)
            draft = _compile(folder, make)
            if digest and digest == sources.digest() and written == sources.written():
                _keep(folder, draft, digest, sources.stamp, looks)
                reader = _mapped(folder, digest, sources, make)
                tidy(folder, root)
                return reader
            folder.remove(draft)
            break
    return in_memory(make)


def _mapped(folder: PrivateFolder, digest: str, sources: Sources, make: Make) -> Reader:
    mapping = _map(folder, f"{digest}.index")
    release = None
    if len(mapping) >= _LARGE and hasattr(mmap, "MADV_DONTNEED"):
        release = partial(mapping.madvise, mmap.MADV_DONTNEED)
    return Reader(memoryview(mapping), partial(_renewed, folder, digest, sources, make), release)


def _map(folder: PrivateFolder, name: str) -> mmap.mmap:
    with folder.open(name, "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _renewed(folder: PrivateFolder, digest: str, sources: Sources, make: Make) -> memoryview:
    """Compile a damaged index again, in its old place if possible."""
    try:
        draft = _compile(folder, make)
        mapping = _map(folder, draft)
    except OSError:
        return _bytes(make)
    with suppress(OSError):  # on Windows nobody can replace a file in use: the draft is removed another day
        if sources.digest() == digest:
            folder.rename(draft, f"{digest}.index")
        else:
            folder.remove(draft)
    return memoryview(mapping)


def _compile(folder: PrivateFolder, make: Make) -> str:
    """Compile into a draft. Its scratch files lie beside it, because other places may lack the room."""
    draft = f"{os.urandom(6).hex()}.tmp"
    with ExitStack() as undoing, ExitStack() as scratch:
        undoing.callback(folder.remove, draft)
        with _uncollected(), folder.open(draft, "xb") as out:
            make(out, lambda: scratch.enter_context(folder.scratch()))
        undoing.pop_all()
    return draft


def _bytes(make: Make) -> memoryview:
    out = BytesIO()
    with _uncollected():
        make(out, BytesIO)
    return out.getbuffer()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the search for reference cycles: a compiler makes millions of objects without any."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _keep(folder: PrivateFolder, draft: str, digest: str, stamp: str, looks: str) -> None:
    before = _digest_in(folder, stamp)
    try:
        folder.rename(draft, f"{digest}.index")
    finally:
        folder.remove(draft)
    _write_stamp(folder, stamp, digest, looks)
    if before != digest:
        _drop(folder, before)


def _stamp(folder: PrivateFolder, name: str) -> str:
    return folder.read(name).decode("utf-8", "surrogateescape")


def _write_stamp(folder: PrivateFolder, name: str, digest: str, looks: str) -> None:
    folder.replace(name, f"{digest}\n{looks}".encode("utf-8", "surrogateescape"))


def _digest_in(folder: PrivateFolder, name: str) -> str:
    try:
        digest = _stamp(folder, name).partition("\n")[0]
    except OSError:
        return ""
    return digest if _is_digest(digest) else ""


def _is_digest(text: str) -> bool:
    """Return whether ``text`` is a hash and so may be part of a file name. A stamp could hold anything."""
    return len(text) == _DIGITS and text.isalnum()


def _drop(folder: PrivateFolder, digest: str) -> None:
    """Remove an index that no stamp names. On Windows one in use stays until the next time."""
    with suppress(OSError):
        stamps = (name for name in folder.names() if name.endswith(".stamp"))
        if digest and all(_digest_in(folder, stamp) != digest for stamp in stamps):
            folder.remove(f"{digest}.index")


def _folders(root: Path, *, create: bool = False) -> Iterator[PrivateFolder]:
    chosen = os.environ.get("CANONYM_INDEX")
    if not chosen:
        yield from private_folders(root, INDEX, create=create)
        return
    with suppress(OSError):
        if create:
            Path(chosen).mkdir(0o700, parents=True, exist_ok=True)
        folder = PrivateFolder(Path(chosen))
        folder.check()
        yield folder
