"""Finds the lines of a text that another text does not have, like a diff."""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

Lines = tuple[range, ...]
"""Lines of a text, from 0, in order."""

_MOST = 1 << 30
"""Most pairs of lines that are compared, in bits of memory. Only texts longer than any article exceed it."""


def changed_lines(old: Sequence[str], new: Sequence[str]) -> Lines:
    """Return the lines of ``new`` that are not in ``old``, by a longest common subsequence of lines.

    In texts with more than some 30,000 lines, all lines from the first to the last change count.
    """
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    if not before or len(before) * len(after) > _MOST:
        return (range(start, start + len(after)),) if after else ()
    numbers: dict[str, int] = {}
    parts = LCSseq.opcodes(
        *([numbers.setdefault(line, len(numbers)) for line in text] for text in (before, after))
    )
    return tuple(
        range(start + part.dest_start, start + part.dest_end)
        for part in parts
        if part.tag != "equal" and part.dest_start < part.dest_end
    )
