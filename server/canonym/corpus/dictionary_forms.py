"""Learns which form of a declined name stands in a dictionary: Zawadzki, not Zawadzkiego.

Two endings that take each other's place are compared on all names that have both. The ending of the
dictionary opens sentences, for a sentence often begins with its subject, or is by far the commoner one. What
an apostrophe joins to a name is never its dictionary form. Where nothing tells, neither form is the other's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from canonym.corpus.counts import RunCount
from canonym.spelling.grammar import LONGEST, MIN_STEM, Grammar, lowered, pair
from canonym.text.values import NamedTuple

TIMES = 3
"""How much oftener the ending of the dictionary opens a sentence, or occurs."""
MORE = 1.5
"""How much larger its share of mentions that open a sentence is."""
MIN_NAMES = 3
"""Least names by which two endings are compared. Where they have fewer, all names with either are counted."""
MOST_MENTIONS = 4
"""Most mentions of a form that count: a famous name is one name."""

_Two = tuple[str, str]


class Usage(NamedTuple):
    """How often names of some ending occur, and how many of these mentions open a sentence."""

    names: float = 0
    mentions: float = 0.0
    opening: float = 0.0

    def __add__(self, other: "Usage") -> "Usage":  # type: ignore[override]  # no tuple is added to it
        return Usage(*map(sum, zip(self, other, strict=True)))

    def outweighs(self, other: "Usage") -> bool:
        """Return whether this one opens sentences much oftener, and in a larger share of its mentions."""
        mine, theirs = self.opening + 0.5, other.opening + 0.5
        return mine >= TIMES * theirs and mine / (self.mentions + 1) >= MORE * theirs / (other.mentions + 1)


class DictionaryForms:
    """The dictionary forms of the words of names.

    Args:
        found: The names of a corpus with their counts.
        grammar: Tells forms of one word.
    """

    def __init__(self, found: Mapping[str, RunCount], grammar: Grammar) -> None:
        used = _used(found)
        pairs = list(_forms(used, grammar))
        usage, whole = defaultdict[_Two, _Sides](_Sides), defaultdict[str, Usage](Usage)
        for mine, theirs, two in pairs:
            usage[two] += _Sides(used[mine], used[theirs])
            whole[two[0]] += used[mine]
        self._parents: dict[str, list[str]] = defaultdict(list)
        for mine, theirs, two in pairs:
            sides, rare = usage[two], usage[two].mine.names < MIN_NAMES
            if rare:
                sides = _Sides(whole[two[0]], whole[two[1]])
            if _is_of_dictionary(two, sides, rare=rare):
                self._parents[theirs].append(mine)
        for parents in self._parents.values():
            parents.sort(key=lambda form: (-used[form].mentions, form))

    def of(self, word: str) -> list[str]:
        """Return the words that may be the dictionary form of ``word``, the commonest first."""
        return self._parents.get(word, [])

    def is_of(self, name: str, form: str) -> bool:
        """Return whether ``name`` may be the dictionary form of ``form``, another form of as many words."""
        mine, theirs = name.split(" "), form.split(" ")
        if len(mine) != len(theirs) or name == form:
            return False
        return all(a == b or a in self.of(b) for a, b in zip(mine, theirs, strict=True))


class _Sides(NamedTuple):
    mine: Usage = Usage()
    theirs: Usage = Usage()

    def __add__(self, other: "_Sides") -> "_Sides":  # type: ignore[override]
        return _Sides(self.mine + other.mine, self.theirs + other.theirs)


MOST_FORMS = 64
"""Most words that begin alike and may be forms of one. More are many names, as of invented ones."""


def _used(found: Mapping[str, RunCount]) -> dict[str, Usage]:
    """Return how the last words of names are used: it is them that endings show best."""
    mentions, opening = Counter[str](), Counter[str]()
    for form, count in found.items():
        last = form.rpartition(" ")[2]
        mentions[last] += count.middle + count.first
        opening[last] += count.first
        for word in form.split(" ")[:-1]:
            mentions[word] += 0
    return {
        word: Usage(1, min(times, MOST_MENTIONS), opening[word] * min(1.0, MOST_MENTIONS / max(1, times)))
        for word, times in mentions.items()
    }


def _forms(words: Iterable[str], grammar: Grammar) -> Iterator[tuple[str, str, _Two]]:
    """Yield pairs of forms of one word, whose endings the corpus taught, with these, in both orders."""
    stems: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for word in sorted(words):
        low = lowered(word)
        for cut in range(max(MIN_STEM, len(low) - LONGEST), len(low) + 1):
            if low[cut - 1].isalpha():
                stems[low[:cut]].append((low[cut:], word))
    for stem, endings in stems.items():
        if 1 < len(endings) <= MOST_FORMS:
            for (a, mine), (b, theirs) in combinations(endings, 2):
                if a[:1] != b[:1] and stem[-1] in grammar.endings.get(pair(a, b), ""):
                    yield mine, theirs, (a, b)
                    yield theirs, mine, (b, a)


def _is_of_dictionary(two: _Two, sides: _Sides, *, rare: bool) -> bool:
    """Return whether the first of two endings is that of the dictionary beside the other one."""
    if two[1][:1] == "'" != two[0][:1]:
        return True
    mine, theirs = sides.mine, sides.theirs
    if mine.opening >= (MIN_NAMES if rare else 1) and mine.outweighs(theirs):
        return bool(two[1]) or not rare  # a rare form that is longer is hardly that of the dictionary
    as_often = mine.opening * theirs.mentions >= theirs.opening * mine.mentions
    return not rare and mine.mentions >= TIMES * theirs.mentions and as_often
