"""Blocking: keys that two spellings of one name share, so that candidates come from a look-up.

Blocking is the first step of record linkage (Christen, A Survey of Indexing Techniques, 2012). A name whose
consonants are many is found by them alone, even with one of them missing (deletion neighbourhoods: Mor and
Fraenkel 1982); a short one only together with its vowels, or too many names would share a key.
"""

from collections.abc import Iterator

from canonym.matching.spelling.habits import readings

_LONG = 4
"""So many consonants tell a name well enough without its vowels."""
_COARSE = str.maketrans({"b": "p", "v": "f", "d": "t", "c": "s"} | dict.fromkeys("xyaeo"))
_FINE = str.maketrans(dict.fromkeys("xyaeo"))
_SYLLABLES = str.maketrans("eo", "aa", "xy")
_GLIDES = str.maketrans(dict.fromkeys("xy"))


def keys(form: str) -> tuple[str, ...]:
    """The blocking keys of a name, at least one; spellings of one name nearly always share one of them."""
    return tuple(dict.fromkeys(key for reading in readings(form) for key in _keys(reading)))


def _keys(sounds: str) -> Iterator[str]:
    consonants = _once(sounds.translate(_COARSE))
    if len(consonants) >= _LONG:
        yield consonants
        yield from _with_one_left_out(consonants)
        return
    start = "." if sounds.lstrip("xy")[:1] in "aeo" else ""
    vowels = _vowels(_once(sounds.translate(_GLIDES)))
    syllables = len(_vowels(_once(sounds.translate(_SYLLABLES))))
    if len(consonants) == _LONG - 1:
        yield f"{start}{consonants}{vowels[:1]}"
        yield f"{start}{consonants}{syllables}"
    else:
        yield f"{start}{consonants}{vowels[:2]}"
        yield f"{sounds.translate(_FINE)}{syllables}"


def _with_one_left_out(consonants: str) -> Iterator[str]:
    """The first consonant stays: it is the one least often lost."""
    if len(consonants) > _LONG:
        for place in range(1, len(consonants)):
            yield consonants[:place] + consonants[place + 1 :]


def _vowels(sounds: str) -> str:
    return "".join([sound for sound in sounds if sound in "aeo"])


def _once(sounds: str) -> str:
    """The sounds, each run of the same sound written once."""
    return "".join([sound for sound, before in zip(sounds, " " + sounds, strict=False) if sound != before])
