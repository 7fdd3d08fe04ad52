"""An archive of articles, and parts of it, as they are named: nothing is read here."""

from pathlib import Path
from typing import Literal, TypeAlias

from canonym.corpus.archives.fields import Fields
from canonym.corpus.archives.unpacking import Packing
from canonym.corpus.articles import SIZE
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
        name: How attestations name it, with ``/``; after ``#`` they name the record.
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
