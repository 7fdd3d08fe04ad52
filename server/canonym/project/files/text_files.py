"""Files as the user has them: read in any encoding, to be written back as they were."""

import os
from pathlib import Path

from canonym.text.encodings import decode, is_text
from canonym.text.values import NamedTuple

LIMIT = 64 << 20
"""Most bytes of a text that is read; whole shelves of books are smaller."""

_START = 1 << 13
_TOO_LARGE = f"is larger than {LIMIT >> 20} MB; no article is, so it is not read"


class NotText(Exception):  # noqa: N818  (nothing went wrong: the file is a picture, say)
    """A file holds no text that could be a draft or an article.

    Attributes:
        path: The file.
        message: Why, in a phrase.
    """

    def __init__(self, path: Path, message: str = "is no text") -> None:
        super().__init__(path, message)
        self.path = path
        self.message = message

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class TextFile(NamedTuple):
    """The text of a file and how its bytes stand for it.

    Attributes:
        text: The text without byte order mark; line ends as in the file.
        encoding: Python's name of the encoding.
        bom: The byte order mark; empty when there is none.
        errors: ``strict``, or ``surrogateescape`` where broken bytes of UTF-8 became lone surrogates.
    """

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""
    errors: str = "strict"

    def with_text(self, text: str) -> "TextFile":
        """Return a file like this one with another text."""
        return self._replace(text=text)

    def data(self) -> bytes:
        """Return the bytes of the file.

        Raises:
            UnicodeEncodeError: The text has characters that the encoding lacks.
        """
        return self.bom + self.text.encode(self.encoding, self.errors)


def read_text(path: Path) -> TextFile:
    """Read a text file in whatever encoding it is.

    Raises:
        NotText: It is binary, or larger than ``LIMIT``.
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        return text_of(file.read(LIMIT + 1), path)


def text_of(data: bytes, path: Path) -> TextFile:
    """Return the text that ``data`` holds; ``path`` is named if it holds none.

    Raises:
        NotText: It is binary, or larger than ``LIMIT``.
    """
    if len(data) > LIMIT:
        raise NotText(path, _TOO_LARGE)
    decoded = decode(data)
    if decoded is None:
        raise NotText(path)
    return TextFile(*decoded)


def check_text(path: Path) -> str:
    """Return why ``path`` is no text that can be read, judged by its beginning; empty if it is."""
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
