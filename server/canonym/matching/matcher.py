"""For each word of a draft the name of the corpus it is a spelling of, if the evidence says so."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from canonym.matching.comparisons import Aspect, Pair
from canonym.matching.draft import Draft, DraftWord
from canonym.matching.index import Index, NameWord, joined
from canonym.matching.comparison import Comparison
from canonym.matching.scoring import compare, score
from canonym.matching.slots import Slots, find_slots, likeness_of
from canonym.matching.spelling import is_derivation, ordinary

MIN_SLOT_LIKENESS = 0.55
"""Jaro-Winkler likeness below which not even a parallel sentence makes a candidate."""
MIN_LIKENESS = 0.7
"""The same for names found by their blocking keys."""
MIN_FRAME_LIKENESS = 0.6
"""The same for names that the corpus has beside the same other word of the name."""
MAX_FRAME = 40
"""Words beside a name that fill its frame; a word with more of them frames nothing."""
NEVER_VARIANTS = frozenset(("plural", "demonym"))
"""Derivations that are words of their own wherever they stand."""


@dataclass(frozen=True, slots=True)
class Match:
    """A draft's word and the name it is a spelling of.

    Attributes:
        word: The draft's word with its places.
        name: The word of names.
        confidence: Probability that a careful editor agrees.
        comparisons: Why.
        aspects: The numbers behind the comparisons, by comparison.
    """

    word: DraftWord
    name: NameWord
    confidence: float
    comparisons: tuple[Comparison, ...]
    aspects: dict[str, Aspect]


def best_matches(draft: Draft, index: Index) -> tuple[Match, ...]:
    """Return for each word of ``draft`` in question its likeliest name, whatever the likelihood."""
    best: dict[str, Match] = {}
    for pair in pairs(draft, index):
        aspects = compare(pair)
        confidence, comparisons = score(aspects)
        known = best.get(pair.word.form)
        if known is None or (confidence, pair.name.folded) > (known.confidence, known.name.folded):
            best[pair.word.form] = Match(pair.word, pair.name, confidence, comparisons, aspects)
    return tuple(best.values())


def pairs(draft: Draft, index: Index) -> Iterator[Pair]:
    """Yield each word of ``draft`` in question with each name of ``index`` it may be a spelling of."""
    slots = find_slots(draft, index)
    related = _related_names(draft, index)
    by_word: dict[str, set[str]] = defaultdict(set)
    for form, name in slots:
        by_word[form].add(name)
    for form, word in draft.words.items():
        if is_settled(word, index):
            continue
        for name in sorted(_candidates(word, by_word[form], index)):
            found = index.word(name)
            if found is not None and not _stands_beside(word, found, draft):
                yield Pair(word, found, slots.get((form, name), ()), draft, index, related)


def is_settled(word: DraftWord, index: Index) -> bool:
    """Tell whether there is no question: the corpus has the very form, or it is an ordinary word in its place."""
    known = index.word(joined(word.form))
    if known is not None and word.form in known.forms and not known.deprecated:
        return True
    low = word.form.lower()
    return "." in word.form or (all(s.opens for s in word.spots) and (ordinary(low) or index.is_ordinary(low)))


def _stands_beside(word: DraftWord, name: NameWord, draft: Draft) -> bool:
    """Tell whether every sentence with the word has the name as well: then they are two."""
    with_name = {s.sentence for f in name.forms if f in draft.words for s in draft.words[f].spots}
    return all(s.sentence in with_name for s in word.spots)


def _related_names(draft: Draft, index: Index) -> dict[str, float]:
    names: dict[str, float] = {}
    for number, share in index.stories.related(draft.keys):
        for sentence in index.stories.stories[number].sentences:
            for key in sentence:
                if key & 1:
                    for name in index.names_of_key(key):
                        names[name] = max(names.get(name, 0.0), share)
    return names


def _candidates(word: DraftWord, in_slots: set[str], index: Index) -> Iterator[str]:
    folded = joined(word.form)
    in_frames = _fillers(word, index)
    for name in in_slots | in_frames | index.candidates(word.form):
        least = MIN_SLOT_LIKENESS if name in in_slots else MIN_FRAME_LIKENESS if name in in_frames else MIN_LIKENESS
        if likeness_of(word.form, name) >= least and not _is_derived(folded, name):
            yield name


def _fillers(word: DraftWord, index: Index) -> set[str]:
    """Names that the corpus has beside the words that stand beside this one."""
    found: set[str] = set()
    for spot in word.spots:
        for side, neighbours in ((spot.left[:1], index.followers), (spot.right[:1], index.leaders)):
            for beside in side:
                fillers = neighbours(beside)
                if len(fillers) <= MAX_FRAME:
                    found.update(fillers)
    return found


def _is_derived(folded: str, name: str) -> bool:
    if folded.rstrip("s") == name.rstrip("s") and min(folded[-2:], name[-2:]) != max(folded[-2:], name[-2:]):
        return not (folded.endswith("ss") or name.endswith("ss"))
    return is_derivation(folded, name) in NEVER_VARIANTS
