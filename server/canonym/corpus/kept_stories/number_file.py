"""Keeps millions of numbers out of memory: written to a file part by part, and mapped for reading."""

import mmap
import tempfile
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from typing import Literal


class NumberFile:
    """Arrays of numbers in a temporary file. The file disappears when it is closed and unread.

    Args:
        typecode: The kind of numbers, by the codes of ``array``.

    Raises:
        OSError: The directory for temporary files, which the error names, cannot take it; so in all methods.
    """

    def __init__(self, typecode: Literal["I", "Q"]) -> None:
        self._typecode = typecode
        with _naming_its_directory():
            self._file = tempfile.TemporaryFile()  # noqa: SIM115  (closed by `close`)
        self._sizes: list[int] = []

    def add(self, part: "array[int]") -> None:
        """Write the next part."""
        with _naming_its_directory():
            part.tofile(self._file)
        self._sizes.append(len(part))

    def whole(self) -> "memoryview[int]":
        """Return all numbers, mapped into memory."""
        with _naming_its_directory():
            self._file.flush()
        if not any(self._sizes):
            return memoryview(array(self._typecode))
        return memoryview(mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)).cast(self._typecode)

    def parts(self) -> "list[memoryview[int]]":
        """Return the numbers part by part."""
        whole, ends = self.whole(), accumulate(self._sizes)
        return [whole[end - size : end] for size, end in zip(self._sizes, ends, strict=True)]

    def close(self) -> None:
        """Close the file. Parts that were returned can still be read."""
        with _naming_its_directory():
            self._file.close()


@contextmanager
def _naming_its_directory() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        place = tempfile.tempdir or "the directory for temporary files"
        raise OSError(error.errno, error.strerror, place) from error
