"""For each word of a draft the name of the corpus it is a spelling of, if the evidence says so."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from canonym.matching.comparison import Comparison
from canonym.matching.comparisons import Aspect, Pair
from canonym.matching.draft import Draft, DraftWord, Spot
from canonym.matching.index import Index, NameWord, joined
from canonym.matching.kin import company_of
from canonym.matching.scoring import compare, score
from canonym.matching.slots import find_slots, likeness_of
from canonym.matching.spelling import is_derivation, ordinary, same_spelling, skeleton

MIN_SLOT_LIKENESS = 0.55
"""Jaro-Winkler likeness below which not even a parallel sentence makes a candidate."""
MIN_LIKENESS = 0.79
"""The same for names that their blocking keys alone propose; it spares most of them the alignment."""
MIN_SPELLING = 0.3
"""Probability, by letters alone, below which a name found by its blocking keys is no candidate."""
MIN_ORDINARY_LIKENESS = 0.85
"""The same for ordinary words at the start of a sentence."""
MIN_FRAME_SPELLING = 0.02
"""The same for names that the corpus has beside the same other word of the name."""
MAX_FRAME = 40
"""Words beside a name that fill its frame; a word with more of them frames nothing."""
NEVER_VARIANTS = frozenset(("plural", "demonym", "adjective"))
"""Derivations that are words of their own wherever they stand."""


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


def best_matches(draft: Draft, index: Index) -> tuple[Match, ...]:
    """Return for each place of a word in question its likeliest name, whatever the likelihood.

    A match holds the places that it is the likeliest for.
    """
    found = [judged(pair) for pair in pairs(draft, index)]
    best: dict[tuple[str, Spot], int] = {}
    for number, match in enumerate(found):
        for spot in match.spots:
            known = best.get((match.word.form, spot))
            if known is None or _rank(match) > _rank(found[known]):
                best[match.word.form, spot] = number
    won: dict[int, list[Spot]] = defaultdict(list)
    for (_, spot), number in best.items():
        won[number].append(spot)
    return tuple(found[number]._replace(spots=tuple(spots)) for number, spots in won.items())


def judged(pair: Pair) -> Match:
    """Return ``pair`` with its likelihood and the reasons."""
    aspects = compare(pair)
    confidence, comparisons = score(aspects)
    return Match(pair.word, pair.spots(), pair.name, confidence, comparisons, aspects)


def _rank(match: Match) -> tuple[float, str]:
    return match.confidence, match.name.folded


def pairs(draft: Draft, index: Index) -> Iterator[Pair]:
    """Yield each word of ``draft`` in question with each name of ``index`` it may be a spelling of.

    Places of the word that stand in unlike company are pairs of their own.
    """
    slots = find_slots(draft, index)
    related = _related_names(draft, index)
    by_word: dict[str, set[str]] = defaultdict(set)
    for form, name in slots:
        by_word[form].add(name)
    for form, word in draft.words.items():
        if is_settled(word, index):
            continue
        in_slots = by_word[form]
        found = (
            _in_a_slot(word, in_slots) if _is_ordinary(word, index) else _candidates(word, in_slots, index)
        )
        for name in sorted(found):
            known = index.word(name)
            if known is not None and not _stands_beside(word, known, draft):
                companies = tuple(company_of(spot, known, index) for spot in word.spots)
                filled = slots.get((form, name), ())
                for company in dict.fromkeys(companies):
                    pair = Pair(word, companies, company, known, filled, draft, index, related)
                    if not pair.is_contradicted():
                        yield pair


def is_settled(word: DraftWord, index: Index) -> bool:
    """Tell whether there is no question: a form known in any language, or an abbreviation."""
    if any(term.language for _, term in index.terms(word.form)):
        return True
    known = index.word(joined(word.form))
    return "." in word.form or (known is not None and word.form in known.forms and not known.deprecated)


def _is_ordinary(word: DraftWord, index: Index) -> bool:
    """Tell whether it is an ordinary word whose capital is due to its place."""
    low = word.form.lower()
    return all(s.opens for s in word.spots) and (ordinary(low) or index.is_ordinary(low))


def _in_a_slot(word: DraftWord, in_slots: set[str]) -> Iterator[str]:
    """Of an ordinary word only a name that is nearly the same, in the same place, can be meant."""
    for name in in_slots:
        if likeness_of(word.form, name) >= MIN_ORDINARY_LIKENESS and not _is_derived(joined(word.form), name):
            yield name


def _stands_beside(word: DraftWord, name: NameWord, draft: Draft) -> bool:
    """Tell whether each sentence with the word has the name, too: they are two, unless they sound alike."""
    with_name = {s.sentence for f in name.forms if f in draft.words for s in draft.words[f].spots}
    return all(s.sentence in with_name for s in word.spots) and skeleton(word.form) != skeleton(name.form)


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
        least = MIN_SLOT_LIKENESS if name in in_slots or name in in_frames else MIN_LIKENESS
        if likeness_of(word.form, name) < least or _is_derived(folded, name):
            continue
        if name in in_slots:
            yield name
        elif is_derivation(folded, name) != "gender":
            least = MIN_FRAME_SPELLING if name in in_frames else MIN_SPELLING
            if same_spelling(folded, name) >= least:
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
