"""The rows of a compiled index in the words of those who ask; of two layers the upper one's row counts."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from canonym.matching.compiled import Reader
from canonym.matching.compiled_index import NameWord

_Key = TypeVar("_Key")
_KeyIn_contra = TypeVar("_KeyIn_contra", contravariant=True)
_Value = TypeVar("_Value")
_ValueOut_co = TypeVar("_ValueOut_co", covariant=True)
_Row = tuple[int, ...]


class Table(Protocol[_KeyIn_contra, _ValueOut_co]):
    """A table whose rows mean something."""

    def row(self, key: _KeyIn_contra, /) -> _Row | None:
        """Return the row of ``key``; None if there is none."""
        ...

    def value(self, key: _KeyIn_contra, row: _Row, /) -> _ValueOut_co:
        """Return what a row means; an empty one means that nothing is there."""
        ...


def look_up(layers: Sequence[Table[_Key, _Value]]) -> Callable[[_Key], _Value]:
    """Return what looks a key up in ``layers``, the uppermost first."""
    lowest = layers[-1]

    def read_lowest(key: _Key) -> _Value:
        return lowest.value(key, lowest.row(key) or ())

    def read(key: _Key) -> _Value:
        for layer in layers:
            row = layer.row(key)
            if row is not None:
                return layer.value(key, row)
        return lowest.value(key, ())

    return read_lowest if len(layers) == 1 else read


class Numbers:
    """Rows of plain numbers."""

    def __init__(self, reader: Reader, name: str) -> None:
        self.row = reader.table(name).row

    def value(self, _key: str, row: _Row) -> _Row:
        """Return the numbers."""
        return row


class Strings:
    """Rows of strings."""

    def __init__(self, reader: Reader, name: str) -> None:
        self._string = reader.string
        self.row = reader.table(name).row

    def value(self, _key: str, row: _Row) -> tuple[str, ...]:
        """Return the strings."""
        return tuple(map(self._string, row))


class NumberedStrings:
    """Rows of strings by number."""

    def __init__(self, reader: Reader, name: str) -> None:
        self._string = reader.string
        self.row = reader.number_table(name).row

    def value(self, _key: int, row: _Row) -> tuple[str, ...]:
        """Return the strings."""
        return tuple(map(self._string, row))


class Words:
    """The words of names."""

    def __init__(self, reader: Reader) -> None:
        self._string = reader.string
        self.row = reader.table("words").row

    def value(self, folded: str, row: _Row) -> NameWord | None:
        """Return the word that folds to ``folded``; None if no name has it."""
        if not row:
            return None
        articles, deprecated, count = row[:3]
        end = 3 + 2 * count
        forms = dict(zip(map(self._string, row[3:end:2]), row[4:end:2], strict=True))
        return NameWord(folded, forms, articles, list(row[end:]), deprecated=bool(deprecated))


class Neighbours:
    """Words that stand beside each other in names."""

    def __init__(self, reader: Reader, name: str) -> None:
        self._string = reader.string
        self.row = reader.table(name).row

    def value(self, _folded: str, row: _Row) -> dict[str, int]:
        """Return the neighbours of a word, with mentions."""
        return dict(zip(map(self._string, row[::2]), row[1::2], strict=True))
