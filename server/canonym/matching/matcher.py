"""For each word of a draft the name of the corpus it is a spelling of, if the evidence says so."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from canonym.index.memory import notes
from canonym.index.termbase_index import Index, NameWord
from canonym.matching.draft import Draft, DraftWord
from canonym.matching.draft_sentence import Spot
from canonym.matching.feature_result import Comparison
from canonym.matching.features import Aspect, Pair
from canonym.matching.open_words import Question, pairs_of, questions, sentences_with
from canonym.matching.parallel_slots import Slot
from canonym.matching.scoring import compare, model, score
from canonym.text.values import NamedTuple

_VERDICTS = 1 << 14
"""Words of which verdicts are remembered, each with the way it stood."""


class Match(NamedTuple):
    """A draft's word and the name it is a spelling of.

    Attributes:
        word: The draft's word with all its places.
        places: The numbers of those where it is this name; elsewhere it may be another's.
        name: The word of names.
        confidence: Probability that a careful editor agrees.
        comparisons: Why.
        aspects: The numbers behind the comparisons, by comparison.
    """

    word: DraftWord
    places: tuple[int, ...]
    name: NameWord
    confidence: float
    comparisons: tuple[Comparison, ...]
    aspects: dict[str, Aspect]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The places where the word is this name."""
        return tuple([self.word.spots[place] for place in self.places])


class _Verdict(NamedTuple):
    """A match wherever its word stands in the same way."""

    places: tuple[int, ...]
    name: NameWord
    confidence: float
    comparisons: tuple[Comparison, ...]
    aspects: dict[str, Aspect]


def matches(draft: Draft, index: Index) -> tuple[Match, ...]:
    """Return for each place of a word in question its likeliest name, where that is likely enough to report.

    A match holds the places that it is the likeliest for. Words that stood in the same way in a draft
    judged before are not judged again.
    """
    found: list[Match] = []
    known, latest = notes(index, matches, _VERDICTS), notes(index, _Judged, _VERDICTS)
    for question in questions(draft, index):
        stands = _stands(question, draft)
        last: _Judged | None = latest.get(question.word.form)
        if last is None or last.stood != stands:
            standing = _standing(question, draft)
            verdicts = known.get(standing)
            if verdicts is None:
                verdicts = known[standing] = _verdicts(question, draft, index)
            last = latest[question.word.form] = _Judged(stands, verdicts)
        found += [Match(question.word, *verdict) for verdict in last.verdicts]
    return tuple(found)


class _Judged(NamedTuple):
    """The verdicts on a word as it stood when it was last judged, in whatever draft."""

    stood: tuple[object, ...]
    verdicts: tuple[_Verdict, ...]


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


def _verdicts(question: Question, draft: Draft, index: Index) -> tuple[_Verdict, ...]:
    found = [judged(pair) for pair in pairs_of(question, draft, index)]
    best: dict[int, int] = {}
    for number, match in enumerate(found):
        for place in match.places:
            known = best.get(place)
            if known is None or _rank(match) > _rank(found[known]):
                best[place] = number
    won: dict[int, list[int]] = defaultdict(list)
    for place in sorted(best):
        won[best[place]].append(place)
    return tuple(
        _Verdict(tuple(places), *found[number][2:])
        for number, places in won.items()
        if found[number].confidence >= model().report
    )


def judged(pair: Pair) -> Match:
    """Return ``pair`` with its likelihood and the reasons."""
    aspects = compare(pair)
    confidence, comparisons = score(aspects)
    return Match(pair.word, pair.places(), pair.name, confidence, comparisons, aspects)


def _rank(match: Match) -> tuple[float, str]:
    return match.confidence, match.name.folded
