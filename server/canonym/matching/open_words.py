"""What of a draft is in question: its words that the corpus does not have, with the names they may be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from canonym.index.memory import those
from canonym.index.termbase_index import Index, NameWord
from canonym.languages import language, ordinary
from canonym.matching.candidates import candidates, in_question, in_related_articles, of_an_ordinary_word
from canonym.matching.draft import Draft, DraftWord
from canonym.matching.features import Pair
from canonym.matching.neighbouring_words import company_of
from canonym.matching.parallel_slots import Slot, find_slots
from canonym.spelling import skeleton
from canonym.text.tokens import is_caseless
from canonym.text.values import NamedTuple

_FORMS = 1 << 16
"""Forms of which it is remembered whether they are ordinary words."""
_NO_SLOTS: Mapping[str, Sequence[Slot]] = {}


class OpenWord(NamedTuple):
    """A word of a draft that may be a spelling of a name.

    Attributes:
        word: The word.
        slots: By the folded names that parallel sentences have in its places, what they fill there.
        related: Folded words of names in related articles, each with the share of the draft's rare keys that
            such an article has.
    """

    word: DraftWord
    slots: Mapping[str, Sequence[Slot]]
    related: Mapping[str, float]


class Question(NamedTuple):
    """A word of a draft with the names it may be a spelling of.

    Attributes:
        word: The word.
        names: The names.
        slots: For each name the places in parallel sentences that it fills.
        related: Folded words of names in related articles, as ``OpenWord`` has them.
    """

    word: DraftWord
    names: tuple[NameWord, ...]
    slots: tuple[tuple[Slot, ...], ...]
    related: Mapping[str, float]


def pairs(draft: Draft, index: Index) -> Iterator[Pair]:
    """Yield each word of ``draft`` in question with each name of ``index`` it may be a spelling of.

    Places of the word that stand in unlike company are pairs of their own.
    """
    for one in open_words(draft, index):
        yield from pairs_of(question_of(one, names_of(one, draft, index)), draft, index)


def open_words(draft: Draft, index: Index) -> Iterator[OpenWord]:
    """Yield the words of ``draft`` that may be spellings of names of ``index``."""
    unsettled = in_question(index, draft.where.keys())
    if not unsettled:
        return
    asked = [form for form in draft.where if form in unsettled]
    slots: dict[str, dict[str, Sequence[Slot]]] = defaultdict(dict)
    for (form, name), some in find_slots(draft, index, asked).items():
        slots[form][name] = some
    related = _related_names(draft, index)
    # Brings 2.0 and 2.3 % of a keystroke in a short and a long draft; emptied by those().
    opening = those(index, _is_ordinary, unsettled - draft.inner, _FORMS) - slots.keys()
    for form in asked:
        if form not in opening:  # its capital is due to its place, and no parallel sentence has a name there
            yield OpenWord(draft.words[form], slots.get(form, _NO_SLOTS), related)


def question_of(one: OpenWord, names: tuple[NameWord, ...]) -> Question:
    """Return whether a word is a spelling of any of ``names``."""
    filled = tuple([tuple(one.slots.get(name.folded, ())) for name in names])
    return Question(one.word, names, filled, one.related)


def names_of(one: OpenWord, draft: Draft, index: Index) -> tuple[NameWord, ...]:
    """Return the names that a word may be a spelling of, by their letters."""
    word, in_slots = one.word, one.slots.keys()
    found: Iterable[str]
    if _is_ordinary(index, word.form) and draft.opens_with(word.form):  # its capital is due to its place
        found = of_an_ordinary_word(index, word.form, in_slots)
    else:
        found = candidates(index, word.form, word.spots, in_slots)
        if is_caseless(word.form):
            found |= in_related_articles(index, word.form, one.related)
    known = map(index.word, sorted(found))
    return tuple([name for name in known if name is not None])


def pairs_of(question: Question, draft: Draft, index: Index) -> Iterator[Pair]:
    """Yield the word of ``question`` with each of its names, but for names that cannot be meant."""
    word = question.word
    for name, slots in zip(question.names, question.slots, strict=True):
        if not _stands_beside(word, name, draft):
            companies = tuple(company_of(spot, name, index) for spot in word.spots)
            for company in dict.fromkeys(companies):
                pair = Pair(word, companies, company, name, slots, draft, index, question.related)
                if not pair.is_contradicted():
                    yield pair


def _is_ordinary(index: Index, form: str) -> bool:
    """Tell whether it is a word of the language, or one that the corpus writes small."""
    low = language(index.language).small(form)
    return ordinary(low, index.language) or index.is_ordinary(low)


def _stands_beside(word: DraftWord, name: NameWord, draft: Draft) -> bool:
    """Tell whether each sentence with the word has the name, too: they are two, unless they sound alike."""
    with_name = sentences_with(name, draft)
    return all(s.sentence in with_name for s in word.spots) and skeleton(word.form) != skeleton(name.form)


def sentences_with(name: NameWord, draft: Draft) -> set[int]:
    """Return the numbers of the sentences of ``draft`` that have ``name``."""
    return {number for form in name.forms if form in draft.where for number in draft.where[form]}


def _related_names(draft: Draft, index: Index) -> dict[str, float]:
    names: dict[str, float] = {}
    for one in index.stories.related(draft.keys) if index.stories else ():
        for sentence in index.stories.stories[one.story].sentences:
            for key in sentence:
                if key & 1:
                    for name in index.names_of_key(key):
                        names[name] = max(names.get(name, 0.0), one.share)
    return names
