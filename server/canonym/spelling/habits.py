"""The sound of a spelling, by the transliteration habits of `data/habits.tsv`.

It is a phonetic key like Soundex and Philips' Double Metaphone (2000), which also gives a word several
pronunciations. Here the habits are a table with sources, not code.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from canonym.spelling.data_tables import rows
from canonym.spelling.folding import sound_out

_READINGS = 3
_RUN = re.compile(r"(.)\1+", re.DOTALL)


def skeleton(form: str) -> str:
    """Return the first pronunciation. It is equal for most spellings that follow different habits."""
    return readings(form)[0]


# Brings 5.8 and 7.0 % of a keystroke in a short and a long draft, 1.6 % of a check; emptied by forget_words.
@lru_cache(maxsize=8192)  # a word of a draft is compared with many names, and words repeat
def readings(form: str) -> tuple[str, ...]:
    """Return one to three pronunciations of the form in the sounds of the table, the most likely first."""
    turns = zip(*_groups(f"<{sound_out(form)}>"), strict=True)
    found = dict.fromkeys(map("".join, turns)) or ("",)
    return tuple(dict.fromkeys(map(once, found)))


def _groups(marked: str) -> Iterator[list[str]]:
    """Yield the sounds of each letter group of a word between `<` and `>`. The longest fitting group wins."""
    table = _habits()
    longest = _longest()
    start, end = 0, len(marked)
    while start < end:
        for stop in range(min(start + longest.get(marked[start], 1), end), start, -1):
            sounds = table.get(marked[start:stop])
            if sounds is not None:
                yield sounds
                break
        else:
            stop = start + 1
            if marked[start].isdigit():
                yield [marked[start]] * _READINGS
        start = stop


def once(sounds: str) -> str:
    """Return the sounds with each run of the same sound written once."""
    return _RUN.sub(r"\1", sounds) if _RUN.search(sounds) else sounds


@cache
def _habits() -> dict[str, list[str]]:
    table = {group: sounds.split("|") for group, sounds, _source in rows("habits.tsv")}
    return {group: (sounds + [sounds[-1]] * _READINGS)[:_READINGS] for group, sounds in table.items()}


@cache
def _longest() -> dict[str, int]:
    """Return the length of the longest group that begins with a letter; 1 for any other character."""
    longest: dict[str, int] = {}
    for group in _habits():
        longest[group[0]] = max(len(group), longest.get(group[0], 1))
    return longest
