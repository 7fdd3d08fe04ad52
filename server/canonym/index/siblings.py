"""The indexes of the same termbases in several languages."""

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from canonym.index.memory import Memory


class Sibling(Protocol):
    """The index of one language."""

    memory: Memory
    language: str

    def join(self, siblings: "Siblings[Any]") -> None:
        """Learn of the indexes of the other languages."""


_Index = TypeVar("_Index", bound=Sibling)


class Siblings(Generic[_Index]):
    """The indexes of the same termbases, one for each language. Each is opened when a text asks for it.

    Args:
        first: The index of the project's language.
        open_index: Opens the index of a language by its tag.
    """

    def __init__(self, first: _Index, open_index: Callable[[str], _Index]) -> None:
        self._open = open_index
        self._first = first
        self._known = {first.language: first}
        first.join(self)

    def in_language(self, tag: str) -> _Index:
        """Return the index for texts of the language ``tag``.

        Raises:
            TermbaseError: A termbase is unusable.
        """
        index = self._known.get(tag)
        if index is None:
            index = self._known[tag] = self._open(tag)
            index.join(self)
            index.memory.patience = self._first.memory.patience
        return index

    def opened(self) -> tuple[_Index, ...]:
        """Return the indexes that texts asked for."""
        return tuple(self._known.values())
