"""Reading an article of the corpus."""

from pathlib import Path

from canonym.text.document import Document
from canonym.text.encodings import decode
from canonym.text.formats import read_document


def read_article(
    path: Path,
    name: str,
    format: str | None = None,  # noqa: A002  the word of the interface
    keys: tuple[str, ...] = (),
) -> Document:
    """Return the article at ``path``, called ``name``; one that cannot be read is empty."""
    return read_document(name, _text(path), format, keys)


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
