"""For each word of a draft the name of the corpus it is a spelling of, if the evidence says so."""

from collections import defaultdict
from collections.abc import Iterator

from canonym.matching.candidates import candidates, is_settled, of_an_ordinary_word
from canonym.matching.comparison import Comparison
from canonym.matching.comparisons import Aspect, Pair
from canonym.matching.draft import Draft, DraftWord, Spot
from canonym.matching.index import Index, NameWord
from canonym.matching.kin import company_of
from canonym.matching.scoring import compare, score
from canonym.matching.slots import find_slots
from canonym.matching.spelling import ordinary, skeleton
from canonym.text.values import NamedTuple


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
    asked = [form for form in draft.words if not is_settled(index, form)]
    if not asked:
        return
    slots = find_slots(draft, index)
    related = _related_names(draft, index)
    by_word: dict[str, set[str]] = defaultdict(set)
    for form, name in slots:
        by_word[form].add(name)
    for form in asked:
        word, in_slots = draft.words[form], by_word[form]
        found = (
            of_an_ordinary_word(form, in_slots)
            if _is_ordinary(word, index)
            else candidates(index, form, word.spots, in_slots)
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


def _is_ordinary(word: DraftWord, index: Index) -> bool:
    """Tell whether it is an ordinary word whose capital is due to its place."""
    low = word.form.lower()
    return all(s.opens for s in word.spots) and (ordinary(low) or index.is_ordinary(low))


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
