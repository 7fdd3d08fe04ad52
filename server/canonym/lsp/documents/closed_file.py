"""A closed file on disk."""

from pathlib import Path

from canonym.lsp.documents.documents import Snapshot
from canonym.lsp.documents.positions import Encoding, SourceText
from canonym.lsp.documents.uris import uri_of
from canonym.project.files.find_files import is_stream
from canonym.project.files.text_files import NotText, read_text


def closed_snapshot(path: Path, encoding: Encoding) -> Snapshot | None:
    """Return a file on disk; None if it is missing or not text.

    Args:
        path: The file.
        encoding: The unit of the editor's columns.
    """
    if is_stream(path):
        return None
    try:
        text = read_text(path).text
    except (OSError, NotText):
        return None
    return Snapshot(uri_of(path), path, "", None, SourceText(text, encoding))
