"""Standard input, output and error. They may be closed, full, or a pipe without a reader."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from canonym.project.files.read_stream import read_stream
from canonym.text.printable import printable


class StreamError(Exception):
    """One of the streams cannot be used.

    Attributes:
        stream: Its name, in words.
        message: The reason, in a phrase.
    """

    def __init__(self, stream: str, message: str) -> None:
        super().__init__(stream, message)
        self.stream = stream
        self.message = message

    def __str__(self) -> str:
        return f"{self.stream}: {self.message}"


def open_streams() -> None:
    """Replace each standard stream that is closed by one whose use fails.

    Otherwise the next file that is opened would get the number of the stream. Messages for people would then
    be written into that file.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            flags = os.O_WRONLY if name == "stdin" else os.O_RDONLY
            opened = os.open(os.devnull, flags)
            if opened != number:
                os.dup2(opened, number)
            raw = io.FileIO(number, "r" if name == "stdin" else "w", closefd=False)
            buffer = io.BufferedReader(raw) if name == "stdin" else io.BufferedWriter(raw)
            setattr(sys, name, io.TextIOWrapper(buffer, "utf-8", "backslashreplace"))
            setattr(sys, f"__{name}__", getattr(sys, name))


def say(text: str, end: str = "\n") -> None:
    """Print on standard output.

    Raises:
        StreamError: It cannot be written.
        BrokenPipeError: The pipe has no reader any more.
    """
    with writing("standard output"):
        sys.stdout.write(text + end)


def complain(message: str) -> None:
    """Print one line on standard error. Nobody can be told if that fails."""
    with suppress(OSError):
        sys.stderr.write(f"canonym: {printable(message)}\n")


@contextmanager
def writing(stream: str) -> Iterator[None]:
    """Name the stream in an error of the block.

    Raises:
        StreamError: It cannot be written.
        BrokenPipeError: The pipe has no reader any more.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StreamError(stream, f"cannot be written: {_lower(error)}") from error


def read_stdin() -> bytes:
    """Return the whole of standard input.

    Raises:
        StreamError: It cannot be read.
    """
    try:
        return read_stream(sys.stdin.buffer)
    except OSError as error:
        raise StreamError("standard input", f"cannot be read: {_lower(error)}") from error


def leave_streams() -> None:
    """Drop output that cannot be written. Python would try again at its end, complain, and exit with 120."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            stream.flush()


def _lower(error: OSError) -> str:
    text = error.strerror or type(error).__name__
    return text[:1].lower() + text[1:]
