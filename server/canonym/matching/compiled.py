"""The bytes of a compiled index: sections of numbers and a heap of strings, read where they lie.

Nothing is decoded when it is opened, so a memory-mapped file of any size is there at once and all
processes share it. It holds data alone. A string is known by its place in the heap. A table is an
array of sorted 32-bit checksums of its keys beside one of the rows they belong to; each row begins
with its key, so that two keys with one checksum are told apart.
"""

import struct
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any, Final
from zlib import crc32

FORMAT: Final = 2
"""Version of the layout; another one is refused."""
MOST = 0xFFFF_FFFF
"""The largest number that is kept; a larger count is cut to it."""
SAMPLE = 32 << 20
"""Bytes that the checksum covers: all of them, or so many spread evenly over a larger file."""

_MAGIC = b"canonym\0"
_ORDER = 0x01020304
_HEADER = struct.Struct("=8sIIQII")
_SECTION = struct.Struct("=24sQQ")
_LENGTH = struct.Struct("=I")
_ALIGNED = 8
_BLOCK = 1 << 16
_REMEMBERED = 1 << 16

Buffer = bytes | memoryview
Numbers = "memoryview[int]"


class Damaged(Exception):  # noqa: N818  (nothing is lost: it is compiled again)
    """The bytes are no compiled index of this format and machine, or not whole."""


class Writer:
    """Collects strings, arrays and tables, and gives them as bytes."""

    def __init__(self) -> None:
        self._heap = bytearray()
        self._places: dict[str, int] = {}
        self._sections: dict[str, bytes] = {}

    def string(self, text: str) -> int:
        """Return the place of ``text`` in the heap."""
        place = self._places.get(text)
        if place is None:
            data = text.encode("utf-8", "surrogatepass")
            place = self._places[text] = len(self._heap)
            self._heap += _LENGTH.pack(len(data)) + data
        return place

    def numbers(self, name: str, values: Sequence[int]) -> None:
        """Keep an array of numbers from 0 to ``MOST``."""
        self._sections[name] = array("I", values).tobytes()

    def lists(self, name: str, lists: Sequence[Sequence[int]]) -> None:
        """Keep a list of lists of numbers."""
        self.numbers(f"{name}.starts", [0, *accumulate(map(len, lists))])
        self.numbers(f"{name}.values", [value for values in lists for value in values])

    def table(self, name: str, rows: Mapping[str, Sequence[int]]) -> None:
        """Keep a table from strings to lists of numbers."""
        ordered = sorted((checksum(key), key) for key in rows)
        self.numbers(f"{name}.sums", [number for number, _ in ordered])
        self.numbers(f"{name}.keys", [self.string(key) for _, key in ordered])
        self.lists(name, [rows[key] for _, key in ordered])

    def number_table(self, name: str, rows: Mapping[int, Sequence[int]]) -> None:
        """Keep a table from numbers to lists of numbers."""
        ordered = sorted(rows)
        self.numbers(f"{name}.keys", ordered)
        self.lists(name, [rows[key] for key in ordered])

    def finish(self) -> bytes:
        """Return everything, ready to be read."""
        sections = {**self._sections, "heap": bytes(self._heap)}
        place = _aligned(_SECTION.size * len(sections))
        entries, parts = [], []
        for name, data in sections.items():
            entries.append(_SECTION.pack(name.encode(), place, len(data)))
            parts.append(data.ljust(_aligned(len(data)), b"\0"))
            place += len(parts[-1])
        head = b"".join(entries)
        body = b"".join((head.ljust(_aligned(len(head)), b"\0"), *parts))
        size = _HEADER.size + len(body)
        return _HEADER.pack(_MAGIC, _ORDER, FORMAT, size, _sampled(memoryview(body)), len(entries)) + body


