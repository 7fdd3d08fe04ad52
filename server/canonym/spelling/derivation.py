"""Words made from a name by an ending: no spellings of it, and mostly no mistakes."""

from functools import cache, lru_cache

from canonym.spelling.data_tables import rows


@lru_cache(1 << 14)  # a draft asks the same again and again, and so does an editor at every keystroke
def is_derivation(a: str, b: str) -> str:
    """Whether one of two folded forms is derived from the other (or both from one stem), and how.

    Returns:
        `plural`, `demonym`, `adjective`, `gender` or `inflection`; empty if neither is a derivation of the
        other. The endings are in `data/derivations.tsv`.
    """
    common = _common(a, b)
    if a == b or _doubles(a, b, common):
        return ""
    table, longest = _endings()
    for stem in range(max(common - longest, 0), common + 1):
        label, shortest = table.get((a[stem:], b[stem:]), ("", 0))
        if label and stem >= shortest:
            return label
    return ""


def _common(a: str, b: str) -> int:
    """How many letters both begin with."""
    for place, (left, right) in enumerate(zip(a, b, strict=False)):
        if left != right:
            return place
    return min(len(a), len(b))


def _doubles(a: str, b: str, common: int) -> bool:
    """Whether the longer form just writes the last letter of the shorter twice: a habit, and no ending."""
    shorter, longer = sorted((a, b), key=len)
    return common == len(shorter) and longer[common:] == shorter[-1:]


@cache
def _endings() -> tuple[dict[tuple[str, str], tuple[str, int]], int]:
    """What two endings say of their words, either way round; and how much of a word they may replace."""
    table: dict[tuple[str, str], tuple[str, int]] = {}
    for ending, derived, label, stem, _source in rows("derivations.tsv"):
        plain = ending.strip("-")
        table[plain, derived] = table[derived, plain] = (label, int(stem))
    return table, max(len(min(pair, key=len)) for pair in table)
