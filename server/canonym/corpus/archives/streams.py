"""Reads files forwards, with gzip, zstd or no compression, in bounded memory."""

from contextlib import ExitStack
from pathlib import Path

from canonym.corpus.archives.unpacking import CHUNK, Packing, chunks

_KEPT = 4
"""How many streams stay open. The next piece of work is often a little further on."""


class Stream:
    """The unpacked bytes of a file, which are read forwards.

    Attributes:
        at: The number of bytes already read.
    """

    def __init__(self, path: Path, packing: Packing) -> None:
        self.at = 0
        self._packing = packing
        self._file = path.open("rb")
        self._chunks = chunks(self._file, packing)
        self._rest = b""

    def skip_to(self, place: int) -> None:
        """Skip all bytes before ``place``, which must lie ahead.

        Raises:
            StreamError: The file is damaged.
        """
        if not self._packing:
            self._file.seek(place)
            self.at, self._rest = place, b""
        while self.at < place:
            self.take(min(place - self.at, CHUNK))

    def take(self, size: int) -> bytes:
        """Return the next ``size`` bytes, or fewer at the end.

        Raises:
            StreamError: The file is damaged.
        """
        found, held = [self._rest], len(self._rest)
        while held < size and (chunk := next(self._chunks, b"")):
            found.append(chunk)
            held += len(chunk)
        data = b"".join(found)
        self._rest = data[size:]
        self.at += min(size, held)
        return data[:size]

    def close(self) -> None:
        """Close the file."""
        self._file.close()


_kept: dict[tuple[Path, int, int], Stream] = {}


def piece(path: Path, packing: Packing, start: int, end: int) -> bytes:
    """Return the unpacked bytes of a file from ``start`` to ``end``.

    Calls for successive pieces read the file only once in all, even with calls for other files between them.

    Raises:
        StreamError: The file is damaged.
        OSError: It cannot be read.
    """
    about = path.stat()
    key = (path, about.st_mtime_ns, about.st_size)
    stream = _kept.pop(key, None)
    if stream is not None and stream.at > start:
        stream.close()
        stream = None
    stream = stream or Stream(path, packing)
    with ExitStack() as closing:
        closing.callback(stream.close)
        stream.skip_to(start)
        data = stream.take(end - start)
        closing.pop_all()
    _keep(key, stream)
    return data


def _keep(key: tuple[Path, int, int], stream: Stream) -> None:
    others = [_kept.pop(key, None)]
    if len(_kept) >= _KEPT:
        others.append(_kept.pop(next(iter(_kept)), None))
    _kept[key] = stream
    for other in filter(None, others):
        other.close()


def release() -> None:
    """Close the streams that this process keeps open."""
    while _kept:
        _kept.popitem()[1].close()
