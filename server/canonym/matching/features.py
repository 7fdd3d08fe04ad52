"""Compares one word of a draft with one name of the corpus, feature by feature.

Each feature is a function that gives numbers for the model of ``scoring`` and words for people, like the
comparison vectors of record linkage (Fellegi and Sunter 1969).
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log
from unicodedata import combining, normalize

from jellyfish import jaro_winkler_similarity, levenshtein_distance

from canonym.index.termbase_index import Index, NameWord
from canonym.languages import is_derivation, language, ordinary
from canonym.matching.compared_text import ComparedText, ComparedWord
from canonym.matching.draft_sentence import Spot
from canonym.matching.neighbouring_words import Company
from canonym.matching.parallel_slots import Slot
from canonym.spelling import align, known_name, one_place, same_spelling, skeleton
from canonym.spelling.folding import joined
from canonym.spelling.string_similarity import similarity_of
from canonym.text.joining.unspaced import is_unspaced
from canonym.text.scripts.lookalikes import unmixed
from canonym.text.tokens import is_all_caps, is_caseless
from canonym.text.values import NamedTuple

ALIKE = 0.9
"""Two forms of at least this probability by letters count as alike."""
SIGN = 0.25
"""What similarity in signs counts more than in letters: there are hundreds of signs."""
SOUND_ALONE = 0.1
"""What similarity in sound counts less than in signs."""
LONG = 7
"""From this many letters on, similarity is hardly chance."""


class Pair(NamedTuple):
    """A word and a name to compare.

    Attributes:
        word: The draft's word.
        companies: The company of the word at each of its places.
        company: The company that the compared places have in common.
        name: The word of names.
        slots: The places in parallel sentences that the name fills.
        draft: The draft, or an article that is compared with the others like a draft.
        index: The termbase.
        related: Folded words of names in related articles, each with the article's share of the draft's rare
            keys.
    """

    word: ComparedWord
    companies: Sequence[Company]
    company: Company
    name: NameWord
    slots: Sequence[Slot]
    draft: ComparedText
    index: Index  # type: ignore[assignment]  # a tuple's method of the same name is never used
    related: Mapping[str, float]

    def places(self) -> tuple[int, ...]:
        """The numbers of the compared places of the word."""
        return tuple(place for place, company in enumerate(self.companies) if company is self.company)

    def spots(self) -> tuple[Spot, ...]:
        """The places that are compared."""
        return tuple(self.word.spots[place] for place in self.places())

    def is_contradicted(self) -> bool:
        """Return whether these places name somebody else: Hussain Zaidi is not Saddam Hussein.

        A sentence parallel to one of these places overrules that, if it has the name.
        """
        if self.company is not Company.STRANGER:
            return False
        sentences = {spot.sentence for spot in self.spots()}
        return not any(slot.mutual and slot.sentence in sentences for slot in self.slots)


class Aspect(NamedTuple):
    """The result of one feature: numbers for the model, and the reason in words."""

    numbers: dict[str, float]
    reason: str


def spelling(pair: Pair) -> Aspect:
    """How likely both spell one name, by letters alone."""
    form, name = pair.word.form, pair.name.form
    written = _written_alike(form, name) if is_caseless(form) else {}
    if joined(form) == pair.name.folded:
        caps = is_all_caps(form) != is_all_caps(name)
        kind = "capitals" if form.lower() == name.lower() else "marks"
        return Aspect(
            {
                "same_letters": 1.0,
                "all_caps": float(caps),
                "marks": float(kind == "marks"),
                "camel": float(_has_inner_capital(name) and not _has_inner_capital(form)),
                **written,
            },
            _same_letters(form, name, kind),
        )
    here, there = joined(form), pair.name.folded
    probability = min(max(same_spelling(here, there), 0.002), 0.998)
    logit = log(probability / (1 - probability))
    likeness = jaro_winkler_similarity(here, there)
    sound, other = skeleton(form), skeleton(name)
    sounds = 1 - levenshtein_distance(sound, other) / max(len(sound), len(other), 1)
    return Aspect(
        {
            "spelling": logit,
            "spelling_high": max(0.0, logit - 2),
            "likeness": likeness,
            "sounds": sounds,
            "cost": min(3.0, -align(here, there).score / min(len(here), len(there))),
            "short": float(min(len(here), len(there)) <= 4),
            "first_letter": float(here[:1] != there[:1]),
            **written,
        },
        f"spelling alone makes them one name with {probability:.0%}",
    )


def _same_letters(form: str, name: str, kind: str) -> str:
    if form != name and unmixed(form) == name:
        return f"{form} and {name} look alike in letters of two scripts"
    if kind == "marks" and _without_marks(form) != _without_marks(name):
        return f"{form} and {name} are the same in Latin letters"
    return f"{form} and {name} differ in {kind} alone"


def _without_marks(form: str) -> str:
    return "".join(letter for letter in normalize("NFD", form.lower()) if not combining(letter))


def _written_alike(form: str, name: str) -> dict[str, float]:
    """Return how alike two words of a script without capitals are in its own letters and marks.

    Signs that stand for a syllable or more are held against each other by their sound as well.
    """
    here, there = normalize("NFD", form), normalize("NFD", name)
    alike = 1 - levenshtein_distance(here, there) / max(len(here), len(there))
    if is_unspaced(form):
        alike = max(min(alike + SIGN, 1.0), similarity_of(form, joined(name)) - SOUND_ALONE)
    return {"written": alike}


def _has_inner_capital(form: str) -> bool:
    """Return whether a capital follows a small letter: NetEase."""
    return any(a.islower() and b.isupper() for a, b in pairwise(form))


def corpus(pair: Pair) -> Aspect:
    """How well the corpus attests the name."""
    articles = pair.name.articles
    plural = "" if articles == 1 else "s"
    return Aspect({"articles": min(log(1 + articles), 4.0)}, f"in {articles} article{plural} of the corpus")


def place(pair: Pair) -> Aspect:
    """Whether a gazetteer lists both as spellings of the name of one city."""
    here, there = joined(pair.word.form), pair.name.folded
    if here == there or not one_place(here, there):
        return Aspect({}, "")
    return Aspect(
        {"one_place": 1.0}, f"{pair.word.form} and {pair.name.form} are spellings of one city's name"
    )


def slot(pair: Pair) -> Aspect:
    """Whether the name fills the word's place in a parallel sentence."""
    if not pair.slots:
        return Aspect({"no_slot": 1.0}, "no parallel sentence has the name in this place")
    best = max(pair.slots, key=lambda s: 0.3 * s.mutual + s.support + 0.2 * s.neighbours - 0.3 * s.distance)
    return Aspect(
        {
            "slot_support": min(best.support, 1.0),
            "slot_neighbours": float(best.neighbours),
            "slot_distance": best.distance,
            "slot_mutual": float(best.mutual),
            "slot_likeness": min(best.support, 1.0) * similarity_of(pair.word.form, pair.name.folded),
            "slot_alone": float(best.rivals == 1),
            "slot_sole": float(best.rivals == 1 and best.lacking == 1),
            "slot_share": min(
                1.0, len({(s.parallel.story, s.parallel.sentence) for s in pair.slots}) / len(pair.word.spots)
            ),
        },
        "a parallel sentence of the corpus has the name in this place",
    )


