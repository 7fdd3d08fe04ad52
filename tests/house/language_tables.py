"""Tells what is known of each language, by the profiles, the stemmers and what was measured."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

from canonym.languages import profile
from canonym.languages.foreign_names import foreign_names
from canonym.languages.known_profiles import PROFILES

HERE = Path(__file__).parent
FILES = HERE.parents[1] / "server/canonym/languages/profiles"
MEASURED = tomllib.loads((HERE / "measured_languages.toml").read_text(encoding="utf-8"))
"""By tag: the name of the language, and its figures."""
UNLISTED = {"yi"}
"""Languages without capitals of which no list of foreign names is known."""
HEAD = ("found", "exact", "noise")


def name_of(tag: str) -> str:
    """Return the name of a language: that of its figures, or that of its profile."""
    if tag in MEASURED:
        return str(MEASURED[tag]["name"])
    return (FILES / f"{tag}.txt").read_text(encoding="utf-8")[2:].partition(".")[0]


def languages() -> Iterable[tuple[str, ...]]:
    """Yield the rows of the page of languages."""
    yield (
        "language",
        "names by",
        "profile",
        "doublets",
        "stemmer",
        "dictionaries",
        *HEAD,
        *(f"{one} without profiles" for one in HEAD),
    )
    repeated = {tag for tag in PROFILES if "\nlike:" in (FILES / f"{tag}.txt").read_text(encoding="utf-8")}
    for tag in sorted({*PROFILES, *MEASURED} - repeated, key=name_of):
        known = MEASURED.get(tag, {})
        yield (
            f"{name_of(tag)} (`{tag}`)",
            "letters and bursts" if foreign_names(tag) else "decisions" if tag in UNLISTED else "capitals",
            _profile(tag),
            "yes" if profile(tag).doublets else "",
            profile(tag).stemmer,
            "yes" if profile(tag).data else "",
            *_figures(known),
            *_figures(known.get("bare", {})),
        )


def measured() -> Iterable[tuple[str, ...]]:
    """Yield the rows of the README."""
    yield ("language", *HEAD)
    for tag in sorted(MEASURED, key=name_of):
        yield (name_of(tag), *_figures(MEASURED[tag]))


def _profile(tag: str) -> str:
    language = profile(tag).language
    if language.function_words:
        return "by hand"
    return "public lists" if language.common_words else ""


def _figures(known: dict[str, float]) -> tuple[str, ...]:
    if not known:
        return ("", "", "")
    return (f"{known['found']:.2f}".lstrip("0"), f"{known['exact']:.2f}".lstrip("0"), f"{known['noise']:.1f}")
