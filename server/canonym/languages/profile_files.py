"""Reads the file of a profile: the name of a field and a colon, then words. Lines with # are comments."""

from collections.abc import Callable

from canonym.languages.profile import ROOT, Profile

_OF_OWN_MAKE = ("data", "stemmer", "doublets", "marks")
"""Fields of ``Profile`` that hold no sets of words."""


def parse_profile(tag: str, text: str, other: Callable[[str], Profile]) -> Profile:
    """Return the profile that a file describes.

    Args:
        tag: The tag of its language.
        text: The file. Its fields are those of ``Language`` and ``Profile``.
        other: Returns the profile of the tag after ``like``, from which this one differs in its own fields.

    Raises:
        ValueError: There is no such field.
    """
    words = _words_by_field(text)
    like = words.pop("like", None)
    base = other(like[0]) if like else ROOT
    dotless_i = "".join(words.pop("dotless_i", base.language.dotless_i))
    of_text = {field: frozenset(words.pop(field)) for field in base.language._fields if field in words}
    own = {field: frozenset(found) for field, found in words.items() if field not in _OF_OWN_MAKE}
    pairs = (pair.partition("→") for pair in words.get("doublets", ()))
    return base._replace(
        language=base.language._replace(tag=tag, dotless_i=dotless_i, **of_text),
        data=" ".join(words.get("data", [base.data])),
        stemmer=" ".join(words.get("stemmer", [base.stemmer])),
        marks=" ".join(words.get("marks", [base.marks])),
        doublets=base.doublets + tuple((pattern, instead) for pattern, _, instead in pairs),
        **own,
    )


def _words_by_field(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in text.splitlines():
        if not line.startswith(" "):
            field, colon, rest = line.partition("#")[0].partition(":")
            if colon:
                words = found.setdefault(field, [])
            words += rest.split()
        else:
            words += line.split()
    return found
