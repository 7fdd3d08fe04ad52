"""The rows of a compiled index with their meanings. A row of the overlay replaces the row below it."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from canonym.index.file_reader import NO_SENSE, NUMBER, SENSELESS, Damaged, Reader
from canonym.index.file_sections import Table
from canonym.index.name_word import NameWord
from canonym.index.row_bytes import array_of, limited, numbers_of, pack, unpack

_Key = TypeVar("_Key")
_KeyIn_contra = TypeVar("_KeyIn_contra", contravariant=True)
_Value = TypeVar("_Value")
_ValueOut_co = TypeVar("_ValueOut_co", covariant=True)
Row = memoryview | bytes


class Meaning(Protocol[_KeyIn_contra, _ValueOut_co]):
    """A table whose rows have a meaning."""

    def row(self, key: _KeyIn_contra, /) -> Row | None:
        """Return the row of ``key``; None if there is none."""
        ...

    def value(self, key: _KeyIn_contra, row: Row, /) -> _ValueOut_co:
        """Return the meaning of a row. An empty row means that nothing is there."""
        ...


def look_up(layers: Sequence[Meaning[_Key, _Value]]) -> Callable[[_Key], _Value]:
    """Return a function that looks a key up in ``layers``, the uppermost first."""
    lowest = layers[-1]
    row_of, meant = lowest.row, lowest.value

    def read_lowest(key: _Key) -> _Value:
        try:
            return meant(key, row_of(key) or b"")
        except SENSELESS as error:
            raise Damaged(NO_SENSE) from error

    def read(key: _Key) -> _Value:
        for layer in layers[:-1]:
            row = layer.row(key)
            if row is not None:
                return layer.value(key, row)
        return read_lowest(key)

    return read_lowest if len(layers) == 1 else read


class Numbers:
    """Rows of plain numbers."""

    def __init__(self, reader: Reader, name: str) -> None:
        self.row = Table(reader, name).row

    def value(self, _key: str, row: Row) -> "array[int]":
        """Return the numbers."""
        return array_of(row)


class Strings:
    """Rows of folded words."""

    def __init__(self, reader: Reader, name: str) -> None:
        self.row = Table(reader, name).row

    def value(self, _key: str, row: Row) -> list[str]:
        """Return the words."""
        return str(row, "utf-8").split()


class NumberedStrings:
    """Rows of folded words by number."""

    def __init__(self, reader: Reader, name: str) -> None:
        self.row = Table(reader, name).numbered_row

    def value(self, _key: int, row: Row) -> list[str]:
        """Return the words."""
        return str(row, "utf-8").split()


class Words:
    """The words of names."""

    def __init__(self, reader: Reader) -> None:
        self.row = Table(reader, "words").row

    def value(self, folded: str, row: Row) -> NameWord | None:
        """Return the word that folds to ``folded``; None if no name has it."""
        if not row:
            return None
        numbers, text = unpack(row)
        articles, deprecated, count = numbers[:3]
        forms = dict(zip(text.split(" "), numbers[3 : 3 + count], strict=True))
        return NameWord(
            folded, forms, articles, array("I", numbers[3 + count :]), deprecated=bool(deprecated)
        )


class Neighbours:
    """Neighbours of words in names."""

    def __init__(self, reader: Reader, name: str) -> None:
        self.row = Table(reader, name).row

    def value(self, _folded: str, row: Row) -> dict[str, int]:
        """Return the neighbours of a word, with mentions."""
        if not row:
            return {}
        numbers, text = unpack(row)
        return dict(zip(text.split(" "), numbers, strict=True))


class Texts:
    """Texts by key."""

    def __init__(self, reader: Reader, name: str) -> None:
        table = Table(reader, name)
        self._row, self._is_empty = table.row, table.is_empty

    def __bool__(self) -> bool:
        """Return whether there are any texts."""
        return not self._is_empty

    def get(self, key: str, default: str = "", /) -> str:
        """Return the text of ``key``; ``default`` if there is none."""
        row = self._row(key)
        return default if row is None else str(row, "utf-8")


class Postings:
    """The stories that have a key, by key."""

    def __init__(self, reader: Reader) -> None:
        self._row = Table(reader, "postings").numbered_row

    def get(self, key: int) -> tuple[int, ...]:
        """Return the numbers of the stories with ``key``."""
        return numbers_of(self._row(key) or b"")

    def size(self, key: int) -> int:
        """Return how many stories have ``key``."""
        return len(self._row(key) or b"") // NUMBER.size


def strings_row(words: Iterable[str]) -> bytes:
    """Return folded words as a row."""
    return " ".join(words).encode()


def word_row(word: NameWord) -> bytes:
    """Return a word of names as a row."""
    mentions = [limited(count) for count in word.forms.values()]
    numbers = (limited(word.articles), word.deprecated, len(mentions), *mentions, *word.concepts)
    return pack(numbers, " ".join(word.forms))


def neighbours_row(beside: Mapping[str, int]) -> bytes:
    """Return the neighbours of a word as a row, with mentions, the commonest first: some readers stop."""
    ordered = sorted(beside, key=lambda word: (-beside[word], word))
    return pack([limited(beside[word]) for word in ordered], " ".join(ordered)) if beside else b""
