"""Articles in WARC, as crawlers write it, and in WET, its plain text.

Taken are conversions to plain text, and pages in HTML or plain text that were got: responses with status 200
and resources.
"""

from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from canonym.corpus.archives import ArchiveSource, Slice
from canonym.corpus.articles import Read, Report, Trouble, text_of
from canonym.corpus.fields import name_of
from canonym.corpus.streams import CUT, REMEDY, StreamError, chunks
from canonym.text.document import Document
from canonym.text.formats import PLAIN

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

LIMIT = 64 << 20
"""Most bytes of a page that is read."""
_FORMATS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": PLAIN}


def slices_of(archive: ArchiveSource, report: Report) -> Iterator[Slice]:
    """Yield the parts of an archive, each of whole records, up to where it can be read.

    Raises:
        OSError: It cannot be read.
    """
    start = end = held = number = 0
    first = 1
    with closing(archive.path.open("rb")) as file:
        try:
            for number, (end, length) in enumerate(_records(file), 1):
                if held >= archive.part:
                    yield Slice(archive, start, end, first, number - first)
                    start, first, held = end, number, 0
                held += length
        except StreamError as error:
            report(Trouble(archive.name, f", record {number + 1}" if number else "", str(error)))
    if number:
        yield Slice(archive, start, end, first, number + 1 - first)


def _records(file: BinaryIO) -> Iterator[tuple[int, int]]:
    """Yield for each whole record where it begins and how long it is."""
    offset = -1
    for record in _iterate(file, http=False):
        length, before, offset = record.content_length, offset, record.stream_pos
        if "Content-Length" not in record.headers or record.consume() < length:
            raise StreamError(CUT)
        if offset <= before:
            raise StreamError("is packed in one piece; pack it record by record: fastwarc recompress")
        yield offset, length
    if offset >= 0:
        _check_end(file, offset)


def _check_end(file: BinaryIO, last: int) -> None:
    """Refuse a file whose last packed record has no end, which nobody else may notice."""
    file.seek(last)
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(last)
    for _ in chunks(file, "gzip" if packed else ""):
        pass


def _iterate(file: BinaryIO, *, http: bool) -> "Iterator[WarcRecord]":
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError as error:
        raise StreamError(f"needs fastwarc: {REMEDY}") from error
    try:
        yield from ArchiveIterator(file, parse_http=http, auto_decode="all", strict_mode=False)
    except OSError as error:
        raise StreamError(f"is damaged ({error}); what stands before is learned") from error


def documents(part: Slice, report: Report, read: Read) -> Iterator[Document]:
    """Yield the articles of a part.

    Raises:
        StreamError: The archive is damaged.
        OSError: It cannot be read.
    """
    source = part.archive
    with closing(source.path.open("rb")) as file:
        file.seek(part.start)
        for number, record in enumerate(islice(_iterate(file, http=True), part.size), part.first):
            format_ = _format(record)
            if format_ is None:
                continue
            text = _text(record)
            if isinstance(text, Trouble):
                report(text._replace(source=source.name, place=f", record {number}"))
            else:
                yield read(f"{source.name}#{_name(record, number)}", text, source.format or format_, ())


def _format(record: "WarcRecord") -> str | None:
    """Return the format of an article; None if the record holds none."""
    kind = str(record.record_type)
    if kind == "response":
        got = record.is_http_parsed and record.http_headers.status_code == 200
        return _FORMATS.get(record.http_content_type or "") if got else None
    content = (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    return _FORMATS.get(content) if kind in ("conversion", "resource") else None


def _text(record: "WarcRecord") -> str | Trouble:
    data = record.reader.read(LIMIT + 1)
    if len(data) > LIMIT:
        return Trouble("", "", f"is longer than {LIMIT >> 20} MB; it is left out")
    try:
        return data.decode(record.http_charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return text_of(data) or Trouble("", "", "is no text")


def _name(record: "WarcRecord", number: int) -> str:
    own = record.headers.get("WARC-Target-URI") or record.record_id or str(number)
    return name_of(own, record.headers.get("WARC-Date"))
