"""The list of languages that have a profile, and the one place that chooses a profile."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from canonym.languages.profile import ROOT, Profile
from canonym.text.language import Language

MODULES: Mapping[str, str] = MappingProxyType(
    {
        "de": "german",
        "en": "english",
        "es": "spanish",
        "fr": "french",
        "pl": "polish",
        "ru": "russian",
        "tr": "turkish",
        "uk": "ukrainian",
    }
)
"""The file of each language, by its BCP 47 tag. A file is loaded when a text is in its language."""

ENGLISH = "en"
"""The language of all that is learned and checked, as long as nothing else says one."""


@cache
def profile(tag: str) -> Profile:
    """Return the profile of a language.

    Args:
        tag: A BCP 47 tag. The parts after the first are left out until there is a profile: pt-BR, then pt.

    Returns:
        A profile whose own tag may be shorter; ``ROOT`` if there is none.
    """
    while tag:
        if tag in MODULES:
            found: Profile = import_module(f"canonym.languages.profiles.{MODULES[tag]}").PROFILE
            return found
        tag = tag.rpartition("-")[0]
    return ROOT


@cache
def language(tag: str) -> Language:
    """Return what ``text`` must know of a language, as ``profile`` finds it, with the tag itself."""
    return profile(tag).language._replace(tag=tag)
