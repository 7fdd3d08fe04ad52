"""Records failures of documents. They are logged and shown, and do not affect other documents."""

import logging
from collections.abc import Callable
from pathlib import Path

from canonym.lsp.documents.uris import path_of
from canonym.lsp.session.logs import log_failure
from canonym.text.internal_errors import describe_mistake

log = logging.getLogger("canonym.lsp")

CHECKING = "checking"
COMPARING = "comparing"


class Failures:
    """Keeps each failure until the same work succeeds.

    Args:
        changed: Receives the document whose failures changed.
    """

    def __init__(self, changed: Callable[[str], None]) -> None:
        self._changed = changed
        self._held: dict[tuple[str, str], str] = {}

    def note(self, uri: str, what: str, error: Exception) -> None:
        """Record that ``what`` failed for a document. It is logged once until it succeeds."""
        message = describe_mistake(error, words=False)
        if self._held.get((uri, what)) != message:
            self._held[uri, what] = message
            log_failure(log, f"{what} {uri}", error)
            self._changed(uri)

    def clear(self, uri: str, what: str = "") -> None:
        """Forget all failures of a document, or only that of ``what``."""
        gone = [key for key in self._held if key[0] == uri and what in ("", key[1])]
        for key in gone:
            del self._held[key]
        if gone:
            self._changed(uri)

    def of(self, uri: str) -> tuple[str, ...]:
        """Return the failures of a document with their reasons."""
        return tuple(f"{what} failed: {why}" for (held, what), why in self._held.items() if held == uri)

    def below(self, root: Path) -> tuple[str, ...]:
        """Return the failures of the documents of a directory, each with its name there."""
        places = {uri: path_of(uri) for uri, _ in self._held}
        return tuple(
            f"{place.relative_to(root).as_posix()}: {what} failed: {why}"
            for (uri, what), why in self._held.items()
            if (place := places[uri]) is not None and place.is_relative_to(root)
        )
