"""Articles in JSON Lines, one record a line."""

from collections.abc import Iterator
from contextlib import closing

import msgspec

from canonym.corpus.archives.fields import Article, article_of
from canonym.corpus.archives.source import ArchiveSource, Slice
from canonym.corpus.archives.streams import piece
from canonym.corpus.archives.unpacking import StreamError, chunks
from canonym.corpus.articles import RECORD_LIMIT as LIMIT
from canonym.corpus.articles import Read, Report, Trouble, too_long
from canonym.text.document import Document
from canonym.text.formats import PLAIN

_MARK = b"\xef\xbb\xbf"


def slices_of(archive: ArchiveSource, report: Report) -> Iterator[Slice]:
    """Yield the parts of an archive, each of whole lines, up to any damage.

    Raises:
        OSError: It cannot be read.
    """
    cutter = _Cutter(archive, report)
    with closing(archive.path.open("rb")) as file:
        try:
            for chunk in chunks(file, archive.packing):
                yield from cutter.slices(chunk)
        except StreamError as error:
            yield from cutter.rest(cutter.passed)
            report(Trouble(archive.name, f":{cutter.line}" if cutter.seen else "", str(error)))
        else:
            yield from cutter.rest(cutter.seen)


class _Cutter:
    """Finds the ends of lines in the chunks of an archive.

    Attributes:
        seen: The number of bytes seen.
        passed: The end of the last complete line, in bytes.
        line: The number of the next line.
    """

    def __init__(self, archive: ArchiveSource, report: Report) -> None:
        self.seen = self.passed = 0
        self.line = 1
        self._archive = archive
        self._report = report
        self._start = 0
        self._first = 1

    def slices(self, chunk: bytes) -> Iterator[Slice]:
        """Take the next chunk, and yield the parts that it completes."""
        at = 0
        while (end := 1 + chunk.find(b"\n", max(at, self._start + self._archive.part - self.seen - 1))) > 0:
            self._pass(chunk, at, end - 1)
            yield from self._ended(self.seen + end, 1)
            at = end
        self._pass(chunk, at, len(chunk))
        self.seen += len(chunk)

    def _pass(self, chunk: bytes, start: int, end: int) -> None:
        if last := 1 + chunk.rfind(b"\n", start, end):
            self.passed = self.seen + last
            self.line += chunk.count(b"\n", start, last)

    def rest(self, end: int) -> Iterator[Slice]:
        """Yield the last part, up to ``end``. Its last line may lack a line end."""
        if end > self._start:
            yield from self._ended(end, int(end > self.passed))

    def _ended(self, end: int, lines: int) -> Iterator[Slice]:
        """Yield the part whose last line lies between ``passed`` and ``end``, without a line too long."""
        if end - self.passed > LIMIT:
            yield from self._slice(self.passed)
            self._report(Trouble(self._archive.name, f":{self.line}", too_long(LIMIT)))
            self.line += lines
        else:
            self.line += lines
            yield from self._slice(end)
        self.passed = self._start = end
        self._first = self.line

    def _slice(self, end: int) -> Iterator[Slice]:
        if end > self._start:
            yield Slice(self._archive, self._start, end, self._first, self.line - self._first)


def documents(part: Slice, report: Report, read: Read) -> Iterator[Document]:
    """Yield the articles of a part. Lines without an article are reported.

    Raises:
        StreamError: The archive is damaged.
        OSError: It cannot be read.
    """
    source = part.archive
    data = piece(source.path, source.packing, part.start, part.end)
    for number, line in enumerate(data.removeprefix(_MARK).split(b"\n"), part.first):
        if not line or line.isspace():
            continue
        article = _article(line, number, part)
        if isinstance(article, str):
            report(Trouble(source.name, f":{number}", article))
        else:
            yield read(
                f"{source.name}#{article.name}", article.text, source.format or PLAIN, (), source.stated
            )


def _article(line: bytes, number: int, part: Slice) -> Article | str:
    try:
        record = msgspec.json.decode(line.decode())  # versions of msgspec differ in how they report bad UTF-8
    except UnicodeDecodeError:
        return "is no UTF-8"
    except RecursionError:
        return "is nested too deep"
    except msgspec.ValidationError:
        return "has a number that is out of range"
    except msgspec.DecodeError as error:
        return f"is no JSON ({error})"
    return article_of(record, number, part.archive.fields)
