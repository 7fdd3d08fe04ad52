"""Learns the words of a script without spaces: what recurs, and is no piece of something longer that recurs.

Letters that stand together more often than chance explains may be a word. Stretches grow letter by letter as
long as they recur (Agrawal and Srikant, Fast Algorithms for Mining Association Rules, 1994). One that has
nearly always the same letter before it or behind it is a piece of a longer one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from math import log

from canonym.languages.foreign_names import USUAL, foreign_names, foreign_signs
from canonym.spelling.letters_of_names import LettersOfNames
from canonym.text.document import Document
from canonym.text.joining.unspaced import is_unspaced, stretches

LONGEST = 12
"""Most letters of a word."""
LEAST = 3
"""Least mentions of a word."""
WHOLE = 0.7
"""From this share of mentions with the same neighbour on, a stretch is a piece."""
IN_NAMES = 0.6
"""From this share of mentions beside another sign of names on, it is a piece of a longer name."""
BOND = 2.0
"""Least logarithm of how much more often two halves stand together than by chance."""


def unspaced_stretches(document: Document) -> list[str]:
    """Return the stretches of letters in ``document`` that may have several words."""
    prose = document.prose
    if not is_unspaced(prose):
        return []
    blocks = (block.span.of(prose) for block in document.markup.blocks)
    return [text[start:end] for text in blocks for start, end, many in stretches(text) if many]


def count_recurring(texts: Iterable[str]) -> Counter[str]:
    """Return how often each letter occurs, and each longer stretch that occurs more than once."""
    left = list(texts)
    counts = Counter(chain.from_iterable(left))
    known = counts
    for size in range(2, LONGEST + 1):
        left = [text for text in left if len(text) >= size]
        found: Counter[str] = Counter()
        for text in left:
            pieces = (text[at : at + size] for at in range(len(text) - size + 1))
            found.update(piece for piece in pieces if known[piece[1:]] > 1 and known[piece[:-1]] > 1)
        known = Counter({piece: times for piece, times in found.items() if times > 1})
        if not known:
            break
        counts.update(known)
    return counts


def learn_unspaced(counts: Mapping[str, int], tag: str) -> frozenset[str]:
    """Return the words of the language ``tag`` by the counts of what recurs. Names may be rarer."""
    single = {sign: times for sign, times in counts.items() if len(sign) == 1}
    reads = LettersOfNames(foreign_names(tag), single).log_odds
    total = sum(single.values())
    signs = foreign_signs(tag, USUAL)
    longer: Counter[str] = Counter()
    in_names: Counter[str] = Counter()
    for piece, times in counts.items():
        if len(piece) > 1:
            for part, sign in ((piece[1:], piece[0]), (piece[:-1], piece[-1])):
                longer[part] = max(longer[part], times)
                if sign in signs:
                    in_names[part] += times
    return frozenset(
        piece
        for piece, times in counts.items()
        if len(piece) > 1
        and (times >= LEAST or reads(piece) > 0)
        and longer[piece] < WHOLE * times
        and not (signs.issuperset(piece) and in_names[piece] >= IN_NAMES * times)
        and _bond(piece, counts, total) >= BOND
    )


def _bond(piece: str, counts: Mapping[str, int], total: int) -> float:
    halves = ((piece[:at], piece[at:]) for at in range(1, len(piece)))
    return min(log(counts[piece] * total / (counts.get(a, 1) * counts.get(b, 1))) for a, b in halves)
