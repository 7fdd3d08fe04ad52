"""Verdicts on the words of drafts, remembered word by word with all that they follow from."""

from collections.abc import Callable, Sequence, Set
from typing import Any, TypeVar

from canonym.index.memory import notes
from canonym.index.name_word import NameWord
from canonym.index.termbase_index import Index
from canonym.matching.draft import Draft
from canonym.matching.draft_sentence import ParsedSentence
from canonym.matching.open_words import OpenWord, Question, names_of, question_of
from canonym.matching.parallel_slots import Slot
from canonym.text.values import NamedTuple

_WORDS = 1 << 14
"""Words of which the verdicts are remembered, each as it stood last."""
_Verdict = TypeVar("_Verdict")


class _RememberedVerdicts(NamedTuple):
    """What was decided of a word when it was last looked at, in whatever draft.

    Attributes:
        sentences: The sentences that it stood in.
        in_slots: The folded names that parallel sentences had in its places.
        names: The names that it might be; they follow from these two.
        standing: What else of the draft the verdicts follow from.
        verdicts: What was decided.
    """

    sentences: tuple[ParsedSentence, ...]
    in_slots: Set[str]
    names: tuple[NameWord, ...]
    standing: tuple[object, ...]
    verdicts: tuple[Any, ...]


def verdicts_on(
    one: OpenWord,
    draft: Draft,
    index: Index,
    judge: Callable[[Question, Draft, Index], tuple[_Verdict, ...]],
) -> tuple[_Verdict, ...]:
    """Return what ``judge`` says of a word; one that stands as it last stood is not judged again.

    Args:
        one: The word.
        draft: The draft.
        index: The termbase.
        judge: Says nothing of where in the draft the sentences of the word stand.
    """
    word, in_slots = one.word, one.slots.keys()
    # What it saves is measured by make ablate-memory; emptied by forget(), and if no draft needs it.
    known = notes(index, verdicts_on, _WORDS)
    last: _RememberedVerdicts | None = known.get(word.form)
    if last is not None and (last.sentences != word.sentences or last.in_slots != in_slots):
        last = None
    question = question_of(one, names_of(one, draft, index) if last is None else last.names)
    standing = _standing(question, draft)
    if last is None or last.standing != standing:
        verdicts = judge(question, draft, index)
        last = known[word.form] = _RememberedVerdicts(
            word.sentences, frozenset(in_slots), question.names, standing, verdicts
        )
    return last.verdicts


def _standing(question: Question, draft: Draft) -> tuple[object, ...]:
    """Return all that a question is judged by, but for the sentences of its word, and where these stand.

    Whatever a comparison asks of a draft must be part of it.
    """
    names, slots, related = question.names, question.slots, question.related
    if not names:
        return ()
    there = tuple([form for name in names for form in name.forms if form in draft.where])
    filled = tuple([_relative(some, question.word.numbers) for some in slots]) if any(slots) else ()
    shares = tuple([related.get(name.folded, 0.0) for name in names]) if related else ()
    return there, filled, shares


def _relative(slots: Sequence[Slot], numbers: Sequence[int]) -> tuple[Slot, ...]:
    """Return slots by the places of their sentences among those of the word."""
    return tuple([slot.at(numbers.index(slot.sentence)) for slot in slots])
