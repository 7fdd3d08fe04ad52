"""Articles in WARC, the format of crawlers, and in WET, its plain text.

Articles are conversions to plain text, and pages of HTML or plain text: resources, and responses of status
200.
"""

import codecs
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING

from canonym.corpus.archives.content_codings import decoded
from canonym.corpus.archives.fields import name_of
from canonym.corpus.archives.source import ArchiveSource, Slice
from canonym.corpus.archives.unpacking import StreamError
from canonym.corpus.archives.web_records import iterate, places
from canonym.corpus.articles import RECORD_LIMIT as LIMIT
from canonym.corpus.articles import Read, Report, Trouble, text_of, too_long
from canonym.text.document import Document
from canonym.text.formats import PLAIN
from canonym.text.values import NamedTuple

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_FORMATS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": PLAIN}
_KINDS = ("response", "conversion", "resource")
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
"""Codecs of Python that no page uses. They raise other errors, or produce halves of characters."""


def slices_of(archive: ArchiveSource, report: Report) -> Iterator[Slice]:
    """Yield the parts of an archive, each of whole records, up to any damage.

    Raises:
        OSError: It cannot be read.
    """
    start = end = held = number = 0
    first = 1
    with closing(archive.path.open("rb")) as file:
        try:
            for number, place in enumerate(places(file), 1):
                end, failure = place.start, place.failure
                if number > first and (failure or held >= archive.part):
                    yield Slice(archive, start, end, first, number - first)
                    first, held = number, 0
                if failure:
                    report(Trouble(archive.name, f", record {number}", failure))
                    first = number + 1
                elif number == first:
                    start = end
                held += place.length
        except StreamError as error:
            report(Trouble(archive.name, f", record {number + 1}" if number else "", str(error)))
    if number >= first:
        yield Slice(archive, start, end, first, number + 1 - first)


def documents(part: Slice, report: Report, read: Read) -> Iterator[Document]:
    """Yield the articles of a part. Records with an unreadable article are reported.

    Raises:
        StreamError: The archive is damaged.
        OSError: It cannot be read.
    """
    source = part.archive
    with closing(source.path.open("rb")) as file:
        for number, record in enumerate(islice(iterate(file, part.start), part.size), part.first):
            try:
                found = _article(record)
            except (OSError, StreamError) as error:
                found = str(error) if isinstance(error, StreamError) else f"is damaged ({error!s:.80})"
            if isinstance(found, str):
                report(Trouble(source.name, f", record {number}", found))
            elif found is not None:
                format_, text = found
                yield read(
                    f"{source.name}#{_name(record, number)}",
                    text,
                    source.format or format_,
                    (),
                    source.stated,
                )


class _Page(NamedTuple):
    content: str | None
    data: bytes
    charset: str = "utf-8"


def _article(record: "WarcRecord") -> tuple[str, str] | str | None:
    """Return format and text of a record's article, or why it is unreadable; None if there is none.

    Raises:
        OSError: The content is not HTTP.
        StreamError: It cannot be unpacked.
    """
    kind = str(record.record_type)
    if kind not in _KINDS:
        return None
    held = record.reader.read(LIMIT + 1)
    content = (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    page = _answer(held) if kind == "response" else _Page(content, held)
    format_ = _FORMATS.get(page.content or "")
    if format_ is None:
        return None
    if max(len(held), len(page.data)) > LIMIT:
        return too_long(LIMIT)
    text = _text(page.data, page.charset)
    return "is no text" if text is None else (format_, text)


def _answer(data: bytes) -> _Page:
    """Return the page in a server's answer. Separate parsing keeps its faults away from the next record."""
    from fastwarc.warc import WarcRecord

    answer = WarcRecord()
    answer.is_http = True
    answer.set_bytes_content(data)
    answer.parse_http(auto_decode="transfer" if len(data) <= LIMIT else "none")
    content = answer.http_content_type
    if answer.http_headers.status_code != 200 or content not in _FORMATS or len(data) > LIMIT:
        return _Page(content if answer.http_headers.status_code == 200 else None, b"")
    codings = answer.http_headers.get("Content-Encoding") or ""
    return _Page(content, decoded(answer.reader.read(), codings, LIMIT + 1), answer.http_charset or "utf-8")


def _text(data: bytes, charset: str) -> str | None:
    try:
        if codecs.lookup(charset).name not in _NO_CHARSETS:
            return data.decode(charset)
    except (LookupError, ValueError):  # the charset is unknown, or it is not that of the page
        pass
    return text_of(data)


def _name(record: "WarcRecord", number: int) -> str:
    own = record.headers.get("WARC-Target-URI") or record.record_id or str(number)
    return name_of(own, record.headers.get("WARC-Date"))
