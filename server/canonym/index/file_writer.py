"""Writes a compiled index in bounded memory. Rows go to scratch files, and from there into their sections."""

import marshal
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO, Any
from zlib import crc32

from canonym.index.file_reader import FORMAT, HEADER, MAGIC, MOST, ORDER, PAGE, SECTION
from canonym.index.file_sections import ROW
from canonym.text.values import NamedTuple

HELD = 1 << 15
"""Rows of one table that stay in memory before they go to a scratch file."""
_ALIGNED = 8
_BLOCK = PAGE << 6

Scratch = Callable[[], IO[bytes]]
"""Opens a nameless file for reading and writing, which disappears when it is closed."""


class Spill:
    """Values by key, added in any order and returned in groups, all values of a key together.

    What does not fit into memory goes to scratch files by the first bits of the key's checksum, so that each
    group is small.

    Args:
        scratch: Opens a file for what does not fit into memory.
        group: Returns the group of a key. Groups are returned in order.
    """

    def __init__(self, scratch: Scratch, group: Callable[[bytes], int] | None = None) -> None:
        self._scratch = scratch
        self._group = group or _first_bits
        self._held: defaultdict[int, list[tuple[bytes, Any]]] = defaultdict(list)
        self._count = 0
        self._file: IO[bytes] | None = None
        self._aside: dict[int, list[tuple[int, int]]] = {}

    def add(self, key: bytes, value: Any) -> None:  # noqa: ANN401  any value for marshal
        """Add ``value`` for ``key``."""
        self._held[self._group(key)].append((key, value))
        self._count += 1
        if self._count >= HELD:
            self._put_aside()

    def groups(self) -> Iterator[list[tuple[bytes, Any]]]:
        """Yield the keys with their values, a group at a time. Values of one key keep their order."""
        for group in sorted({*self._held, *self._aside}):
            pairs: list[tuple[bytes, Any]] = []
            for place, size in self._aside.pop(group, ()):
                assert self._file is not None
                self._file.seek(place)
                pairs += marshal.loads(self._file.read(size))  # noqa: S302  our own scratch file
            pairs += self._held.pop(group, [])
            yield pairs
        if self._file is not None:
            self._file.close()

    def rows(self) -> Iterator[tuple[bytes, list[Any]]]:
        """Yield each key with all its values, in the order of the checksums of the keys."""
        for pairs in self.groups():
            by_key: defaultdict[bytes, list[Any]] = defaultdict(list)
            for key, value in pairs:
                by_key[key].append(value)
            for _, key in sorted((crc32(key), key) for key in by_key):
                yield key, by_key[key]

    def _put_aside(self) -> None:
        if self._file is None:
            self._file = self._scratch()
        for group, pairs in self._held.items():
            data = marshal.dumps(pairs)
            self._aside.setdefault(group, []).append((self._file.tell(), len(data)))
            self._file.write(data)
        self._held.clear()
        self._count = 0


def _first_bits(key: bytes) -> int:
    return crc32(key) >> 26


class _Section(NamedTuple):
    size: int
    parts: Iterable[bytes]
    width: int = 4


class Rows:
    """Rows of a section, written one after the other and read back once.

    Args:
        scratch: Opens the file that holds them until then.
    """

    def __init__(self, scratch: Scratch) -> None:
        self._file = scratch()
        self.size = 0
        self.starts = array("Q", [0])

    def add(self, row: bytes) -> int:
        """Add a row and return its number."""
        self._file.write(row)
        self.size += len(row)
        self.starts.append(self.size)
        return len(self.starts) - 2

    def parts(self) -> Iterator[bytes]:
        """Yield all bytes."""
        with self._file as file:
            file.seek(0)
            while block := file.read(_BLOCK):
                yield block


class Writer:
    """Collects sections and writes them as one file.

    Attributes:
        scratch: Opens a file for what does not fit into memory.
    """

    def __init__(self, scratch: Scratch) -> None:
        self.scratch = scratch
        self._sections: dict[str, _Section] = {}

    def numbers(self, name: str, values: Iterable[int]) -> None:
        """Add an array of numbers from 0 to ``MOST``."""
        data = array("I", values).tobytes()
        self._sections[name] = _Section(len(data), [data])

    def rows(self, name: str, rows: Rows) -> None:
        """Add a list of rows."""
        self._spans(name, rows, rows.starts)

    def table(self, name: str, pairs: Iterable[tuple[bytes, bytes]]) -> None:
        """Add a table of rows by key, in the order of the checksums of the keys."""
        rows, sums = Rows(self.scratch), array("I")
        for key, row in pairs:
            rows.add(ROW.pack(len(key), len(row)) + key + row)
            sums.append(crc32(key))
        self._spans(name, rows, _buckets(sums, rows.starts[1:]))

    def small_table(self, name: str, rows: Mapping[bytes, bytes]) -> None:
        """Add a table that is small enough for memory."""
        self.table(name, sorted(rows.items(), key=lambda row: (crc32(row[0]), row[0])))

    def _spans(self, name: str, rows: Rows, starts: "array[int]") -> None:
        width = 4 if rows.size <= MOST else 8
        places = starts if width == 8 else array("I", starts)
        self._sections[f"{name}.starts"] = _Section(len(places) * width, [places.tobytes()], width)
        self._sections[f"{name}.data"] = _Section(rows.size, rows.parts())

    def finish(self, out: IO[bytes]) -> None:
        """Write everything to ``out``, which must be seekable and empty."""
        sections = self._sections
        body = sum(_padded(section.size, _ALIGNED) for section in sections.values())
        pages = -(-body // PAGE)
        fixed = HEADER.size + SECTION.size * len(sections)
        head_size = _padded(fixed + 4 * pages, PAGE)
        out.write(bytes(head_size))
        entries, sums, place = [], _Sums(out), head_size
        for name, section in sections.items():
            entries.append(SECTION.pack(name.encode(), place, section.size, section.width))
            for part in section.parts:
                sums.write(part)
            sums.write(bytes(-section.size % _ALIGNED))
            place += _padded(section.size, _ALIGNED)
        rest = (b"".join(entries) + sums.finish()).ljust(head_size - HEADER.size, b"\0")
        out.seek(0)
        out.write(HEADER.pack(MAGIC, ORDER, FORMAT, place, head_size, len(entries), crc32(rest)) + rest)


class _Sums:
    """Writes bytes, and records the checksum of each page."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._rest = bytearray()
        self._sums = array("I")

    def write(self, data: bytes) -> None:
        self._rest += data
        if len(self._rest) >= _BLOCK:
            self._pass_on(len(self._rest) // PAGE * PAGE)

    def finish(self) -> bytes:
        self._pass_on(len(self._rest))
        return self._sums.tobytes()

    def _pass_on(self, size: int) -> None:
        whole = bytes(self._rest[:size])
        del self._rest[:size]
        self._out.write(whole)
        self._sums.extend(crc32(whole[start : start + PAGE]) for start in range(0, size, PAGE))


def _buckets(sums: "array[int]", ends: "array[int]") -> "array[int]":
    """Return the start of each bucket, and the end of the last one. A bucket has about one row."""
    bits = max(len(sums) - 1, 0).bit_length()
    starts, row, end = array("Q", [0]), 0, 0
    for bucket in range(1 << bits):
        limit = bucket + 1 << 32 - bits
        while row < len(sums) and sums[row] < limit:
            end = ends[row]
            row += 1
        starts.append(end)
    return starts


def _padded(size: int, to: int) -> int:
    return size + -size % to
