"""Words made from a name by an ending: no spellings of it, and mostly no mistakes."""

from functools import cache

from canonym.matching.spelling.resource import rows


def is_derivation(a: str, b: str) -> str:
    """Whether one of two folded forms is derived from the other (or both from one stem), and how.

    Returns:
        `plural`, `demonym`, `adjective`, `gender` or `inflection`; empty if neither is a derivation of the
        other. The endings are in `data/derivations.tsv`.
    """
    common = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        common += 1
    if a == b:
        return ""
    table, longest = _endings()
    for stem in range(common, max(common - longest, 0) - 1, -1):
        label, shortest = table.get((a[stem:], b[stem:]), ("", 0))
        if label and stem >= shortest:
            return label
    return ""


@cache
def _endings() -> tuple[dict[tuple[str, str], tuple[str, int]], int]:
    """What two endings say of their words, either way round; and how much of a word they may replace."""
    table: dict[tuple[str, str], tuple[str, int]] = {}
    for ending, derived, label, stem, _source in rows("derivations.tsv"):
        plain = ending.strip("-")
        table[plain, derived] = table[derived, plain] = (label, int(stem))
    return table, max(len(min(pair, key=len)) for pair in table)
