"""Archives of articles, told by the name: JSON Lines, and WARC or WET.

An archive is gone through once to see where it can be cut; then its parts are read one by one, in any
process, and never is more than a part in memory.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

from canonym.corpus.articles import SIZE, FewTroubles, Read, Report, Trouble
from canonym.corpus.fields import Fields
from canonym.corpus.unpacking import Packing, StreamError
from canonym.text.document import Document
from canonym.text.formats import read_document
from canonym.text.values import NamedTuple

Kind: TypeAlias = Literal["json lines", "web archive"]

_LINES: dict[str, Packing] = {
    **dict.fromkeys((".jsonl", ".ndjson"), ""),
    **dict.fromkeys((".jsonl.gz", ".ndjson.gz", ".json.gz"), "gzip"),
    **dict.fromkeys((".jsonl.zst", ".ndjson.zst", ".json.zst"), "zstd"),
}
_WEB = (".warc", ".wet", ".warc.gz", ".wet.gz")
SUFFIXES = (*_LINES, *_WEB)
"""Endings of the names of archives, in lower case."""


class ArchiveSource(NamedTuple):
    """An archive of articles to learn from.

    Attributes:
        path: Where it is.
        name: How attestations name it, with ``/``; behind ``#`` they name the record.
        kind: How it holds the articles.
        packing: How all of it is packed.
        format: The name of the format of its articles; None for plain text, or what a web page says it is.
        fields: Which fields of a record of JSON are the article.
        part: How many bytes a part of it should have, about.
    """

    path: Path
    name: str
    kind: Kind
    packing: Packing = ""
    format: str | None = None
    fields: Fields = Fields()
    part: int = SIZE

    @classmethod
    def of(
        cls,
        path: Path,
        name: str,
        format: str | None = None,  # noqa: A002  (as a field)
        fields: Fields = Fields(),  # noqa: B008  (it is frozen)
    ) -> "ArchiveSource | None":
        """Return the archive at ``path``, told by its name; None if that is no archive's."""
        low = path.name.lower()
        if low.endswith(_WEB):
            return cls(path, name, "web archive", "", format, fields)
        suffix = next(filter(low.endswith, _LINES), None)
        return None if suffix is None else cls(path, name, "json lines", _LINES[suffix], format, fields)


class Slice(NamedTuple):
    """A part of an archive.

    Attributes:
        archive: The archive.
        start: Where it begins, in unpacked bytes; in a web archive, in bytes of the file.
        end: Where it ends.
        first: The number of its first line or record, from 1.
        size: How many lines or records it has.
    """

    archive: ArchiveSource
    start: int
    end: int
    first: int
    size: int

    def documents(self, report: Report, read: Read = read_document) -> Iterator[Document]:
        """Yield its articles; records that hold none are told of and left out."""
        source = self.archive
        few = FewTroubles(report)
        try:
            if source.kind == "json lines":
                from canonym.corpus.json_lines import documents
            else:
                from canonym.corpus.web_archives import documents
            yield from documents(self, few, read)
        except StreamError as error:
            few(Trouble(source.name, "", str(error)))
        except OSError as error:
            few(Trouble(source.name, "", f"cannot be read: {error.strerror or error}"))
        few.tell_the_rest()


class Cuts(NamedTuple):
    """The parts of an archive, and what of it cannot be read."""

    slices: tuple[Slice, ...]
    troubles: tuple[Trouble, ...]


def cut(archive: ArchiveSource) -> Cuts:
    """Return the parts of an archive; one that is damaged is cut up to there."""
    slices: list[Slice] = []
    troubles: list[Trouble] = []
    few = FewTroubles(troubles.append)
    try:
        if archive.kind == "json lines":
            from canonym.corpus.json_lines import slices_of
        else:
            from canonym.corpus.web_archives import slices_of
        slices.extend(slices_of(archive, few))
    except StreamError as error:
        few(Trouble(archive.name, "", str(error)))
    except OSError as error:
        few(Trouble(archive.name, "", f"cannot be read: {error.strerror or error}"))
    few.tell_the_rest()
    return Cuts(tuple(slices), tuple(troubles))