class Reader:
    """Reads what a ``Writer`` wrote, without a copy.

    Args:
        buffer: The bytes; they must stay as they are.

    Raises:
        Damaged: They are cut, changed, or of another format or kind of machine.
    """

    def __init__(self, buffer: Buffer) -> None:
        view = memoryview(buffer)
        if len(view) < _HEADER.size:
            raise Damaged("it is cut")
        magic, order, version, size, total, count = _HEADER.unpack_from(view)
        if (magic, order, version) != (_MAGIC, _ORDER, FORMAT):
            raise Damaged("it is of another format")
        body = view[_HEADER.size :]
        if size != len(view) or count * _SECTION.size > len(body) or total != _sampled(body):
            raise Damaged("it is cut or changed")
        self._sections: dict[str, memoryview[Any]] = {}
        for name, start, length in _SECTION.iter_unpack(body[: count * _SECTION.size]):
            self._sections[name.rstrip(b"\0").decode()] = body[start : start + length]
        self._heap = self._sections["heap"]
        self.string = lru_cache(_REMEMBERED)(self._string)
        """Returns the string at a place; the same ones are asked for again and again."""

    def bytes_at(self, place: int) -> bytes:
        """Return the string at ``place`` in UTF-8."""
        start = place + _LENGTH.size
        return bytes(self._heap[start : start + _LENGTH.unpack_from(self._heap, place)[0]])

    def _string(self, place: int) -> str:
        return self.bytes_at(place).decode("utf-8", "surrogatepass")

    def numbers(self, name: str) -> "memoryview[int]":
        """Return the array called ``name``."""
        return self._sections[name].cast("I")

    def lists(self, name: str) -> "Lists":
        """Return the list of lists called ``name``."""
        return Lists(self.numbers(f"{name}.starts"), self.numbers(f"{name}.values"))

    def table(self, name: str) -> "Table":
        """Return the table of strings called ``name``."""
        return Table(self, name)

    def number_table(self, name: str) -> "NumberTable":
        """Return the table of numbers called ``name``."""
        return NumberTable(self.numbers(f"{name}.keys"), self.lists(name))


class Lists:
    """A list of lists of numbers."""

    def __init__(self, starts: "memoryview[int]", values: "memoryview[int]") -> None:
        self._starts = starts
        self._values = values

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> "memoryview[int]":
        return self._values[self._starts[number] : self._starts[number + 1]]

    def size(self, number: int) -> int:
        """Return the length of a list."""
        return self._starts[number + 1] - self._starts[number]


class Table:
    """Lists of numbers by string."""

    def __init__(self, reader: Reader, name: str) -> None:
        self._reader = reader
        self._sums = reader.numbers(f"{name}.sums")
        self._keys = reader.numbers(f"{name}.keys")
        self._rows = reader.lists(name)

    def get(self, key: str) -> tuple[int, ...]:
        """Return the numbers of ``key``; none if it is not there."""
        return self.row(key) or ()

    def row(self, key: str) -> tuple[int, ...] | None:
        """Return the numbers of ``key``, of which there may be none; None if it is not there."""
        number = self._find(key)
        return None if number is None else tuple(self._rows[number])

    def has(self, key: str) -> bool:
        """Tell whether ``key`` is there."""
        return self._find(key) is not None

    def _find(self, key: str) -> int | None:
        data = key.encode("utf-8", "surrogatepass")
        wanted, count = crc32(data), len(self._sums)
        number = bisect_left(self._sums, wanted)
        while number < count and self._sums[number] == wanted:
            if self._reader.bytes_at(self._keys[number]) == data:
                return number
            number += 1
        return None


class NumberTable:
    """Lists of numbers by number."""

    def __init__(self, keys: "memoryview[int]", rows: Lists) -> None:
        self._keys = keys
        self._rows = rows

    def get(self, key: int) -> "memoryview[int] | tuple[()]":
        """Return the numbers of ``key``; none if it is not there."""
        number = self._find(key)
        return () if number is None else self._rows[number]

    def row(self, key: int) -> tuple[int, ...] | None:
        """Return the numbers of ``key``, of which there may be none; None if it is not there."""
        number = self._find(key)
        return None if number is None else tuple(self._rows[number])

    def size(self, key: int) -> int:
        """Return how many numbers ``key`` has."""
        number = self._find(key)
        return 0 if number is None else self._rows.size(number)

    def _find(self, key: int) -> int | None:
        number = bisect_left(self._keys, key)
        return number if number < len(self._keys) and self._keys[number] == key else None


def checksum(key: str) -> int:
    """Return the number by which a table sorts ``key``."""
    return crc32(key.encode("utf-8", "surrogatepass"))


def _aligned(size: int) -> int:
    return size + -size % _ALIGNED


def _sampled(body: memoryview) -> int:
    if len(body) <= SAMPLE:
        return crc32(body)
    step = len(body) // (SAMPLE // _BLOCK)
    total = crc32(body[-_BLOCK:])
    for start in range(0, len(body), step):
        total = crc32(body[start : start + _BLOCK], total)
    return total
