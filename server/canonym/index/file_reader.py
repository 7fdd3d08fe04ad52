"""Reads the bytes of a compiled index in place.

Opening decodes nothing. So a memory-mapped file of any size opens at once, and all processes share it. It
holds only
data: a head, and sections of rows. The head has a checksum of every page. A page is compared with its
checksum before its first use. So damage is found wherever it is, and unused pages are never read.
"""

import struct
from collections.abc import Callable
from functools import wraps
from typing import Final, ParamSpec, TypeVar
from zlib import crc32

from canonym.termbase.errors import TermbaseError
from canonym.text.values import NamedTuple

FORMAT: Final = 6
"""Version of the layout. Any other one is refused."""
MOST: Final = 0xFFFF_FFFF
"""The largest number. Larger counts are cut to it."""
MAGIC: Final = b"canonym\0"
ORDER: Final = 0x01020304
"""A machine of another byte order reads another number here."""
HEADER: Final = struct.Struct("=8sIIQQII")
"""Magic, byte order, format, sizes of file and head, number of sections, checksum of the rest of the head."""
BEGINNING: Final = struct.pack("=8sII", MAGIC, ORDER, FORMAT)
"""The first bytes of each index of this format and machine."""
SECTION: Final = struct.Struct("=24sQQQ")
"""Name, start in the file, length, bytes of one number."""
NUMBER: Final = struct.Struct("=I")
PAGE: Final = 4096
SHIFT: Final = 12
"""The bits of an offset within its page."""
SENSELESS: Final = (ValueError, TypeError, IndexError, struct.error)
NO_SENSE: Final = "a row of it makes no sense"
_RESTS: Final = 128
"""Reads after which a large index gives its mapped pages back."""

Buffer = bytes | memoryview
_Params = ParamSpec("_Params")
_Value = TypeVar("_Value")


class Damaged(TermbaseError):  # noqa: N818  (nothing is lost: the index is compiled again)
    """The bytes are not a compiled index of this format and machine, or they are incomplete."""

    def __init__(self, message: str) -> None:
        super().__init__("the compiled index", 0, "", f"{message}; run `canonym cache clear` and check again")


class Section(NamedTuple):
    """The place of a section.

    Attributes:
        start: Its first byte, counted from the start of the file.
        size: Its bytes.
        width: Bytes of one of its numbers.
    """

    start: int
    size: int
    width: int


class Reader:
    """Reads the bytes of an index. Each page is compared with its checksum before its first use.

    Args:
        buffer: The bytes, which must not change.
        renew: Compiles the same index again if a page is damaged.
        release: Gives mapped memory back. It is called repeatedly while a large index is read.

    Raises:
        Damaged: The bytes are cut, have another format or byte order, or their head is changed.
    """

    def __init__(
        self,
        buffer: Buffer,
        renew: Callable[[], Buffer] | None = None,
        release: Callable[[], None] | None = None,
    ) -> None:
        self.view = memoryview(buffer)
        """The bytes. A page of them is valid only if ``seen`` says so."""
        self._renew = renew
        self._release = release
        self._left = _RESTS
        self._size = len(self.view)
        self._head, self._sections, self._sums = _read_head(self.view)
        first = len(self._head) >> SHIFT
        self.seen = bytearray(b"\1" * first) + bytes((self._size + PAGE - 1 >> SHIFT) - first)
        """The pages that were compared with their checksums."""

    def section(self, name: str) -> Section:
        """Return the place of the section ``name``.

        Raises:
            Damaged: There is none, or it is out of bounds.
        """
        section = self._sections.get(name)
        if section is None:
            raise Damaged(f"it has no {name}")
        if section.start + section.size > self._size:
            raise Damaged("a section of it is out of bounds")
        return section

    def at(self, start: int, end: int) -> memoryview:
        """Return the bytes from ``start`` to ``end`` of the file.

        Raises:
            Damaged: They are out of bounds, or damaged beyond renewal.
        """
        if not 0 <= start <= end <= self._size:
            raise Damaged("a place in it is out of bounds")
        page = start >> SHIFT
        if start < end and not (self.seen[page] and page == end - 1 >> SHIFT):
            self.compare(start, end)
        self._left -= 1
        if not self._left:
            self._left = _RESTS
            if self._release:
                self._release()
        return self.view[start:end]

    def compare(self, start: int, end: int) -> None:
        """Compare the pages from ``start`` to ``end`` with their checksums, if that was not done before.

        Raises:
            Damaged: A page is damaged beyond renewal.
        """
        for page in range(start >> SHIFT, (end - 1 >> SHIFT) + 1):
            if not self.seen[page]:
                place = page << SHIFT
                wanted = NUMBER.unpack_from(self._sums, 4 * (page - (len(self._head) >> SHIFT)))[0]
                if crc32(self.view[place : place + PAGE]) != wanted:
                    self._replace()
                self.seen[page] = 1

    def _replace(self) -> None:
        """Continue with a new index. The same sources give the same bytes in the same places."""
        fresh = memoryview(self._renew()) if self._renew else memoryview(b"")
        if fresh[: len(self._head)] != self._head:
            raise Damaged("it is damaged")
        self.view = fresh
        self._renew = self._release = None


def _read_head(view: memoryview) -> tuple[bytes, dict[str, Section], memoryview]:
    """Return the head, the sections, and the checksums of the pages that follow."""
    if len(view) < HEADER.size:
        raise Damaged("it is cut")
    magic, order, version, size, head_size, count, total = HEADER.unpack_from(view)
    if (magic, order, version) != (MAGIC, ORDER, FORMAT):
        raise Damaged("it is of another format")
    if size != len(view) or head_size > size or head_size % PAGE:
        raise Damaged("it is cut")
    head = bytes(view[:head_size])
    if crc32(memoryview(head)[HEADER.size :]) != total:
        raise Damaged("it is changed")
    end = HEADER.size + count * SECTION.size
    pages = size - head_size + PAGE - 1 >> SHIFT
    if end + 4 * pages > head_size:
        raise Damaged("it is cut")
    sections = {
        name.rstrip(b"\0").decode("ascii", "replace"): Section(*place)
        for name, *place in SECTION.iter_unpack(memoryview(head)[HEADER.size : end])
    }
    return head, sections, memoryview(head)[end : end + 4 * pages]


def decoding(read: Callable[_Params, _Value]) -> Callable[_Params, _Value]:
    """Wrap a function that decodes rows: a row that makes no sense counts as damage.

    Checksums find accidents. This finds a file that somebody forged on purpose.
    """

    @wraps(read)
    def wrapped(*args: _Params.args, **kwargs: _Params.kwargs) -> _Value:
        try:
            return read(*args, **kwargs)
        except SENSELESS as error:
            raise Damaged(NO_SENSE) from error

    return wrapped
