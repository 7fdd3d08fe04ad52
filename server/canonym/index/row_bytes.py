"""Rows of a compiled index as bytes: numbers, then text."""

import struct
from array import array
from collections.abc import Sequence
from functools import lru_cache

from canonym.index.file_reader import MOST, NUMBER, Damaged


def pack(numbers: Sequence[int], text: str = "") -> bytes:
    """Return a row of numbers and a text."""
    return packer(len(numbers) + 1).pack(len(numbers), *numbers) + encoded(text)


def unpack(row: memoryview | bytes) -> tuple[tuple[int, ...], str]:
    """Return the numbers and the text of a row."""
    (count,) = NUMBER.unpack_from(row)
    end = 4 * count + 4
    if end > len(row):
        raise Damaged("a row in it is cut")
    return numbers_of(row[4:end]), str(row[end:], "utf-8", "surrogatepass")


def only_numbers(numbers: Sequence[int]) -> bytes:
    """Return a row of numbers without text."""
    return packer(len(numbers)).pack(*numbers)


def numbers_of(row: memoryview | bytes) -> tuple[int, ...]:
    """Return the numbers of a row without text."""
    return tuple(memoryview(row).cast("I")) if row else ()


def array_of(row: memoryview | bytes) -> "array[int]":
    """Return the numbers of a row without text, in a tenth of the memory of a tuple."""
    return array("I", bytes(row))


def limited(count: int) -> int:
    """Return a count, cut to the largest number of a row."""
    return max(0, min(count, MOST))


def encoded(text: str) -> bytes:
    """Return ``text`` in the encoding of rows and keys."""
    return text.encode("utf-8", "surrogatepass")


# Brings .5 % of learning; bounded: the oldest answer goes.
@lru_cache(256)
def packer(count: int) -> struct.Struct:
    """Return the encoder of ``count`` numbers."""
    return struct.Struct(f"={count}I")
