"""Reads FIFOs, devices and standard input, so that a signal ends the wait for their content."""

import os
import select
from collections.abc import Iterator
from typing import BinaryIO

_PIECE = 1 << 20
_LOOK = 1000
"""Milliseconds after which a wait looks for signals. One that comes just before a read begins does not
interrupt it, and nobody may ever write into a FIFO."""


def stream_pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the rest of a stream in pieces, as they come.

    Raises:
        OSError: It cannot be read.
    """
    number = stream.fileno()
    while True:
        _wait_for_content(number)
        piece = os.read(number, _PIECE)
        if not piece:
            return
        yield piece


def read_stream(stream: BinaryIO, limit: int | None = None) -> bytes:
    """Return the rest of a stream.

    Args:
        stream: Of which nothing was read through a buffer.
        limit: Number of bytes after which reading may stop; None for none.

    Raises:
        OSError: It cannot be read.
    """
    read = bytearray()
    for piece in stream_pieces(stream):
        read += piece
        if limit is not None and len(read) >= limit:
            break
    return bytes(read)


def _wait_for_content(number: int) -> None:
    if not hasattr(select, "poll"):  # Windows has neither FIFOs nor a way to wait for a pipe
        return
    poller = select.poll()
    poller.register(number, select.POLLIN)
    while not poller.poll(_LOOK):
        pass
