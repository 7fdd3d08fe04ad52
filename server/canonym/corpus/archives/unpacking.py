"""Unpacks gzip and zstd in steps of bounded size, because a hostile file of 100 KB may hold gigabytes."""

import os
import sys
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, Literal, Protocol, TypeAlias

Packing: TypeAlias = Literal["", "gzip", "zstd"]

REMEDY = "install canonym with the extra archives"
WIDE = "takes too much memory to unpack; pack it anew with zstd --long=27 or less"
CUT = "ends in the middle, it was cut; what stands before is learned"
CHUNK = 1 << 16
_STEP = 1 << 18
"""Most bytes that one step unpacks. A chunk of a hostile file may hold gigabytes."""
_WINDOWS = (27, 31)
"""The widest zstd window for any file, and for a large file (``--long=31``), as powers of two."""
_PACKED = 16
"""A file of text unpacks to about this many times its size at most. A wider window is useless to it."""


class StreamError(Exception):
    """A file cannot be read further. The message says why, or what to do."""


class Unpacker(Protocol):
    """Unpacks step by step. A call without data continues with the earlier data."""

    @property
    def eof(self) -> bool:
        """Whether the packed piece has ended."""

    @property
    def unused_data(self) -> bytes:
        """The bytes after its end."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """Return the next bytes, at most ``max_length``."""


def chunks(file: BinaryIO, packing: Packing) -> Iterator[bytes]:
    """Yield the unpacked bytes of ``file`` in pieces of at most 256 KB.

    Raises:
        StreamError: It is damaged, cut, or in a packing that this machine cannot unpack.
    """
    if not packing:
        yield from iter(partial(file.read, CHUNK), b"")
        return
    begin, failure = (
        (Gzip, zlib.error) if packing == "gzip" else zstd_unpacker(os.fstat(file.fileno()).st_size)
    )
    try:
        yield from unpacked(file, begin)
    except failure as error:
        wide = "too much memory" in str(error)
        raise StreamError(WIDE if wide else f"is damaged ({error}); what stands before is learned") from error


def end_of_member(file: BinaryIO, start: int) -> int:
    """Return the end of the packed piece of a gzip file that begins at ``start``.

    Raises:
        StreamError: It is damaged or cut.
    """
    file.seek(start)
    unpacker = Gzip()
    try:
        while not unpacker.eof and (data := file.read(CHUNK)):
            for _ in _steps(unpacker, data):
                pass
    except zlib.error as error:
        raise StreamError(f"is damaged ({error}); what stands before is learned") from error
    if not unpacker.eof:
        raise StreamError(CUT)
    return file.tell() - len(unpacker.unused_data)


def unpacked(file: BinaryIO, begin: Callable[[], Unpacker]) -> Iterator[bytes]:
    """Unpack one packed piece after the other. Zeros after the last are padding.

    Raises:
        StreamError: It was cut.
    """
    unpacker: Unpacker | None = None
    while data := file.read(CHUNK):
        while data:
            if unpacker is None or unpacker.eof:
                data = data.lstrip(b"\0")
                if not data:
                    break
                unpacker = begin()
            yield from _steps(unpacker, data)
            data = unpacker.unused_data
    if unpacker is not None and not unpacker.eof:
        raise StreamError(CUT)


def _steps(unpacker: Unpacker, data: bytes) -> Iterator[bytes]:
    found = unpacker.decompress(data, _STEP)
    while found:
        yield found
        found = b"" if unpacker.eof else unpacker.decompress(b"", _STEP)


class Gzip:
    """Unpacks gzip, or another format by ``wbits`` of zlib."""

    def __init__(self, wbits: int = 31) -> None:
        self._inner = zlib.decompressobj(wbits)

    @property
    def eof(self) -> bool:
        """Whether the packed piece has ended."""
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        """The bytes after its end."""
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Return the next bytes."""
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


def zstd_unpacker(size: int) -> tuple[Callable[[], Unpacker], type[Exception]]:
    """Return a maker of zstd unpackers for a file of ``size`` bytes, and the error that they raise.

    Raises:
        StreamError: The library is missing.
    """
    try:
        if sys.version_info >= (3, 14):
            from compression import zstd
        else:
            from backports import zstd
    except ImportError as error:
        raise StreamError(f"needs backports.zstd: {REMEDY}") from error
    usual, widest = _WINDOWS
    useful = (_PACKED * size).bit_length()
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: max(usual, min(widest, useful))}
    return lambda: zstd.ZstdDecompressor(options=options), zstd.ZstdError
