"""Reading an article of the corpus."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from canonym.corpus.articles import ArticleSource
from canonym.text.document import Document
from canonym.text.encodings import decode
from canonym.text.formats import read_document


def documents(part: Iterable[ArticleSource]) -> Iterator[Document]:
    """Yield the articles of ``part``; one that cannot be read is empty."""
    for article in part:
        yield read_document(article.name, _text(article.path), article.format, article.keys)


def _text(path: Path) -> str:
    try:
        decoded = decode(path.read_bytes())
    except OSError:
        return ""
    if decoded is None:
        return ""
    if decoded.errors == "strict":
        return decoded.text
    return decoded.text.encode(decoded.encoding, decoded.errors).decode(decoded.encoding, "replace")
