"""The sections of a compiled index: arrays of numbers, lists of rows, and tables of rows by key."""

import struct
from collections.abc import Iterator
from zlib import crc32

from canonym.index.file_reader import NUMBER, SHIFT, Damaged, Reader

ROW = struct.Struct("=II")
"""Sizes of the key and of its row; both follow."""
_PAIRS = {4: struct.Struct("=II"), 8: struct.Struct("=QQ")}
_ARRAYS = {4: "I", 8: "Q"}


class Array:
    """An array of numbers."""

    def __init__(self, reader: Reader, name: str) -> None:
        self._reader = reader
        section = reader.section(name)
        self._start, self._width = section.start, section.width
        if self._width not in _ARRAYS:
            raise Damaged("it has numbers of another size")
        self._count = section.size // self._width

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[int]:
        return iter(self.between(0, self._count))

    def __getitem__(self, number: int) -> int:
        return self.between(number, number + 1)[0]

    def between(self, first: int, last: int) -> "memoryview[int]":
        """Return the numbers from ``first`` up to ``last``."""
        if last > self._count:
            raise Damaged("a number in it is out of bounds")
        place = self._start + first * self._width
        data = self._reader.at(place, self._start + last * self._width)
        return data.cast(_ARRAYS[self._width])  # type: ignore[call-overload, no-any-return]  # one of two known


class _Bounds:
    """The start of each stretch of a section, and the end of the last one."""

    def __init__(self, reader: Reader, name: str) -> None:
        self._reader = reader
        self._seen = reader.seen
        section = reader.section(name)
        self._start, self._width = section.start, section.width
        self._pair = _pair(self._width).unpack_from
        self.count = section.size // self._width - 1

    def of(self, number: int) -> tuple[int, int]:
        """Return the start and the end of a stretch; ``number`` must be less than ``count``."""
        place = self._start + number * self._width
        last = place + 2 * self._width - 1
        if not (self._seen[place >> SHIFT] and self._seen[last >> SHIFT]):
            self._reader.compare(place, last + 1)
        start, end = self._pair(self._reader.view, place)
        return start, end


class Spans:
    """Stretches of a section, one after the other.

    ``NAME.starts`` holds the start of each in ``NAME.data``, and the end of the last one.
    """

    def __init__(self, reader: Reader, name: str) -> None:
        self._reader = reader
        section = reader.section(f"{name}.data")
        self._data, self._size = section.start, section.size
        bounds = _Bounds(reader, f"{name}.starts")
        self._bounds, self.count = bounds.of, bounds.count

    def __getitem__(self, number: int) -> memoryview:
        if not 0 <= number < self.count:
            raise Damaged("a number in it is out of bounds")
        start, end = self._bounds(number)
        if end > self._size:
            raise Damaged("a place in it is out of bounds")
        return self._reader.at(self._data + start, self._data + end)


class Table:
    """Rows by key. The first bits of the checksum of a key name its bucket."""

    def __init__(self, reader: Reader, name: str) -> None:
        self._reader = reader
        section = reader.section(f"{name}.data")
        self._data, self._size = section.start, section.size
        bounds = _Bounds(reader, f"{name}.starts")
        self._bounds, buckets = bounds.of, bounds.count
        bits = buckets.bit_length() - 1
        if bits not in range(33) or buckets != 1 << bits:
            raise Damaged("it has a table of odd size")
        self._shift = 32 - bits

    @property
    def is_empty(self) -> bool:
        """Whether there are no rows."""
        return self._size == 0

    def row(self, key: str) -> memoryview | None:
        """Return the row of ``key``; None if there is none."""
        return self.find(key.encode("utf-8", "surrogatepass"))

    def numbered_row(self, key: int) -> memoryview | None:
        """Return the row of a number; None if there is none."""
        return self.find(NUMBER.pack(key))

    def has(self, key: str) -> bool:
        """Return whether ``key`` has a row."""
        return self.row(key) is not None

    def find(self, key: bytes) -> memoryview | None:
        """Return the row of ``key`` as bytes; None if there is none."""
        start, end = self._bounds(crc32(key) >> self._shift)
        if start == end:
            return None
        if end > self._size:
            raise Damaged("a place in it is out of bounds")
        return _under(key, self._reader.at(self._data + start, self._data + end))


def _under(key: bytes, bucket: memoryview) -> memoryview | None:
    """Return the row of ``key`` in a bucket."""
    at, size, wanted = 0, len(bucket), len(key)
    while at < size:
        if at + ROW.size > size:
            raise Damaged("a row in it is cut")
        key_size, row_size = ROW.unpack_from(bucket, at)
        row = at + ROW.size + key_size
        at = row + row_size
        if at > size:
            raise Damaged("a row in it is cut")
        if key_size == wanted and bucket[row - key_size : row] == key:
            return bucket[row:at]
    return None


def _pair(width: int) -> struct.Struct:
    """Return the decoder of two numbers of ``width`` bytes."""
    if width not in _PAIRS:
        raise Damaged("it has numbers of another size")
    return _PAIRS[width]
