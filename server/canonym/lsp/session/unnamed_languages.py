"""Languages of open documents in which the termbases have no names, while they have names in others."""

from collections.abc import Callable
from pathlib import Path

from canonym.lsp.documents.uris import path_of


class UnnamedLanguages:
    """Keeps the language of each such document.

    Args:
        changed: Receives the document whose language became known or was forgotten.
    """

    def __init__(self, changed: Callable[[str], None]) -> None:
        self._changed = changed
        self._held: dict[str, str] = {}

    def note(self, uri: str, tag: str) -> None:
        """Record the language of a document; empty if it has names, or the document was closed."""
        if self._held.get(uri, "") != tag:
            if tag:
                self._held[uri] = tag
            else:
                del self._held[uri]
            self._changed(uri)

    def below(self, root: Path) -> tuple[str, ...]:
        """Return the tags of the languages of the documents of a directory, in order."""
        places = ((path_of(uri), tag) for uri, tag in self._held.items())
        return tuple(sorted({tag for place, tag in places if place and place.is_relative_to(root)}))
