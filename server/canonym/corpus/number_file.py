"""Numbers by the million that need not be in memory: written to a file part by part, read where they lie."""

import mmap
import tempfile
from array import array
from itertools import accumulate
from typing import Literal


class Spool:
    """Arrays of numbers in a temporary file, which goes when it is closed and nothing reads it any more.

    Args:
        typecode: What kind of numbers, as ``array`` names them.
    """

    def __init__(self, typecode: Literal["I", "Q"]) -> None:
        self._typecode = typecode
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  (closed by `close`)
        self._sizes: list[int] = []

    def add(self, part: "array[int]") -> None:
        """Write the next part."""
        part.tofile(self._file)
        self._sizes.append(len(part))

    def whole(self) -> "memoryview[int]":
        """Return all numbers, mapped into memory."""
        self._file.flush()
        if not any(self._sizes):
            return memoryview(array(self._typecode))
        return memoryview(mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)).cast(self._typecode)

    def parts(self) -> "list[memoryview[int]]":
        """Return the numbers part by part."""
        whole, ends = self.whole(), accumulate(self._sizes)
        return [whole[end - size : end] for size, end in zip(self._sizes, ends, strict=True)]

    def close(self) -> None:
        """Write no more; parts that were returned can still be read."""
        self._file.close()
