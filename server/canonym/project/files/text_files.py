"""Reads text files of any encoding, and keeps what is needed to write them back unchanged."""

import os
from pathlib import Path

from canonym.text.encodings import decode, is_text
from canonym.text.values import NamedTuple

LIMIT = 64 << 20
"""Most bytes of a text file. Whole shelves of books are smaller."""

_START = 1 << 13
_TOO_LARGE = f"is larger than {LIMIT >> 20} MB; no article is, so it is not read"


class NotText(Exception):  # noqa: N818  (nothing failed: the file is a picture, for example)
    """A file is not text, so it cannot be a draft or an article.

    Attributes:
        path: The file.
        message: The reason, in a phrase.
    """

    def __init__(self, path: Path, message: str = "is no text") -> None:
        super().__init__(path, message)
        self.path = path
        self.message = message

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class TextFile(NamedTuple):
    """The text of a file and its encoding.

    Attributes:
        text: The text without byte order mark; its line ends are unchanged.
        encoding: Python's name of the encoding.
        bom: The byte order mark; empty when there is none.
        errors: ``strict``, or ``surrogateescape`` if broken bytes of UTF-8 became lone surrogates.
    """

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""
    errors: str = "strict"

    def with_text(self, text: str) -> "TextFile":
        """Return a file with another text and the same encoding."""
        return self._replace(text=text)

    def data(self) -> bytes:
        """Return the bytes of the file.

        Raises:
            UnicodeEncodeError: The text has characters that the encoding lacks.
        """
        return self.bom + self.text.encode(self.encoding, self.errors)


def read_text(path: Path) -> TextFile:
    """Read a text file of any encoding.

    Raises:
        NotText: It is binary, or larger than ``LIMIT``.
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        return text_of(file.read(LIMIT + 1), path)


def text_of(data: bytes, path: Path) -> TextFile:
    """Return the text in ``data``. An error names ``path``.

    Raises:
        NotText: It is binary, or larger than ``LIMIT``.
    """
    if len(data) > LIMIT:
        raise NotText(path, _TOO_LARGE)
    decoded = decode(data)
    if decoded is None:
        raise NotText(path)
    return TextFile(decoded.text, decoded.encoding, decoded.bom, decoded.errors)


def check_text(path: Path) -> str:
    """Return why ``path`` is not readable text, by its first bytes; empty if it is."""
    try:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > LIMIT:
                return _TOO_LARGE
            return "" if is_text(file.read(_START)) else "is no text"
    except OSError as error:
        return reason(error)


def reason(error: OSError) -> str:
    """Return why a file could not be read or written, in a phrase."""
    text = error.strerror or str(error) or type(error).__name__
    return f"cannot be read: {text[:1].lower()}{text[1:]}"
