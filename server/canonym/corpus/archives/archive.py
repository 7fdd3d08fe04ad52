"""Archives of articles, recognised by their names: JSON Lines, and WARC or WET.

An archive is scanned once to find where it can be cut. Then its parts are read one by one, in any process.
Never more than one part is in memory.
"""

from collections.abc import Iterator

from canonym.corpus.archives.source import ArchiveSource, Slice
from canonym.corpus.archives.unpacking import StreamError
from canonym.corpus.articles import FewTroubles, Read, Report, Trouble
from canonym.languages import parse_in_language
from canonym.text.document import Document
from canonym.text.values import NamedTuple


class ArchivePart(NamedTuple):
    """A part of an archive, which can be read by itself."""

    slice: Slice

    @property
    def size(self) -> int:
        """The number of its lines or records."""
        return self.slice.size

    def documents(self, report: Report, read: Read = parse_in_language) -> Iterator[Document]:
        """Yield its articles. Records without an article are reported and left out."""
        source = self.slice.archive
        few = FewTroubles(report)
        try:
            if source.kind == "json lines":
                from canonym.corpus.archives.json_lines import documents
            else:
                from canonym.corpus.archives.web_archives import documents
            yield from documents(self.slice, few, read)
        except StreamError as error:
            few(Trouble(source.name, "", str(error)))
        except OSError as error:
            few(Trouble(source.name, "", f"cannot be read: {error.strerror or error}"))
        few.tell_the_rest()


class Cuts(NamedTuple):
    """The parts of an archive, and what cannot be read of it."""

    parts: tuple[ArchivePart, ...]
    troubles: tuple[Trouble, ...]


def cut(archive: ArchiveSource) -> Cuts:
    """Return the parts of an archive. A damaged archive ends at the damage."""
    parts: list[ArchivePart] = []
    troubles: list[Trouble] = []
    few = FewTroubles(troubles.append)
    try:
        if archive.kind == "json lines":
            from canonym.corpus.archives.json_lines import slices_of
        else:
            from canonym.corpus.archives.web_archives import slices_of
        parts.extend(map(ArchivePart, slices_of(archive, few)))
    except StreamError as error:
        few(Trouble(archive.name, "", str(error)))
    except OSError as error:
        few(Trouble(archive.name, "", f"cannot be read: {error.strerror or error}"))
    few.tell_the_rest()
    return Cuts(tuple(parts), tuple(troubles))
