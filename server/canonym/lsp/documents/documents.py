"""The open documents of the editor, with their present text."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lsprotocol import types

from canonym.lsp.documents.positions import Encoding, SourceText
from canonym.lsp.documents.uris import path_of


@dataclass(frozen=True)
class Snapshot:
    """One version of a document.

    Attributes:
        uri: The editor's name of it.
        path: Its path on disk; None if it was never saved.
        language: The editor's name of its language; empty for a closed file.
        version: The editor's number of the version; None for a closed file.
        source: Its text.
    """

    uri: str
    path: Path | None
    language: str
    version: int | None
    source: SourceText


class UnknownDocument(Exception):  # noqa: N818  named by what it says
    """The editor mentions a document that it never opened."""


class Documents:
    """The open documents.

    Args:
        encoding: The unit of the editor's columns.
    """

    def __init__(self, encoding: Encoding = Encoding.UTF16) -> None:
        self.encoding = encoding
        self._open: dict[str, Snapshot] = {}
        self._by_path: dict[Path, str] = {}
        self._news = asyncio.Event()

    def __iter__(self) -> Iterator[Snapshot]:
        return iter(tuple(self._open.values()))

    def get(self, uri: str) -> Snapshot | None:
        """Return the open document ``uri``."""
        return self._open.get(uri)

    def at(self, path: Path) -> Snapshot | None:
        """Return the open document at ``path``, however the editor writes its URI."""
        uri = self._by_path.get(path)
        return None if uri is None else self._open[uri]

    def is_open(self, uri: str) -> bool:
        """Return whether a document is open, however its URI is written."""
        path = path_of(uri)
        return uri in self._open or (path is not None and path in self._by_path)

    def open(self, item: types.TextDocumentItem) -> Snapshot:
        """Add an opened document. It replaces an earlier one of the same URI."""
        path = path_of(item.uri)
        source = SourceText(item.text, self.encoding)
        snapshot = Snapshot(item.uri, path, item.language_id, item.version, source)
        self._open[item.uri] = snapshot
        self._tell()
        if path is not None:
            self._by_path[path] = item.uri
        return snapshot

    def change(
        self,
        document: types.VersionedTextDocumentIdentifier,
        changes: Sequence[types.TextDocumentContentChangeEvent],
    ) -> Snapshot:
        """Apply edits in order.

        Raises:
            UnknownDocument: The document is not open.
        """
        snapshot = self._open.get(document.uri)
        if snapshot is None:
            raise UnknownDocument(document.uri)
        source = snapshot.source
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                source = source.edited(change.range, change.text)
            else:
                source = SourceText(change.text, self.encoding)
        snapshot = replace(snapshot, version=document.version, source=source)
        self._open[document.uri] = snapshot
        self._tell()
        return snapshot

    async def until_other(self, snapshot: Snapshot) -> None:
        """Wait until a document has another version, or is closed."""
        # By identity: an edit may lead back to the same text, and is news all the same.
        while self._open.get(snapshot.uri) is snapshot:
            await self._news.wait()

    def _tell(self) -> None:
        """Wake up waiting tasks."""
        self._news.set()
        self._news = asyncio.Event()

    def close(self, uri: str) -> Snapshot | None:
        """Forget a document; None if it was not open."""
        snapshot = self._open.pop(uri, None)
        self._tell()
        if snapshot is not None and snapshot.path is not None and self._by_path.get(snapshot.path) == uri:
            del self._by_path[snapshot.path]
        return snapshot
