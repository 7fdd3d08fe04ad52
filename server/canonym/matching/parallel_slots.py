"""Finds the name in a parallel sentence that fills the place of a draft's word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from canonym.index.memory import remembered
from canonym.index.termbase_index import Index
from canonym.matching.compared_text import ComparedText
from canonym.spelling.string_similarity import similarity_of
from canonym.stories.parallel_sentences import Keys, Parallel
from canonym.text.values import NamedTuple


class Slot(NamedTuple):
    """A word of the draft, and a name in a parallel sentence that the draft's sentence lacks.

    Attributes:
        support: How parallel the two sentences are.
        neighbours: How many of the two neighbouring telling words agree, 0 to 2.
        distance: The distance of the two places in their sentences, 0 (same place) to 1.
        rivals: The number of names of the parallel sentence that the draft's sentence lacks.
        lacking: The number of words of the draft's sentence that the parallel one lacks.
        mutual: Whether each is the most similar word to the other here.
        parallel: The sentence of the corpus.
        sentence: Number of the draft's sentence.
    """

    support: float
    neighbours: int
    distance: float
    rivals: int
    lacking: int
    mutual: bool
    parallel: Parallel
    sentence: int = 0

    def at(self, sentence: int) -> "Slot":
        """Return the slot in that sentence of the draft."""
        return Slot(
            self.support,
            self.neighbours,
            self.distance,
            self.rivals,
            self.lacking,
            self.mutual,
            self.parallel,
            sentence,
        )


Forms = tuple[str, ...]
Slots = Mapping[tuple[str, str], list[Slot]]
"""By form of the draft's word and folded name."""


def find_slots(draft: ComparedText, index: Index, asked: Iterable[str]) -> Slots:
    """Return the slots of some words of ``draft``.

    Args:
        draft: The draft.
        index: The termbase.
        asked: The forms of the words.
    """
    found: dict[tuple[str, str], list[Slot]] = defaultdict(list)
    if not index.stories:
        return found
    forms = frozenset(asked)
    numbers = sorted({number for form in forms for number in draft.where[form]})
    numbers = [n for n in numbers if any(form in forms for form, _ in draft.sentences[n].positions)]
    for number, best in index.stories.parallels(draft.keys, numbers).items():
        sentence = draft.sentences[number]
        here = tuple(form for form, _ in sentence.positions if form in forms)
        for form, name, slot in _filled(index, sentence.keys, sentence.positions, best, here):
            found[form, name].append(slot.at(number))
    return found


# Without it a keystroke in 25,000 characters takes 46 %, one in 250,000 17 % more CPU; emptied by
# Memory.begin once no draft asks, and with the index.
@remembered(1 << 13)
def _filled(
    index: Index, keys: Keys, words: tuple[tuple[str, int], ...], best: tuple[Parallel, ...], asked: Forms
) -> tuple[tuple[str, str, Slot], ...]:
    """Return the slots of some words of a sentence, each with the form and the folded name."""
    slots = (slot for parallel in best for slot in _slots(index, keys, words, parallel))
    return tuple(slot for slot in slots if slot[0] in asked)


def _slots(
    index: Index, here: Keys, words: tuple[tuple[str, int], ...], parallel: Parallel
) -> Iterator[tuple[str, str, Slot]]:
    there = index.stories.stories[parallel.story].sentences[parallel.sentence]
    mine, theirs = {k >> 1 for k in here}, {k >> 1 for k in there}
    lacking = [(form, at) for form, at in words if here[at] >> 1 not in theirs]
    wanted = [
        (name, at)
        for at, key in enumerate(there)
        if key & 1 and key >> 1 not in mine
        for name in index.names_of_key(key)
    ]
    likeness = {(form, name): similarity_of(form, name) for form, _ in lacking for name, _ in wanted}
    mine_best: dict[str, float] = defaultdict(float)
    its_best: dict[str, float] = defaultdict(float)
    for (form, name), alike in likeness.items():
        mine_best[form] = max(mine_best[form], alike)
        its_best[name] = max(its_best[name], alike)
    for form, at in lacking:
        for name, place in wanted:
            slot = Slot(
                parallel.support,
                _neighbours(here, at, there, place),
                abs(at / len(here) - place / len(there)),
                len(wanted),
                len(lacking),
                likeness[form, name] >= max(mine_best[form], its_best[name]),
                parallel,
            )
            yield form, name, slot


def _neighbours(here: tuple[int, ...], at: int, there: tuple[int, ...], place: int) -> int:
    left = at > 0 and place > 0 and here[at - 1] >> 1 == there[place - 1] >> 1
    right = at + 1 < len(here) and place + 1 < len(there) and here[at + 1] >> 1 == there[place + 1] >> 1
    ends = (at == 0 and place == 0) or (at + 1 == len(here) and place + 1 == len(there))
    return left + right + (ends and not (left and right))
