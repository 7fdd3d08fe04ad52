"""Aligns two spellings: which letters of one stand for which letters of the other, and how usual that is.

The measure is a stochastic edit distance (Ristad and Yianilos 1998) over groups of up to two letters (the
many-to-many aligner of Jiampojamarn, Kondrak and Sherif 2007). Expectation maximisation learned the costs
from spellings of one name (`tests/benchmarks/spelling/train.py`). The cost of a correspondence, in nats, says
how much less likely it is than two unchanged letters. Equal letters cost nothing, `s` for `ss` costs little,
and `k` for `r` costs much.
"""

from functools import lru_cache

from canonym.spelling.data_tables import rows
from canonym.text.values import NamedTuple

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 ")
_NEVER = float("inf")
_AHEAD = 3
"""How many letters one spelling may run ahead of the other, beyond their difference in length."""
_UNUSUAL = 9.0
"""Nats of a letter without counterpart, if no training pair lost this letter."""


class Step(NamedTuple):
    """A group of zero to two letters of each spelling. One side is empty where only the other has letters."""

    left: str
    right: str

    def __str__(self) -> str:
        return f"{self.left or '-'}:{self.right or '-'}"


class Alignment(NamedTuple):
    """The most usual way to turn one spelling into the other.

    `score` is the logarithm of its likelihood against that of equal letters. It is 0 for equal spellings, and
    lower for less usual correspondences.
    """

    score: float
    steps: tuple[Step, ...]

    @property
    def changes(self) -> tuple[Step, ...]:
        """The steps whose two sides differ."""
        return tuple(step for step in self.steps if step.left != step.right)

    def __str__(self) -> str:
        return ", ".join(map(str, self.steps))


# Brings 4.9 and 6.8 % of a keystroke in a short and a long draft, 1.3 % of a check; emptied by forget_words.
@lru_cache(1 << 12)
def align(a: str, b: str) -> Alignment:
    """Align two folded forms. `align(b, a)` gives the same steps with their sides exchanged."""
    if a == b:
        return Alignment(0.0, tuple(Step(letter, letter) for letter in a))
    if a > b:
        turned = align(b, a)
        return Alignment(turned.score, tuple(Step(step.right, step.left) for step in turned.steps))
    head, tail = _common(a, b)
    cost, middle = _cheapest(a[head : len(a) - tail], b[head : len(b) - tail])
    before = [Step(letter, letter) for letter in a[:head]]
    after = [Step(letter, letter) for letter in a[len(a) - tail :]]
    return Alignment(-cost, (*before, *middle, *after))


def _common(a: str, b: str) -> tuple[int, int]:
    """Return how many letters both share at the start and the end, less one that a group may need."""
    shorter = min(len(a), len(b))
    head = 0
    while head < shorter and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shorter - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    return max(head - 1, 0), max(tail - 1, 0)


def _cheapest(a: str, b: str) -> tuple[float, list[Step]]:
    """Return the cheapest path through the table of all prefixes (Viterbi)."""
    table, back = _fill(a, b)
    steps = []
    i, j = len(a), len(b)
    while i or j:
        left, right = back[i][j]
        steps.append(Step(a[i - left : i], b[j - right : j]))
        i, j = i - left, j - right
    return table[len(a)][len(b)], steps[::-1]


def _fill(a: str, b: str) -> tuple[list[list[float]], list[list[tuple[int, int]]]]:
    """Return for every pair of prefixes the least cost, and the sizes of the last step of that path."""
    table = [[_NEVER] * (len(b) + 1) for _ in range(len(a) + 1)]
    back = [[(0, 0)] * (len(b) + 1) for _ in table]
    table[0][0] = 0.0
    costs = _table(frozenset(a + b) - _LETTERS)
    rights = [_groups_before(b, j) for j in range(len(b) + 1)]
    lowest, highest = sorted((0, len(b) - len(a)))
    for i, row in enumerate(table):
        lefts = [(size, costs[group]) for size, group in _groups_before(a, i) if group in costs]
        for j in range(max(0, i + lowest - _AHEAD), min(len(b), i + highest + _AHEAD) + 1):
            for left, counterparts in lefts:
                before = table[i - left]
                for right, group in rights[j]:
                    if group in counterparts and (cost := counterparts[group] + before[j - right]) < row[j]:
                        row[j] = cost
                        back[i][j] = (left, right)
    return table, back


def _groups_before(form: str, place: int) -> list[tuple[int, str]]:
    """Return the groups of zero, one and two letters that end at a place, with their sizes."""
    return [(size, form[place - size : place]) for size in range(min(place, 2) + 1)]


# Brings 14.8 % of a check; bounded: the oldest answer goes.
@lru_cache(maxsize=100)
def _table(strange: frozenset[str]) -> dict[str, dict[str, float]]:
    """Return the costs of all correspondences, by group of letters. Strange letters match only themselves."""
    table: dict[str, dict[str, float]] = {"": {}}
    for letter in _LETTERS | strange:
        table[letter] = {letter: 0.0, "": _UNUSUAL}
        table[""][letter] = _UNUSUAL
    for left, right, cost in rows("costs.tsv"):
        table.setdefault(left, {})[right] = float(cost)
        table.setdefault(right, {})[left] = float(cost)
    return table
