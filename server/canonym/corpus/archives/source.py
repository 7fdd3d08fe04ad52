"""The names of an archive and its parts. Nothing is read here."""

from pathlib import Path
from typing import Literal, TypeAlias

from canonym.corpus.archives.fields import Fields
from canonym.corpus.archives.unpacking import Packing
from canonym.corpus.articles import SIZE
from canonym.languages import Stated
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
        name: Its name in attestations, with ``/``; the record follows after ``#``.
        kind: The form of its records.
        packing: The compression of the whole file.
        format: The format of its articles; None for plain text, or for the type that a web page states.
        fields: The fields of a JSON record that hold the article.
        part: The approximate size of a part, in bytes.
        stated: What people said of the language of its articles.
    """

    path: Path
    name: str
    kind: Kind
    packing: Packing = ""
    format: str | None = None
    fields: Fields = Fields()
    part: int = SIZE
    stated: Stated = Stated()

    @classmethod
    def of(
        cls,
        path: Path,
        name: str,
        format: str | None = None,  # noqa: A002  (as a field)
        fields: Fields = Fields(),  # noqa: B008  (it is frozen)
    ) -> "ArchiveSource | None":
        """Return the archive at ``path``; None if its name is not that of an archive."""
        low = path.name.lower()
        if low.endswith(_WEB):
            return cls(path, name, "web archive", "", format, fields)
        suffix = next(filter(low.endswith, _LINES), None)
        return None if suffix is None else cls(path, name, "json lines", _LINES[suffix], format, fields)


class Slice(NamedTuple):
    """A part of an archive.

    Attributes:
        archive: The archive.
        start: Its first byte, in the unpacked file; in a web archive, in the packed file.
        end: The byte after its last one.
        first: The number of its first line or record, from 1.
        size: The number of its lines or records.
    """

    archive: ArchiveSource
    start: int
    end: int
    first: int
    size: int
