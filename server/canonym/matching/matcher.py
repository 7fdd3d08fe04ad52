"""For each word of a draft the name of the corpus it is a spelling of, if the evidence says so."""

from collections import defaultdict
from collections.abc import Hashable
from enum import StrEnum
from typing import Any

from canonym.index.name_word import NameWord
from canonym.index.termbase_index import Index
from canonym.matching.draft import Draft, DraftWord
from canonym.matching.draft_sentence import Spot
from canonym.matching.feature_result import Comparison
from canonym.matching.features import Aspect, Pair
from canonym.matching.meant_concept import concept_at, never_alone
from canonym.matching.open_words import Question, open_words, pairs_of
from canonym.matching.real_word_errors import is_real_word
from canonym.matching.remembered_verdicts import verdicts_on
from canonym.matching.scoring import compare, model, score
from canonym.termbase.concept import Concept
from canonym.text.values import NamedTuple


class Difference(StrEnum):
    """In what a draft's word differs from the name that it is taken for."""

    DRESS = "dress"
    """In case, hyphens, accents or apostrophes: the letters are the same."""
    SPELLING = "spelling"
    """In letters, as two spellings of one name may."""
    WORD = "word"
    """It is a real word, which its letters alone would not make the name."""


class Verdict(NamedTuple):
    """What was decided of a draft's word and a name, and what it was decided from.

    Attributes:
        form: The draft's word, as ``plain`` writes it.
        places: The numbers of its places that are spoken of.
        name: The word of names.
        confidence: Probability that a careful editor agrees.
        comparisons: Why.
        aspects: The numbers behind the comparisons, by comparison.
        language: The tag of the language of both.
    """

    form: str
    places: tuple[int, ...]
    name: NameWord
    confidence: float
    comparisons: tuple[Comparison, ...]
    aspects: dict[str, Aspect]
    language: str

    def number(self, aspect: str, feature: str, default: float = 0.0) -> float:
        """Return a number of a comparison; ``default`` where that does not tell it."""
        return self.aspects[aspect].numbers.get(feature, default)

    @property
    def difference(self) -> Difference:
        """In what the word differs from the name."""
        if self.number("spelling", "same_letters"):
            return Difference.DRESS
        is_unlikely = self.number("spelling", "spelling") < 0
        return (
            Difference.WORD if is_unlikely and is_real_word(self.form, self.language) else Difference.SPELLING
        )


class Match(NamedTuple):
    """A draft's word and the name it is a spelling of, with all that was known when this was decided.

    Attributes:
        word: The draft's word with all its places.
        verdict: The decision, on the places where the word is this name; elsewhere it may be another's.
        difference: In what the word differs from the name.
        concepts: For each of these places the concept that the word there belongs to.
        never: Folded, what somebody decided is never the name that the name's word is by itself.
        made: What was made of the match before, by what else it was made from; it goes with the verdict.
    """

    word: DraftWord
    verdict: Verdict
    difference: Difference
    concepts: tuple[Concept, ...]
    never: tuple[str, ...]
    # Without it a keystroke in 25,000 characters takes 13 %, one in 250,000 25 % more CPU; it goes with the
    # verdict.
    made: dict[Hashable, Any]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The places where the word is this name, as counted from the start of the draft."""
        return tuple([self.word.spots[place] for place in self.verdict.places])


def matches(draft: Draft, index: Index) -> tuple[Match, ...]:
    """Return for each place of a word in question its likeliest name, where that is likely enough to report.

    A match holds the places that it is the likeliest for. Words that stand as they last stood, in whatever
    draft, are not judged again.
    """
    found: list[Match] = []
    for one in open_words(draft, index):
        found += [match.of(one.word) for match in verdicts_on(one, draft, index, _reported)]
    return tuple(found)


class _Reported(NamedTuple):
    """A match wherever its word stands in the same way."""

    verdict: Verdict
    difference: Difference
    concepts: tuple[Concept, ...]
    never: tuple[str, ...]
    made: dict[Hashable, Any]

    def of(self, word: DraftWord) -> Match:
        return Match(word, self.verdict, self.difference, self.concepts, self.never, self.made)


def _reported(question: Question, draft: Draft, index: Index) -> tuple[_Reported, ...]:
    """Return for each place of a word its likeliest name, where that is likely enough to report."""
    found = [judged(pair) for pair in pairs_of(question, draft, index)]
    best: dict[int, int] = {}
    for number, verdict in enumerate(found):
        for place in verdict.places:
            known = best.get(place)
            if known is None or _rank(verdict) > _rank(found[known]):
                best[place] = number
    won: dict[int, list[int]] = defaultdict(list)
    for place in sorted(best):
        won[best[place]].append(place)
    likely = ((found[number], places) for number, places in won.items())
    return tuple(
        _with_concepts(verdict._replace(places=tuple(places)), question.word, index)
        for verdict, places in likely
        if verdict.confidence >= model().report
    )


def _with_concepts(verdict: Verdict, word: DraftWord, index: Index) -> _Reported:
    concepts = tuple([concept_at(verdict.name, word.spots[place], index) for place in verdict.places])
    return _Reported(verdict, verdict.difference, concepts, never_alone(index, verdict.name.folded), {})


def judged(pair: Pair) -> Verdict:
    """Return what is decided of ``pair``, with the reasons."""
    aspects = compare(pair)
    confidence, comparisons = score(aspects)
    return Verdict(
        pair.word.form, pair.places(), pair.name, confidence, comparisons, aspects, pair.index.language
    )


def _rank(verdict: Verdict) -> tuple[float, str]:
    return verdict.confidence, verdict.name.folded
