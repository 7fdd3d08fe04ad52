"""What a corpus consists of, and how it is cut into parts that are worked on one by one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from canonym.languages import Stated, parse_in_language
from canonym.text.document import Document
from canonym.text.encodings import decode
from canonym.text.values import NamedTuple

LIMIT = 64 << 20
"""Most bytes of an article that is read, in a file of its own."""
RECORD_LIMIT = 8 << 20
"""Most bytes of one that is read in a record of an archive, twice a long novel; what is learned from it takes
up to 180 times as much memory."""
PART = 512
"""Most articles of the smallest parts."""
SIZE = 1 << 19
"""Bytes of the smallest parts, about."""
_SHARE = 64
_LARGEST = 1 << 23


class Trouble(NamedTuple):
    """Something that could not be read; the rest is learned from.

    Attributes:
        source: The name of the file.
        place: What in it: ``:`` and a line, or a record; empty for the file.
        message: Why, in a phrase.
        records: How many records it stands for; only where it is one, place and message are told.
    """

    source: str
    place: str
    message: str
    records: int = 1

    def __str__(self) -> str:
        if self.records > 1:
            return and_more(self.source, self.records)
        return f"{self.source}{self.place}: {self.message}"


def and_more(source: str, records: int) -> str:
    """Return what to say of further records of a source that could not be read."""
    return f"{source}: {records:,} more of its records could not be read"


Report = Callable[[Trouble], None]
"""Is told of what could not be read."""

Read = Callable[[str, str, str | None, Sequence[str], Stated], Document]
"""Reads an article by its name, text, format, keys, and what people said of its language."""


class FewTroubles:
    """Passes on the first troubles of a source, and how many more there are: a source may have millions.

    Args:
        report: Is told of them.
    """

    MOST = 20

    def __init__(self, report: Report) -> None:
        self._report = report
        self._seen = 0
        self._last: Trouble | None = None

    def __call__(self, trouble: Trouble) -> None:
        """Take ``trouble``."""
        self._seen += 1
        if self._seen <= self.MOST:
            self._report(trouble)
        else:
            self._last = trouble

    def tell_the_rest(self) -> None:
        """Tell how many more there were."""
        if self._last is not None:
            self._report(self._last._replace(records=self._seen - self.MOST))


def too_long(limit: int) -> str:
    """Return the message for what is longer than ``limit`` bytes."""
    return f"is longer than {limit >> 20} MB; it is left out"


class Part(Protocol):
    """A part of a corpus, which can be sent to where it is read; read again, it is the same."""

    @property
    def size(self) -> int:
        """How many articles it has, or more where some of its lines are none."""

    def documents(self, report: Report, read: Read = parse_in_language) -> Iterator[Document]:
        """Yield its articles in order."""


class ArticleSource(NamedTuple):
    """An article to learn from, in a file of its own.

    Attributes:
        path: Where it is.
        name: How attestations name it, with ``/``.
        format: The name of its format, if its own name does not tell.
        keys: Where its prose stands, if it is JSON, YAML or TOML.
        stated: What people said of its language.
    """

    path: Path
    name: str
    format: str | None = None
    keys: tuple[str, ...] = ()
    stated: Stated = Stated()


class Files(NamedTuple):
    """Articles in files of their own."""

    articles: tuple[ArticleSource, ...]

    @property
    def size(self) -> int:
        """How many articles there are."""
        return len(self.articles)

    def documents(self, report: Report, read: Read = parse_in_language) -> Iterator[Document]:
        """Yield the articles; one that cannot be read is told of, and empty."""
        for article in self.articles:
            name = article.name
            try:
                with article.path.open("rb") as file:
                    data = file.read(LIMIT + 1)
            except OSError as error:
                report(Trouble(name, "", f"cannot be read: {error.strerror}"))
                data = b""
            if len(data) > LIMIT:
                report(Trouble(name, "", too_long(LIMIT)))
                data = b""
            yield read(name, text_of(data) or "", article.format, article.keys, article.stated)


def text_of(data: bytes) -> str | None:
    """Return the text that ``data`` holds, broken characters replaced; None if it is no text."""
    decoded = decode(data)
    if decoded is None or decoded.errors == "strict":
        return decoded and decoded.text
    return decoded.text.encode(decoded.encoding, decoded.errors).decode(decoded.encoding, "replace")


def size_of_parts(paths: Iterable[Path]) -> int:
    """Return how many bytes the parts of a corpus in such files should have, about.

    The more a part holds, the less there is to add up, since a part names each name but once; small ones
    keep all processors busy to the end.
    """
    return max(SIZE, min(_LARGEST, sum(map(_size, paths)) // _SHARE))


def parts(articles: Iterable[ArticleSource], size: int) -> Iterator[Files]:
    """Cut ``articles`` into parts of about ``size`` bytes, in their order."""
    part: list[ArticleSource] = []
    held, most = 0, PART * max(1, size // SIZE)
    for article in articles:
        part.append(article)
        held += _size(article.path)
        if held >= size or len(part) >= most:
            yield Files(tuple(part))
            part, held = [], 0
    if part:
        yield Files(tuple(part))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
