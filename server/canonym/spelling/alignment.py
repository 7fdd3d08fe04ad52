"""Which letters of one spelling stand for which letters of another, and how usual that is.

A stochastic edit distance (Ristad and Yianilos 1998) over groups of up to two letters (the many-to-many
aligner of Jiampojamarn, Kondrak and Sherif 2007). The costs are learned by expectation maximisation from
spellings of one name (`tests/benchmarks/spelling/train.py`): the cost of a correspondence is how much less
likely it is than both sides keeping their letters, in nats. Equal letters cost nothing, `s` for `ss`
little, `k` for `r` much.
"""

from functools import lru_cache

from canonym.spelling.data_tables import rows
from canonym.text.values import NamedTuple

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 ")
_NEVER = float("inf")
_AHEAD = 3
"""How many letters one spelling may run ahead of the other, beyond what it is longer."""
_UNUSUAL = 9.0
"""Nats for a letter with no counterpart that the training never saw go."""


class Step(NamedTuple):
    """A group of zero to two letters of either spelling; empty where the other has letters of its own."""

    left: str
    right: str

    def __str__(self) -> str:
        return f"{self.left or '-'}:{self.right or '-'}"


class Alignment(NamedTuple):
    """The most usual way to read one spelling as the other.

    `score` is 0 for equal spellings and the lower, the less usual the correspondences are: the logarithm of
    their likelihood against that of equal letters.
    """

    score: float
    steps: tuple[Step, ...]

    @property
    def changes(self) -> tuple[Step, ...]:
        """The steps whose sides differ."""
        return tuple(step for step in self.steps if step.left != step.right)

    def __str__(self) -> str:
        return ", ".join(map(str, self.steps))


@lru_cache(1 << 12)
def align(a: str, b: str) -> Alignment:
    """Align two folded forms; `align(b, a)` is the same with the sides of every step exchanged."""
    if a == b:
        return Alignment(0.0, tuple(Step(letter, letter) for letter in a))
    if a > b:
        score, steps = align(b, a)
        return Alignment(score, tuple(Step(right, left) for left, right in steps))
    head, tail = _common(a, b)
    cost, middle = _cheapest(a[head : len(a) - tail], b[head : len(b) - tail])
    before = [Step(letter, letter) for letter in a[:head]]
    after = [Step(letter, letter) for letter in a[len(a) - tail :]]
    return Alignment(-cost, (*before, *middle, *after))


def _common(a: str, b: str) -> tuple[int, int]:
    """How many letters both begin and end with, but for one each side that a group may need."""
    shorter = min(len(a), len(b))
    head = 0
    while head < shorter and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shorter - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    return max(head - 1, 0), max(tail - 1, 0)


def _cheapest(a: str, b: str) -> tuple[float, list[Step]]:
    """The cheapest path through the table of all prefixes (Viterbi)."""
    table, back = _fill(a, b)
    steps = []
    i, j = len(a), len(b)
    while i or j:
        left, right = back[i][j]
        steps.append(Step(a[i - left : i], b[j - right : j]))
        i, j = i - left, j - right
    return table[len(a)][len(b)], steps[::-1]


def _fill(a: str, b: str) -> tuple[list[list[float]], list[list[tuple[int, int]]]]:
    """For every prefix of `a` and of `b` the least cost, and the sizes of the last step on the way there."""
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
    """The groups of zero, one and two letters that end at a place, with their sizes."""
    return [(size, form[place - size : place]) for size in range(min(place, 2) + 1)]


@lru_cache(maxsize=100)
def _table(strange: frozenset[str]) -> dict[str, dict[str, float]]:
    """What each group of letters may stand for, each with its cost; strange letters stand for themselves."""
    table: dict[str, dict[str, float]] = {"": {}}
    for letter in _LETTERS | strange:
        table[letter] = {letter: 0.0, "": _UNUSUAL}
        table[""][letter] = _UNUSUAL
    for left, right, cost in rows("costs.tsv"):
        table.setdefault(left, {})[right] = float(cost)
        table.setdefault(right, {})[left] = float(cost)
    return table
