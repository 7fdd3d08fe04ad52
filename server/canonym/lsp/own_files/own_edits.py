"""Edits our own files: in the editor if they are open, so that no change is lost, else on disk."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from canonym.lsp.client_mistakes import RequestFailed
from canonym.lsp.documents.closed_file import closed_snapshot
from canonym.lsp.documents.documents import Snapshot
from canonym.lsp.edits import edit_of_document
from canonym.lsp.own_files.termbase_edits import smallest_edit
from canonym.lsp.session.session import Session
from canonym.project.files.links_outside import same_file

_PATIENCE = 5.0
"""Seconds within which an editor must report the result of an edit."""
_TRIES = 10
"""How often an edit is repeated because somebody types in the file."""


class OwnEdits:
    """Makes the edits of a session one after the other, each on the result of the last.

    Args:
        session: The session.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        # One edit of a file at a time: the next must begin with the text that the last one made.
        self._turns: defaultdict[Path, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._edited: dict[str, Snapshot] = {}

    async def edit(self, path: Path, edit: Callable[[str], str], on_disk: Callable[[], bool]) -> bool:
        """Edit a file.

        Args:
            path: The file.
            edit: Returns the new text for the old one.
            on_disk: Makes the edit of a closed file, and returns whether anything changed.

        Returns:
            Whether anything changed.

        Raises:
            RequestFailed: The file is open, and the editor does not report the result of the edit.
            SourceError: From ``edit`` or ``on_disk``.
            OSError: From ``on_disk``.
        """
        async with self._turns[path]:
            for _ in range(_TRIES):
                opened = self._opened(path)
                if opened is None or not self._session.can.applies_edits:
                    if opened is not None:
                        self._refuse_unsaved(opened)
                    return await self._session.workers.later(on_disk)
                settled = await self._settled(opened)
                changed = None if settled is None else await self._edit_open(settled, edit)
                if changed is not None:
                    return changed
            raise RequestFailed(f"{path} is edited again and again; try again later")

    async def _edit_open(self, opened: Snapshot, edit: Callable[[str], str]) -> bool | None:
        """Make the editor edit a file. Return None if somebody typed meanwhile, so that it refused."""
        text = opened.source.text
        new = edit(text)
        if new == text:
            return False
        whole = edit_of_document(opened, [smallest_edit(text, new)], self._session.can)
        if await self._session.editor.apply(whole):
            self._edited[opened.uri] = opened
            return True
        # By identity: every edit makes a new snapshot, so the same one means that nobody typed.
        return False if self._session.documents.get(opened.uri) is opened else None

    async def _settled(self, opened: Snapshot) -> Snapshot | None:
        """Return a document after the editor reported our last edit; None if it was closed."""
        if self._edited.get(opened.uri) is not opened:
            return opened
        with suppress(TimeoutError):
            await asyncio.wait_for(self._session.documents.until_other(opened), _PATIENCE)
        latest = self._session.documents.get(opened.uri)
        if latest is opened:  # by identity: even an edit that leads back to the same text makes a new one
            raise RequestFailed(f"the editor does not tell what it made of {opened.path}; save it first")
        return latest

    def _opened(self, path: Path) -> Snapshot | None:
        """Return the open document of a file, however the editor writes its path."""
        exactly = self._session.documents.at(path)
        if exactly is not None:
            return exactly
        named = (
            one for one in self._session.documents if one.path is not None and one.path.suffix == ".toml"
        )
        return next((one for one in named if one.path is not None and same_file(one.path, path)), None)

    def _refuse_unsaved(self, opened: Snapshot) -> None:
        """Refuse to write on disk if the editor takes no edits and would overwrite the file."""
        documents = self._session.documents
        saved = None if opened.path is None else closed_snapshot(opened.path, documents.encoding)
        if saved is None or opened.source.text != saved.source.text:
            raise RequestFailed(f"{opened.path} has changes that are not saved; save it first")
