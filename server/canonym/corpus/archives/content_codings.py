"""Unpacks pages that servers have compressed (RFC 9110, 8.4.1), in steps of bounded size."""

import zlib
from collections.abc import Callable
from io import BytesIO

from canonym.corpus.archives.unpacking import REMEDY, Gzip, StreamError, Unpacker, unpacked, zstd_unpacker


def decoded(data: bytes, codings: str, most: int) -> bytes:
    """Return the unpacked content of ``data``, at most its first ``most`` bytes.

    Args:
        data: The content of a page.
        codings: The value of the header ``Content-Encoding``; the last coding was applied last.
        most: The largest number of bytes to return.

    Raises:
            StreamError: It is damaged, cut, or in an unknown coding.
    """
    for coding in reversed(codings.lower().split(",")):
        name = coding.strip()
        if name not in ("", "identity"):
            data = _unpacked(data, name, most)
    return data


def _unpacked(data: bytes, coding: str, most: int) -> bytes:
    begin, failure = _unpacker(data, coding)
    found: list[bytes] = []
    held = 0
    try:
        for piece in unpacked(BytesIO(data), begin):
            found.append(piece)
            held += len(piece)
            if held >= most:
                break
    except StreamError as error:
        raise StreamError("is damaged (what it is packed in was cut)") from error
    except failure as error:
        raise StreamError(f"is damaged ({error!s:.80})") from error
    return b"".join(found)[:most]


def _unpacker(data: bytes, coding: str) -> tuple[Callable[[], Unpacker], type[Exception]]:
    if coding in ("gzip", "x-gzip"):
        return Gzip, zlib.error
    if coding == "deflate":
        wrapped = data[:1] and data[0] & 15 == 8  # some servers omit the zlib header of the standard
        return lambda: Gzip(15 if wrapped else -15), zlib.error
    if coding == "zstd":
        return zstd_unpacker(len(data))
    if coding == "br":
        return _brotli()
    raise StreamError(f"is packed by {coding:.20}, which is not known here")


def _brotli() -> tuple[Callable[[], Unpacker], type[Exception]]:
    try:
        import brotli
    except ImportError as error:
        raise StreamError(f"needs brotli: {REMEDY}") from error

    class Brotli:
        """Unpacks step by step."""

        unused_data = b""

        def __init__(self) -> None:
            self._inner = brotli.Decompressor()

        @property
        def eof(self) -> bool:
            return bool(self._inner.is_finished())

        def decompress(self, data: bytes, max_length: int) -> bytes:
            return bytes(self._inner.process(data, output_buffer_limit=max_length))

    return Brotli, brotli.error
