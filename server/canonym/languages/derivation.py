"""Words that an ending makes from a name. They are not spellings of it, and mostly not mistakes."""

from functools import cache, lru_cache

from canonym.languages.known_profiles import profile
from canonym.text.package_data import rows

MIN_WHOLE = 5
"""Least letters of a word that another one is made of."""
MIN_ENDING = 2
"""Least letters that make another word behind it. Spellings add single ones."""
MIN_BEGINNING = 3
"""The same before it."""


# Brings .4 % of a keystroke in a long draft, .3 % of a check; emptied by forget_words.
@lru_cache(1 << 14)  # a draft repeats its words, and an editor checks it at every keystroke
def is_derivation(a: str, b: str, tag: str) -> str:
    """Return how one of two folded forms is derived from the other, or both from one stem.

    Returns:
        `plural`, `demonym`, `adjective`, `gender` or `inflection`; empty if neither is derived. The endings
        of the language ``tag`` are in `data/LANGUAGE/derivations.tsv`.
    """
    common = _common(a, b)
    if a == b or _doubles(a, b, common):
        return ""
    table, longest = _endings(profile(tag).data)
    for stem in range(max(common - longest, 0), common + 1):
        label, shortest = table.get((a[stem:], b[stem:]), ("", 0))
        if label and stem >= shortest:
            return label
    return ""


def is_made_of(a: str, b: str, tag: str) -> bool:
    """Return whether one of two words is the whole other one and more letters: Betekom, Betekomse.

    What such letters mean is not known. A language with endings in its data knows that, and is not asked.

    Args:
        a: A word in small letters, without what follows an apostrophe.
        b: Another one.
        tag: The language, a BCP 47 tag.
    """
    whole, longer = sorted((a, b), key=len)
    more = len(longer) - len(whole)
    if len(whole) < MIN_WHOLE or more < MIN_ENDING or _endings(profile(tag).data)[0]:
        return False
    if longer.startswith(whole):
        return (
            longer[len(whole)] != whole[-1]
        )  # a doubled letter is a habit of spelling, before endings as well
    return more >= MIN_BEGINNING and longer.endswith(whole)


def _common(a: str, b: str) -> int:
    """Return how many letters both share at the start."""
    for place, (left, right) in enumerate(zip(a, b, strict=False)):
        if left != right:
            return place
    return min(len(a), len(b))


def _doubles(a: str, b: str, common: int) -> bool:
    """Return whether the longer form only doubles the last letter of the shorter: a habit, not an ending."""
    shorter, longer = sorted((a, b), key=len)
    return common == len(shorter) and longer[common:] == shorter[-1:]


@cache
def _endings(data: str) -> tuple[dict[tuple[str, str], tuple[str, int]], int]:
    """Return what each pair of endings means, and the most letters that an ending replaces."""
    table: dict[tuple[str, str], tuple[str, int]] = {}
    if not data:
        return table, 0
    for ending, derived, label, stem, _source in rows(f"languages/data/{data}/derivations.tsv"):
        plain = ending.strip("-")
        table[plain, derived] = table[derived, plain] = (label, int(stem))
    return table, max(len(min(pair, key=len)) for pair in table)
