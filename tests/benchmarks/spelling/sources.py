"""Reads the public name data that the spelling model is trained on; nothing of it is kept in this repository.

DATA_DIR has the files below, gzipped, each with a line of headings
(server/canonym/spelling/data/README.md says where they come from).
"""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LANGUAGES = ("arabic", "chinese", "hebrew", "japanese", "russian")


class City(NamedTuple):
    name: str
    people: int
    others: list[str]


def lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        next(file)
        yield from (line.rstrip("\n") for line in file)


def person_groups(folder: Path) -> Iterator[list[str]]:
    """Latin spellings of one part of a person's name."""
    for line in lines(folder / "person-name-variants.tsv.gz"):
        yield line.split("|")


def arabic_groups(folder: Path) -> Iterator[list[tuple[str, int]]]:
    """Latin spellings of one Arabic part of a name, with their counts."""
    for line in lines(folder / "arabic-name-units.tsv.gz"):
        entries = (entry.rsplit(":", 2) for entry in line.split("\t")[1].split("|"))
        yield [(form, int(count)) for form, count, _countries in entries]


def native_groups(folder: Path, language: str) -> Iterator[list[tuple[str, int]]]:
    """English forms of one word in the script of a language, with counts; rare ones are often errors."""
    for line in lines(folder / f"netranslit-{language}.tsv.gz"):
        entries = (entry.rpartition(":") for entry in line.split("\t")[1].split(" "))
        yield [(form, int(count)) for form, _, count in entries if form and count.isdigit()]


def cities(folder: Path) -> Iterator[City]:
    for line in lines(folder / "geonames-cities15000.tsv.gz"):
        _id, name, _country, people, others = line.split("\t")
        yield City(name, int(people or 0), others.split("|"))


def same_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    yield from _pairs(folder / "token-pairs-same.tsv.gz")


def different_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    yield from _pairs(folder / "token-pairs-different.tsv.gz")


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    for line in lines(path):
        left, right = line.split("\t")[:2]
        yield left, right
