"""Finds the records of a WARC or WET file. It continues after anything that is not a record."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from canonym.corpus.archives.unpacking import CUT, REMEDY, StreamError, chunks, end_of_member
from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_GZIP = b"\x1f\x8b"
_NEXT = b"\r\n\r\nWARC/"
_ONE_PIECE = "is packed in one piece; pack it record by record: fastwarc recompress"
_HEAD = 1 << 17
"""More bytes than the header of a record may have."""


class NoRecordError(StreamError):
    """Something that is not a record stands in its place. Another record may follow."""


class RecordPlace(NamedTuple):
    """The place of a record.

    Attributes:
        start: Its first byte in the file.
        length: The number of bytes in it; 0 if it is not a record.
        failure: Why it is not a record; empty if it is one.
    """

    start: int
    length: int
    failure: str = ""


def iterate(file: BinaryIO, start: int) -> "Iterator[WarcRecord]":
    """Yield the records from ``start`` on.

    Raises:
        NoRecordError: The next thing is not a record.
        StreamError: The library for it is missing.
    """
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError as error:
        raise StreamError(f"needs fastwarc: {REMEDY}") from error
    file.seek(start)
    try:
        yield from ArchiveIterator(file, parse_http=False, strict_mode=False)
    except OSError as error:
        raise NoRecordError(f"is damaged ({error!s:.80}); what stands before is learned") from error


def places(file: BinaryIO) -> Iterator[RecordPlace]:
    """Yield the place of each record, and of anything that stands in the place of one.

    Raises:
        StreamError: It is damaged, cut, or packed in one piece, so nothing after it can be read.
    """
    start = 0
    while True:
        walk = _Walk(file, start)
        try:
            yield from walk.records()
            break
        except NoRecordError:
            found = walk.next_record()
            if found is None:
                raise
        yield RecordPlace(walk.place, 0, "is no whole record; it is left out")
        start = found
    if _is_packed(file, walk.place):
        file.seek(walk.place)
        for _ in chunks(file, "gzip"):  # otherwise nothing would notice that the last record is cut
            pass


class _Walk:
    """Goes from record to record, up to something that is not one.

    Attributes:
        place: The start of the present record.
        last: The last whole record, if there is one.
    """

    def __init__(self, file: BinaryIO, start: int) -> None:
        self.place = start
        self.last: RecordPlace | None = None
        self._file = file

    def records(self) -> Iterator[RecordPlace]:
        """Yield all whole records, up to something that is not one.

        Raises:
            NoRecordError: Something is not a record.
            StreamError: They are packed in one piece.
        """
        for record in iterate(self._file, self.place):
            if self.last is not None and record.stream_pos <= self.last.start:
                raise StreamError(_ONE_PIECE)
            self.place = record.stream_pos
            self.last = RecordPlace(self.place, _length(record))
            yield self.last

    def next_record(self) -> int | None:
        """Return the possible start of the next record after something else; None if there is no other.

        Raises:
            StreamError: The next thing is packed, and damaged or cut.
        """
        if self.last is not None and self.place == self.last.start:
            self.place = _end(self._file, self.last)
        return _next(self._file, self.place)


def _length(record: "WarcRecord") -> int:
    length = record.content_length
    said = (record.headers.get("Content-Length") or "none").strip()  # the library takes a bad value for 0
    if said.lstrip("0") != str(length).lstrip("0") or record.consume() < length:
        raise NoRecordError(CUT)
    return length


def _is_packed(file: BinaryIO, place: int) -> bool:
    file.seek(place)
    return file.read(2) == _GZIP


def _end(file: BinaryIO, record: RecordPlace) -> int:
    """Return the end of a whole record."""
    if _is_packed(file, record.start):
        return end_of_member(file, record.start)
    file.seek(record.start)
    head = file.read(_HEAD).find(b"\r\n\r\n") + 4
    return record.start + head + record.length


def _next(file: BinaryIO, place: int) -> int | None:
    if _is_packed(file, place):
        end = end_of_member(file, place)
        return end if _is_packed(file, end) else None
    file.seek(place)
    rest = b""
    at = place
    while chunk := file.read(_HEAD):
        data = rest + chunk
        found = data.find(_NEXT, 0 if at > place else len(_NEXT))
        if found >= 0:
            return at - len(rest) + found + 4
        at += len(chunk)
        rest = data[1 - len(_NEXT) :]
    return None
