"""Tags of languages (BCP 47): which of several languages serves a text of another tag."""

from collections.abc import Iterator, Mapping

from canonym.text.tags.likely_scripts import script_of_tag

UNDETERMINED = "und"
"""The tag of a language that nobody said or saw."""

_OF_HAN = frozenset(("Hans", "Hant"))
"""Scripts that Unicode does not tell apart."""


def fallbacks(tag: str) -> Iterator[str]:
    """Yield ``tag`` and what it inherits from, the nearest first: pt-BR, pt.

    A tag is the same with its likely script: zh-TW inherits from zh-Hant. It does not inherit from zh, which
    is in letters that nobody can tell from its own.
    """
    script = script_of_tag(tag)
    first, *rest = (part for part in tag.split("-") if part != script)
    yield tag
    for end in range(len(rest), -1, -1):
        with_script = "-".join((first, *filter(None, (script,)), *rest[:end]))
        without = "-".join((first, *rest[:end]))
        for one in dict.fromkeys((with_script, without)):
            if one != tag and not _are_mistaken(script_of_tag(one), script):
                yield one


def primary(tag: str) -> str:
    """Return the language itself, without script and region."""
    return tag.partition("-")[0]


def is_other_script(one: str, other: str) -> bool:
    """Return whether two tags are of one language in scripts with other letters, such as sr and sr-Latn."""
    scripts = (script_of_tag(one), script_of_tag(other))
    return primary(one) == primary(other) and scripts[0] != scripts[1] and not _are_mistaken(*scripts)


def _are_mistaken(script: str, other: str) -> bool:
    """Return whether two scripts share their letters, so that a form does not show which one it is in."""
    return script != other and {script, other} <= _OF_HAN


def nearest(tag: str, available: Mapping[str, int]) -> str:
    """Return the language among ``available`` that serves a text of the language ``tag``.

    It is the language itself, or else what it inherits from (pt for pt-BR), or else the commonest of its own
    regions (pt-BR for pt), or else what is of no known language. Simplified Chinese never serves traditional.

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
    kin = {one: articles for one, articles in available.items() if _are_kin(one, tag)}
    return commonest(kin) or (UNDETERMINED if UNDETERMINED in available else "")


def _are_kin(one: str, other: str) -> bool:
    return primary(one) == primary(other) and not _are_mistaken(script_of_tag(one), script_of_tag(other))


def commonest(available: Mapping[str, int]) -> str:
    """Return the language of most articles, of several the first by its tag; empty if there is none."""
    return min(available, key=lambda tag: (-available[tag], tag), default="")
