"""Standard input, output and error, which may be closed, full, or a pipe that nobody reads any more."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from canonym.text.printable import printable


class StreamError(Exception):
    """One of the streams cannot be used.

    Attributes:
        stream: Which, in words.
        message: Why, in a phrase.
    """

    def __init__(self, stream: str, message: str) -> None:
        super().__init__(stream, message)
        self.stream = stream
        self.message = message

    def __str__(self) -> str:
        return f"{self.stream}: {self.message}"


def open_streams() -> None:
    """Open what was closed when this process began, such that its use fails.

    Otherwise the next file that is opened would get its number, and be taken for it; and what is said to
    people on a closed stream would come out on another one.
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
        BrokenPipeError: Nobody reads it any more.
    """
    with writing("standard output"):
        sys.stdout.write(text + end)


def complain(message: str) -> None:
    """Tell people on standard error, in one line; nobody can be told where that cannot be written."""
    with suppress(OSError):
        sys.stderr.write(f"canonym: {printable(message)}\n")


@contextmanager
def writing(stream: str) -> Iterator[None]:
    """Say of which stream an error of the block is.

    Raises:
        StreamError: It cannot be written.
        BrokenPipeError: Nobody reads it any more.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StreamError(stream, f"cannot be written: {_lower(error)}") from error


def read_stdin() -> bytes:
    """Return all that standard input holds.

    Raises:
        StreamError: It cannot be read.
    """
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise StreamError("standard input", f"cannot be read: {_lower(error)}") from error


def leave_streams() -> None:
    """Give up what cannot be written: Python would try again when it ends, complain, and end with 120."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            stream.flush()


def _lower(error: OSError) -> str:
    text = error.strerror or type(error).__name__
    return text[:1].lower() + text[1:]
