"""For each word of a draft the name of the corpus it is a spelling of, if the evidence says so."""

from collections import defaultdict
from collections.abc import Hashable, Mapping

from canonym.matching.comparison import Comparison
from canonym.matching.comparisons import Aspect, Pair
from canonym.matching.draft import Draft, DraftWord
from canonym.matching.index import Index, NameWord
from canonym.matching.memory import notes
from canonym.matching.questions import Question, pairs_of, questions, sentences_with
from canonym.matching.scoring import compare, model, score
from canonym.matching.sentence import Spot
from canonym.text.values import NamedTuple

_VERDICTS = 1 << 14
"""Words of which verdicts are remembered, each with the way it stood."""


class Match(NamedTuple):
    """A draft's word and the name it is a spelling of.

    Attributes:
        word: The draft's word with all its places.
        spots: The places where it is this name; elsewhere it may be another's.
        name: The word of names.
        confidence: Probability that a careful editor agrees.
        comparisons: Why.
        aspects: The numbers behind the comparisons, by comparison.
    """

    word: DraftWord
    spots: tuple[Spot, ...]
    name: NameWord
    confidence: float
    comparisons: tuple[Comparison, ...]
    aspects: dict[str, Aspect]


class _Verdict(NamedTuple):
    """A match wherever its word stands in the same way: places are numbers of the word's spots."""

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
    known = notes(index, matches, _VERDICTS)
    for question in questions(draft, index):
        standing = _standing(question, draft)
        verdicts = known.get(standing)
        if verdicts is None:
            verdicts = known[standing] = _verdicts(question, draft, index)
        word = question.word
        for places, *verdict in verdicts:
            found.append(Match(word, tuple(word.spots[place] for place in places), *verdict))
    return tuple(found)


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
    best: dict[Spot, int] = {}
    for number, match in enumerate(found):
        for spot in match.spots:
            known = best.get(spot)
            if known is None or _rank(match) > _rank(found[known]):
                best[spot] = number
    won: dict[int, list[int]] = defaultdict(list)
    for place, spot in enumerate(question.word.spots):
        if spot in best:
            won[best[spot]].append(place)
    return tuple(
        _Verdict(tuple(places), *found[number][2:])
        for number, places in won.items()
        if found[number].confidence >= model().report
    )


def judged(pair: Pair) -> Match:
    """Return ``pair`` with its likelihood and the reasons."""
    aspects = compare(pair)
    confidence, comparisons = score(aspects)
    return Match(pair.word, pair.spots(), pair.name, confidence, comparisons, aspects)


def _rank(match: Match) -> tuple[float, str]:
    return match.confidence, match.name.folded
