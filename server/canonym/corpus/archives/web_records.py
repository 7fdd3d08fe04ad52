"""Where the records of a WARC or WET file begin; after one that is none, it goes on with the next."""

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
    """What should be a record is none; another one may stand after it."""


class RecordPlace(NamedTuple):
    """Where a record is.

    Attributes:
        start: Where in the file it begins.
        length: How many bytes it holds; of one that is none, 0.
        failure: Why it is no record; empty if it is one.
    """

    start: int
    length: int
    failure: str = ""


def iterate(file: BinaryIO, start: int) -> "Iterator[WarcRecord]":
    """Yield the records from ``start`` on.

    Raises:
        NoRecordError: What comes next is no record.
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
    """Yield where each record is, and where something stands in the place of one.

    Raises:
        StreamError: It is damaged, cut, or packed in one piece; nothing after can be read.
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
        for _ in chunks(file, "gzip"):  # nobody else may notice that the last one was cut
            pass


class _Walk:
    """Goes from record to record up to one that is none.

    Attributes:
        place: Where the record begins that it is at.
        last: The last whole one, if there was any.
    """

    def __init__(self, file: BinaryIO, start: int) -> None:
        self.place = start
        self.last: RecordPlace | None = None
        self._file = file

    def records(self) -> Iterator[RecordPlace]:
        """Yield all records that are whole, up to one that is not.

        Raises:
            NoRecordError: It is not.
            StreamError: They are packed in one piece.
        """
        for record in iterate(self._file, self.place):
            if self.last is not None and record.stream_pos <= self.last.start:
                raise StreamError(_ONE_PIECE)
            self.place = record.stream_pos
            self.last = RecordPlace(self.place, _length(record))
            yield self.last

    def next_record(self) -> int | None:
        """Return where the next record may begin after one that is none; None if there is no other.

        Raises:
            StreamError: What is there is packed, and damaged or cut.
        """
        if self.last is not None and self.place == self.last.start:
            self.place = _end(self._file, self.last)
        return _next(self._file, self.place)


def _length(record: "WarcRecord") -> int:
    length = record.content_length
    said = (record.headers.get("Content-Length") or "none").strip()  # what it cannot read, it takes for 0
    if said.lstrip("0") != str(length).lstrip("0") or record.consume() < length:
        raise NoRecordError(CUT)
    return length


def _is_packed(file: BinaryIO, place: int) -> bool:
    file.seek(place)
    return file.read(2) == _GZIP


def _end(file: BinaryIO, record: RecordPlace) -> int:
    """Return where a record ends that is whole."""
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
