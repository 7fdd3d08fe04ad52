"""Blocking keys. Spellings of one name share a key, so that a look-up finds candidates.

Blocking is the first step of record linkage (Christen, A Survey of Indexing Techniques, 2012). The consonants
alone are the key of a name with many of them, even if one is missing (deletion neighbourhoods: Mor and
Fraenkel 1982). A name with fewer consonants must also agree in more of its vowels and its end. Otherwise too
many names would share a key.
"""

from collections.abc import Iterator
from functools import lru_cache

from canonym.spelling.habits import once, readings

_MANY = 5
"""This many consonants identify a name well enough without its vowels."""
_MOST = 6
"""Only this many consonants are deleted in turn, so that a long name has few keys."""
_COARSE = str.maketrans({"b": "p", "v": "f", "d": "t", "c": "s"} | dict.fromkeys("xyaeo"))
_FINE = str.maketrans({"v": "f"} | dict.fromkeys("xyaeo"))
_VOWELS = str.maketrans(dict.fromkeys("bcdfghklmnprstvz0123456789", " ") | dict.fromkeys("xy"))


# Brings 2.1 % of learning; emptied by forget_words.
@lru_cache(1 << 15)
def keys(form: str) -> tuple[str, ...]:
    """Return the blocking keys of a name, at least one. Spellings of one name nearly always share one."""
    first, *others = readings(form)
    found = [*_keys(first), *_deletions(first)]
    for reading in others:
        found.extend(_keys(reading))
    return tuple(dict.fromkeys(found))


def _keys(sounds: str) -> Iterator[str]:
    consonants = once(sounds.translate(_COARSE))
    count = len(consonants)
    if count >= _MANY:
        yield consonants
        return
    vowels, end = _vowels(sounds), sounds[-1:]
    start = "." if sounds.lstrip("xy")[:1] in ("a", "e", "o") else ""
    if count == _MANY - 1:
        start = ""
    if count >= _MANY - 2:
        yield f"{start}{consonants}{vowels[:1]}"
        yield f"{start}{consonants}-{end}"
    else:
        fine = once(sounds.translate(_FINE))
        yield f"{start}{consonants}{vowels}"
        yield f"{start}{fine}{vowels[:1]}{len(vowels)}"
        yield f"{start}{fine}-{end}{len(vowels)}"


def _deletions(sounds: str) -> Iterator[str]:
    """Yield keys without one consonant. The first is never left out: spellings seldom lose it."""
    consonants = once(sounds.translate(_COARSE))
    if len(consonants) < _MANY:
        return
    vowel = _vowels(sounds)[:1] if len(consonants) == _MANY else ""
    for place in range(1, min(len(consonants), _MOST + 1)):
        yield f"{consonants[:place]}{consonants[place + 1 :]}{vowel}"


def _vowels(sounds: str) -> str:
    """Return one vowel for every run of vowels, the roundest: o before e before a."""
    return "".join(map(max, sounds.translate(_VOWELS).split()))
