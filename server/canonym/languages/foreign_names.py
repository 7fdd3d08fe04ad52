"""Names of the whole world, as a language writes them whose script has no capitals."""

from collections import Counter
from functools import cache

from canonym.text.package_data import rows

USUAL = 10
"""Least names with a sign that hardly writes anything but sounds."""


@cache
def foreign_names(tag: str) -> frozenset[str]:
    """Return words of names of countries, cities and some persons in a language; none if it has capitals.

    Args:
        tag: A BCP 47 tag. Where a tag has no names of its own, those of the shorter tag serve.
    """
    return _listed("foreign_places", tag) | _listed("foreign_persons", tag)


@cache
def foreign_signs(tag: str, least: int = 1) -> frozenset[str]:
    """Return the signs that write the sounds of foreign names in a language of many signs, if they are known.

    Args:
        tag: A BCP 47 tag.
        least: Least names that must have a sign.
    """
    if not _listed("foreign_persons", tag):
        return frozenset()
    signs = Counter("".join(sorted(foreign_names(tag))))
    return frozenset(sign for sign, times in signs.items() if times >= least)


def _listed(kind: str, tag: str) -> frozenset[str]:
    known = dict(rows(f"languages/data/{kind}.tsv"))
    while tag not in known and "-" in tag:
        tag = tag.rpartition("-")[0]
    return frozenset(known.get(tag, "").split())
