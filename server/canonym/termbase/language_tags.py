"""Tags of languages (BCP 47): which of several languages serves a text of another tag."""

from collections.abc import Iterator, Mapping

UNDETERMINED = "und"
"""The tag of a language that nobody said or saw."""


def fallbacks(tag: str) -> Iterator[str]:
    """Yield ``tag`` and what it inherits from, the nearest first: pt-BR, pt."""
    while tag:
        yield tag
        tag = tag.rpartition("-")[0]


def primary(tag: str) -> str:
    """Return the language itself, without script and region."""
    return tag.partition("-")[0]


def is_other_script(one: str, other: str) -> bool:
    """Return whether two tags are of one language in two scripts, such as sr and sr-Latn."""
    return primary(one) == primary(other) and _script(one) != _script(other)


def _script(tag: str) -> str:
    return next((part for part in tag.split("-")[1:] if len(part) == 4 and part.isalpha()), "")


def nearest(tag: str, available: Mapping[str, int]) -> str:
    """Return the language among ``available`` that serves a text of the language ``tag``.

    It is the language itself, or else what it inherits from (pt for pt-BR), or else the commonest of its own
    regions (pt-BR for pt), or else what is of no known language.

    Args:
        tag: The language of the text. What is of no known language serves a text of none, else the commonest
            language does.
        available: The languages, each with the number of its articles.

    Returns:
        Empty if none serves.
    """
    if tag == UNDETERMINED and tag not in available:
        return commonest(available)
    for one in fallbacks(tag):
        if one in available:
            return one
    kin = {one: articles for one, articles in available.items() if primary(one) == primary(tag)}
    return commonest(kin) or (UNDETERMINED if UNDETERMINED in available else "")


def commonest(available: Mapping[str, int]) -> str:
    """Return the language of most articles, of several the first by its tag; empty if there is none."""
    return min(available, key=lambda tag: (-available[tag], tag), default="")
