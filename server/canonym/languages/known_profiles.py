"""The list of languages that have a profile, and the one place that chooses a profile."""

from functools import cache

from canonym.languages.profile import ROOT, Profile
from canonym.languages.profile_files import parse_profile
from canonym.text.language import UNDETERMINED, Language
from canonym.text.package_data import read

PROFILES = tuple(
    """
    af ar az bg bs ca cs da de de-CH el en es et eu fa fi fr gl he hi hr hu hy id it ko lt lv ms nb ne nl
    nn no pl pt ro ru sk sl sr sv ta tr uk vi yi
    """.split()
)
"""The BCP 47 tags of the files in ``profiles``. A file is read when a text is in its language."""

CLOSED_CLASSES = ("de", "en", "es", "fr", "pl", "ru", "tr", "uk")
"""The languages whose profiles list their small words, so that a short text shows its language.

They are listed so that no other profile is read for that.
"""


@cache
def profile(tag: str) -> Profile:
    """Return the profile of a language.

    Args:
        tag: A BCP 47 tag. The parts after the first are left out until there is a profile: pt-BR, then pt.

    Returns:
        A profile whose own tag may be shorter; ``ROOT`` if there is none.
    """
    while tag:
        if tag in PROFILES:
            return parse_profile(tag, read(f"languages/profiles/{tag}.txt"), profile)
        tag = tag.rpartition("-")[0]
    return ROOT


@cache
def language(tag: str) -> Language:
    """Return what ``text`` must know of a language, as ``profile`` finds it, with the tag itself."""
    return profile(tag).language._replace(tag=tag)


def is_function_word(small: str, tag: str) -> bool:
    """Return whether a word is of the closed classes of a language, or of any language if nobody knows it."""
    tags = (tag,) if tag != UNDETERMINED.tag else CLOSED_CLASSES
    return any(small in language(one).function_words for one in tags)
