"""Reads the messages of an editor: it finds them by their headers, and bounds their size.

pygls trusts ``Content-Length`` and requests that many bytes at once. From here it gets only headers that it
understands, and no message above ``LARGEST``.
"""

import logging
import re
from collections import deque
from contextlib import suppress
from typing import BinaryIO, cast

from canonym.project.files.standard_streams import StreamError

log = logging.getLogger("canonym.lsp")

LARGEST = 128 << 20
"""Most bytes of a message. A draft may have 64 MB, and JSON writes some characters longer."""
_PASSED_OVER = 1 << 32
"""Most bytes of a message that is skipped. A longer one is a mistake: a header is searched right after it."""
_HEADERS = 1 << 20
"""Most bytes without a header that gives the length of a message."""
_LINE = 1 << 12
_PIECE = 1 << 20

_LENGTH = re.compile(rb"content-length:[ \t]*(\d+)[ \t]*\r?\n$", re.IGNORECASE)
"""At the end of a line: the rest of a message of unknown length may precede it."""
_WRONG_LENGTH = re.compile(rb"content-length:[^\r\n]*", re.IGNORECASE)
_HTTP = re.compile(rb"[A-Z]+ \S+ HTTP/\d")


class Frames:
    """Reads messages from a stream, in place of the standard input of pygls.

    Args:
        stream: The source of the messages.
        name: Its name, in words.
        answers: The destination of answers. If they cannot be written, nothing more is read.
    """

    def __init__(self, stream: BinaryIO, name: str, answers: "Answers") -> None:
        self._stream = stream
        self._name = name
        self._answers = answers
        self._lines: deque[bytes] = deque()
        self._told = False

    def readline(self) -> bytes:
        """Return the next line of a header, such as ``Content-Length: 12``; nothing at the end.

        Raises:
            StreamError: The stream cannot be read, or no answer written.
        """
        if self._answers.failure is not None:
            raise self._answers.failure
        if not self._lines:
            try:
                length = self._next_length()
            except OSError as error:
                raise StreamError(self._name, f"cannot be read: {error.strerror or error}") from error
            if length is None:
                return b""
            self._lines.extend((b"Content-Length: %d\r\n" % length, b"\r\n"))
        return self._lines.popleft()

    def read(self, size: int) -> bytes:
        """Return a message of ``size`` bytes, or what there is of it."""
        pieces = []
        while size and (piece := self._stream.read(min(size, _PIECE))):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def _next_length(self) -> int | None:
        """Read headers up to the next readable message; return None at the end."""
        while (length := self._header()) is not None:
            if length <= LARGEST:
                self._told = False
                return length
            if length > _PASSED_OVER:
                log.error("a message of %s bytes: that is taken for a mistake", f"{length:,}")
                continue
            log.error("a message of %s bytes is too large and was passed over", f"{length:,}")
            if not self._skip(length):
                return None
        return None

    def _header(self) -> int | None:
        """Return the length in the next header. A header without a length is skipped."""
        length, read, line, is_empty = 0, 0, b"\n", True
        while read < _HEADERS:
            begins = line.endswith(b"\n")
            piece = self._stream.readline(_LINE)
            if not piece or (begins and _is_http(piece)):
                return None
            read += len(piece)
            is_last = begins and not piece.strip()
            line = piece if begins else line[-_LINE:] + piece
            length = _length_in(line) or length
            if is_last and length:
                return length
            if is_last and not is_empty:
                self._tell_of_no_length()
            is_empty = is_last
        log.error("%s bytes without a message: nothing is read any more", f"{_HEADERS:,}")
        return None

    def _tell_of_no_length(self) -> None:
        """Log a header without a length, once for each message, because its content may look like more."""
        if not self._told:
            self._told = True
            log.error("a header that says no length of its message was passed over")

    def _skip(self, size: int) -> bool:
        while size and (piece := self._stream.read(min(size, _PIECE))):
            size -= len(piece)
        return not size


class Answers:
    """Writes messages to a stream, in place of the standard output of pygls, until that fails.

    Args:
        stream: The destination.
        name: Its name, in words.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self.failure: StreamError | None = None

    def write(self, data: bytes) -> None:
        """Write bytes. If that fails, drop them and remember the ``failure``."""
        if self.failure is None:
            try:
                self._stream.write(data)
                self._stream.flush()
            except OSError as error:
                self.failure = StreamError(self._name, f"cannot be written: {error.strerror or error}")

    def flush(self) -> None:
        """Do nothing, because every write is immediate."""

    def close(self) -> None:
        """Close the stream."""
        with suppress(OSError):
            self._stream.close()


def streams(
    input: BinaryIO,  # noqa: A002
    output: BinaryIO,
    names: tuple[str, str] = ("the connection", "the connection"),
) -> tuple[BinaryIO, BinaryIO]:
    """Return a source of messages and a destination of answers for pygls, in place of two streams.

    Args:
        input: The source of the messages.
        output: The destination of the answers.
        names: The names of both, in words.
    """
    answers = Answers(output, names[1])
    # pygls uses only these methods of a BinaryIO.
    return cast("BinaryIO", Frames(input, names[0], answers)), cast("BinaryIO", answers)


def _is_http(line: bytes) -> bool:
    """Return whether a browser sends this, perhaps for a page that found the port."""
    if _HTTP.match(line) is None:
        return False
    log.error("this is HTTP, as browsers speak it, and no editor: nothing is read any more")
    return True


def _length_in(line: bytes) -> int:
    """Return the length in a line; 0 if there is none."""
    if found := _LENGTH.search(line):
        return int(found[1][:20])
    if line.endswith(b"\n") and (wrong := _WRONG_LENGTH.search(line)):
        log.error("%r is no length of a message", wrong[0][:80].decode("latin-1"))
    return 0