def presence(pair: Pair) -> Aspect:
    """Whether the draft also has the name in its right spelling."""
    if not any(form in pair.draft.words for form in pair.name.forms):
        return Aspect({"absent": 1.0}, "the draft lacks the name")
    mine = {s.sentence for s in pair.word.spots}
    theirs = {s.sentence for f in pair.name.forms if f in pair.draft.words for s in pair.draft.words[f].spots}
    together = len(mine & theirs) / len(mine)
    if skeleton(pair.word.form) == skeleton(pair.name.form):
        return Aspect({"told_apart": together}, "the draft has the name too, which sounds the same")
    return Aspect({"together": together}, "the draft has the name too")


def rest_of_name(pair: Pair) -> Aspect:
    """Whether the words beside this one belong to the name or to somebody else's."""
    everywhere, here = pair.companies, pair.company
    in_names = bool(pair.index.leaders(pair.name.folded) or pair.index.followers(pair.name.folded))
    kin = sum(c is Company.KIN for c in everywhere)
    against = sum(c in (Company.STRANGER, Company.UNKNOWN) for c in everywhere) if in_names else 0
    return Aspect(
        {
            "rest_support": min(1.0, kin),
            "rest_share": kin / len(everywhere),
            "rest_against": against / len(everywhere),
            "rest_alike": float(here is Company.ALIKE),
            "rest_stranger": float(here is Company.STRANGER),
        },
        _reason_of_company(pair),
    )


def _reason_of_company(pair: Pair) -> str:
    company = Company.KIN if pair.company is Company.ALONE and Company.KIN in pair.companies else pair.company
    places = zip(pair.word.spots, pair.companies, strict=True)
    spot = next(spot for spot, found in places if found is company)
    beside = " and ".join(_as_written(word, spot, pair.draft) for word in (*spot.left[:1], *spot.right[:1]))
    return {
        Company.ALONE: "no other word of the name speaks for it",
        Company.KIN: f"stands beside {beside} as in the corpus",
        Company.ALIKE: f"stands beside {beside}, which may be another spelling of what the corpus has there",
        Company.STRANGER: f"stands beside {beside}, which the corpus does not have there",
        Company.UNKNOWN: "no other word of the name speaks for it",
    }[company]


def _as_written(folded: str, spot: Spot, draft: ComparedText) -> str:
    """Return the word beside a spot in the letters of the draft; its folded form if that is all there is."""
    forms = (form for form, numbers in draft.where.items() if spot.sentence in numbers)
    return next((form for form in forms if joined(form) == folded), folded)


def word(pair: Pair) -> Aspect:
    """What is known of the word of the draft by itself."""
    form = pair.word.form
    tag = pair.index.language
    low, name = language(tag).small(form), language(tag).small(pair.name.form)
    band = known_name(joined(form))
    here, there = joined(form), pair.name.folded
    alike = here != there and same_spelling(here, there) > ALIKE
    stranger = band == 0 and not ordinary(low, tag) and not pair.index.is_ordinary(low)
    return Aspect(
        {
            "ordinary": float(ordinary(low, tag)),
            "corpus_small": float(pair.index.is_ordinary(low)),
            "known_name": band / 9,
            "alike_known": band / 9 if alike else 0.0,
            "alike_unknown": float(alike and stranger),
            "alike_long": float(alike and stranger and min(len(here), len(there)) >= LONG),
            "often": min(log(len(pair.word.spots)), 3.0),
            "opens_only": float(all(s.opens for s in pair.word.spots)),
            "derivation": float(bool(is_derivation(joined(form), pair.name.folded, tag))),
            "name_ordinary": float(ordinary(name, tag)),
            "name_small": float(pair.index.is_ordinary(name)),
            "hyphen": float("-" in form) - float("-" in pair.name.form),
        },
        "",
    )


def story(pair: Pair) -> Aspect:
    """Whether a related article has the name."""
    share = pair.related.get(pair.name.folded, 0.0)
    return Aspect(
        {"story": float(share > 0), "story_share": share}, "a related article has the name" if share else ""
    )


ASPECTS = (spelling, corpus, place, slot, presence, rest_of_name, word, story)
