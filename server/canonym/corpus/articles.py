"""The articles of a corpus, and how they are cut into parts that are worked on one by one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from canonym.text.values import NamedTuple

PART = 512
"""Most articles of one part."""
SIZE = 1 << 19
"""Bytes of one part, about."""


class ArticleSource(NamedTuple):
    """An article to learn from.

    Attributes:
        path: Where it is.
        name: How attestations name it, with ``/``.
        format: The name of its format, if its own name does not tell.
        keys: Where its prose stands, if it is JSON, YAML or TOML.
    """

    path: Path
    name: str
    format: str | None = None
    keys: tuple[str, ...] = ()


Part = tuple[ArticleSource, ...]


def parts(articles: Iterable[ArticleSource]) -> Iterator[Part]:
    """Cut ``articles`` into parts of about ``SIZE`` bytes, in their order."""
    part: list[ArticleSource] = []
    size = 0
    for article in articles:
        part.append(article)
        size += _size(article.path)
        if size >= SIZE or len(part) >= PART:
            yield tuple(part)
            part, size = [], 0
    if part:
        yield tuple(part)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
