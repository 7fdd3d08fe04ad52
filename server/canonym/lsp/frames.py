"""The messages of an editor as they come in: found by their headers, and bounded in memory.

pygls reads ``Content-Length`` as it stands and asks for so many bytes at once. What it reads from here
are headers that it understands, and no message above ``LARGEST``.
"""

import logging
import re
from collections import deque
from contextlib import suppress
from typing import BinaryIO, cast

from canonym.project.files.standard_streams import StreamError

log = logging.getLogger("canonym.lsp")

LARGEST = 128 << 20
"""Most bytes of a message; a draft may have 64 MB, and JSON writes some characters longer."""
_PASSED_OVER = 1 << 32
"""Most bytes of a message that is passed over; a longer one is a mistake, behind which a header is sought."""
_HEADERS = 1 << 20
"""Most bytes without a header that says how long a message is."""
_LINE = 1 << 12
_PIECE = 1 << 20

_LENGTH = re.compile(rb"content-length:[ \t]*(\d+)[ \t]*\r?\n$", re.IGNORECASE)
"""At the end of a line: before it may stand the rest of a message whose length was not understood."""
_WRONG_LENGTH = re.compile(rb"content-length:[^\r\n]*", re.IGNORECASE)
_HTTP = re.compile(rb"[A-Z]+ \S+ HTTP/\d")


class Frames:
    """Reads messages from a stream, as pygls reads from standard input.

    Args:
        stream: Where they come from.
        name: What that is, in words.
        answers: Where the answers go; when these cannot be written, nothing is read any more.
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
        """Read headers until a message begins that can be read; None when there is none any more."""
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
        """Return the length that the next header tells; one that tells none is passed over."""
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
        """Log a header that tells no length; once for each message, since what follows may look like more."""
        if not self._told:
            self._told = True
            log.error("a header that says no length of its message was passed over")

    def _skip(self, size: int) -> bool:
        while size and (piece := self._stream.read(min(size, _PIECE))):
            size -= len(piece)
        return not size


class Answers:
    """Writes messages to a stream, as pygls writes to standard output, until that cannot be written.

    Args:
        stream: Where they go.
        name: What that is, in words.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self.failure: StreamError | None = None

    def write(self, data: bytes) -> None:
        """Write some bytes; what cannot be written is dropped, and remembered as ``failure``."""
        if self.failure is None:
            try:
                self._stream.write(data)
                self._stream.flush()
            except OSError as error:
                self.failure = StreamError(self._name, f"cannot be written: {error.strerror or error}")

    def flush(self) -> None:
        """Do nothing: all is written at once."""

    def close(self) -> None:
        """Close the stream."""
        with suppress(OSError):
            self._stream.close()


def streams(
    input: BinaryIO,  # noqa: A002
    output: BinaryIO,
    names: tuple[str, str] = ("the connection", "the connection"),
) -> tuple[BinaryIO, BinaryIO]:
    """Return where pygls may read messages from, and write answers to, in the stead of two streams.

    Args:
        input: Where the messages come from.
        output: Where the answers go.
        names: What both are, in words.
    """
    answers = Answers(output, names[1])
    # Of what a BinaryIO has, pygls asks for these methods alone.
    return cast("BinaryIO", Frames(input, names[0], answers)), cast("BinaryIO", answers)


def _is_http(line: bytes) -> bool:
    """Tell whether a browser speaks here, be it for a page that found out the port."""
    if _HTTP.match(line) is None:
        return False
    log.error("this is HTTP, as browsers speak it, and no editor: nothing is read any more")
    return True


def _length_in(line: bytes) -> int:
    """Return the length that a line tells, 0 if it tells none."""
    if found := _LENGTH.search(line):
        return int(found[1][:20])
    if line.endswith(b"\n") and (wrong := _WRONG_LENGTH.search(line)):
        log.error("%r is no length of a message", wrong[0][:80].decode("latin-1"))
    return 0
