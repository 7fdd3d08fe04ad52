"""Learns from the words of a corpus how its language changes stems: budynek, budynku.

A change is grammar if many unrelated stems show it, with several consonants behind it.
Parts of longer endings (-ować, -owie) have the same ones there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from canonym.spelling.stem_changes import MOST_ENDING, STAR, is_consonant, may_change

MIN_AFTER = 2
"""Least different letters between the change and the ending."""
ANY_LETTER = 2
"""From so many different letters before a change on, any letter may stand there."""
MIN_LETTERS = 3
"""Least letters that both words have before and behind the change."""

_End = tuple[str, str]


def stem_changes(words: Iterable[str], least: int) -> Mapping[tuple[str, str], set[str]]:
    """Return the changes that at least ``least`` stems show, with the last letters of the stems.

    A star stands for any letter.
    """
    ends: dict[tuple[str, str], set[_End]] = defaultdict(set)
    for word in words:
        for stem, change, after, ending in _parted(word):
            ends[stem, after].add((change, ending))
    shown: dict[tuple[_End, _End], list[tuple[str, str]]] = defaultdict(list)
    for place, some in ends.items():
        if len(some) > 1:
            for one, other in combinations(sorted(some), 2):
                if one[0] != other[0] and one[1] != other[1]:
                    shown[one, other].append(place)
    return {
        (_written(one), _written(other)): _letters({stem[-1] for stem, _ in places})
        for (one, other), places in shown.items()
        if len(places) >= least and len({after for _, after in places}) >= MIN_AFTER
    }


def _letters(seen: set[str]) -> set[str]:
    """Return the last letters of stems that a change may follow: all of them if it follows several."""
    return {STAR} if len(seen) >= ANY_LETTER else seen


def _written(end: _End) -> str:
    return f"{end[0]}{STAR}{end[1]}"


def _parted(word: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield the ways to part a word into a stem, a vowel or nothing, one or two consonants, and an ending."""
    size = len(word)
    for end in range(max(2, size - MOST_ENDING), size + 1):
        if not is_consonant(word[end - 1]):
            continue
        for after in (end - 1, end - 2) if is_consonant(word[end - 2]) else (end - 1,):
            for change in (after, after - 1):
                if change > 0 and change + end - after >= MIN_LETTERS and may_change(word[change:after]):
                    yield word[:change], word[change:after], word[after:end], word[end:]
