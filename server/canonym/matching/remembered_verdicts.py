"""Verdicts on words of a draft, remembered by all that they follow from."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, TypeVar

from canonym.index.memory import notes
from canonym.index.name_word import NameWord
from canonym.index.termbase_index import Index
from canonym.matching.draft import Draft
from canonym.matching.open_words import Question, sentences_with
from canonym.matching.parallel_slots import Slot
from canonym.text.values import NamedTuple

_VERDICTS = 1 << 14
"""Words of which verdicts are remembered, each with the way it stood."""
_Verdict = TypeVar("_Verdict")


def verdicts_on(
    question: Question,
    draft: Draft,
    index: Index,
    judge: Callable[[Question, Draft, Index], tuple[_Verdict, ...]],
) -> tuple[_Verdict, ...]:
    """Return what ``judge`` says of a question; a word that stands as one judged before is not judged again.

    Args:
        question: The word and the names that it may be.
        draft: The draft.
        index: The termbase.
        judge: Says nothing of where in the draft the sentences of the word stand.
    """
    known, latest = notes(index, verdicts_on, _VERDICTS), notes(index, _Judged, _VERDICTS)
    stands = _stands(question, draft)
    last: _Judged | None = latest.get(question.word.form)
    if last is None or last.stood != stands:
        standing = _standing(question, draft)
        verdicts = known.get(standing)
        if verdicts is None:
            verdicts = known[standing] = judge(question, draft, index)
        last = latest[question.word.form] = _Judged(stands, verdicts)
    return last.verdicts


class _Judged(NamedTuple):
    """The verdicts on a word as it stood when it was last judged, in whatever draft."""

    stood: tuple[object, ...]
    verdicts: tuple[Any, ...]


def _stands(question: Question, draft: Draft) -> tuple[object, ...]:
    """Return what ``_standing`` follows from, which is told sooner; an edit changes it for few words."""
    word, names, slots, related = question
    numbers = word.numbers
    there = tuple([form for name in names for form in name.forms if form in draft.where])
    filled = tuple([_relative(some, numbers) for some in slots]) if any(slots) else ()
    shares = tuple([related.get(name.folded, 0.0) for name in names]) if related else ()
    return word.sentences, names, there, filled, shares


def _relative(slots: Sequence[Slot], numbers: Sequence[int]) -> tuple[Slot, ...]:
    """Return slots by the places of their sentences among those of the word."""
    return tuple([slot.at(numbers.index(slot.sentence)) for slot in slots])


def _standing(question: Question, draft: Draft) -> Hashable:
    """Return all that a question is judged by, but for where in the draft its sentences stand.

    Whatever a comparison asks of a draft must be part of it.
    """
    word = question.word
    sentences = {number: place for place, number in enumerate(dict.fromkeys(s.sentence for s in word.spots))}
    spots = tuple((sentences[s.sentence], s.left, s.right, s.opens) for s in word.spots)
    names = tuple(
        (
            name.folded,
            tuple(slot._replace(sentence=sentences[slot.sentence]) for slot in slots),
            _together(sentences, name, draft),
            question.related.get(name.folded, 0.0),
        )
        for name, slots in zip(question.names, question.slots, strict=True)
    )
    return word.form, spots, names


def _together(sentences: Mapping[int, int], name: NameWord, draft: Draft) -> frozenset[int] | None:
    """Return in which of its sentences a word has the name beside it; None if the draft lacks the name."""
    here = sentences_with(name, draft)
    return frozenset(sentences[number] for number in here & sentences.keys()) if here else None
