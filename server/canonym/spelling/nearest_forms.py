"""The forms that one form is compared with, of thousands that a text may hold: a bounded number."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from heapq import nlargest

from jellyfish import jaro_winkler_similarity

from canonym.spelling.folding import joined

MANY = 64
"""Forms of a block, above which each is compared with those next to it alone.

It was chosen by a run that compared all forms of a block. The largest block of real drafts had 50, among
2,553 English articles that were checked together; of a draft by itself it had 6. Of names of three words or
more in 5,890 articles no more than 12 differed in one and the same word.
"""
REACH = 16
"""So many forms on either side of one are next to it, by its letters from the first and from the last."""
NEAREST = 32
"""Forms alike to one that are looked at more closely; in the same run no form had more than 18."""


class NearForms:
    """Forms block by block; those of large blocks in the order of their letters.

    These are the sorted neighbourhoods of Hernández and Stolfo (1995).

    Args:
        blocks: For each form the keys of its blocks.
    """

    def __init__(self, blocks: Mapping[str, Sequence[Hashable]]) -> None:
        self._blocks = blocks
        self._letters = {form: joined(form) for form in blocks}
        self._members: dict[Hashable, list[str]] = defaultdict(list)
        for form, found in blocks.items():
            for block in found:
                self._members[block].append(form)
        large = ((block, forms) for block, forms in self._members.items() if len(forms) > MANY)
        self._orders = {block: tuple(self._sorted(forms, way) for way in (1, -1)) for block, forms in large}

    def of(self, form: str) -> set[str]:
        """Return the other forms of its blocks; of a large one those that begin and that end most like it.

        There are none where ``form`` is in no block.
        """
        near: set[str] = set()
        for block in self._blocks.get(form, ()):
            if block not in self._orders:
                near.update(self._members[block])
                continue
            for way, order in zip((1, -1), self._orders[block], strict=True):
                place = bisect_left(order, (self._letters[form][::way], form))
                near.update([other for _, other in order[max(place - REACH, 0) : place + REACH + 1]])
        near.discard(form)
        return near

    def alike(self, form: str, others: Iterable[str], least: float) -> list[str]:
        """Return those of ``others`` whose likeness to ``form`` is ``least`` or more, or the likest."""
        letters = self._letters[form]
        likeness = [(jaro_winkler_similarity(letters, self._letters[other]), other) for other in others]
        found = [one for one in likeness if one[0] >= least]
        return [other for _, other in (nlargest(NEAREST, found) if len(found) > NEAREST else found)]

    def _sorted(self, forms: Iterable[str], way: int) -> list[tuple[str, str]]:
        return sorted((self._letters[form][::way], form) for form in forms)
