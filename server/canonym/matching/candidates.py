"""Which names a draft's word may be a spelling of, and whether there is any question at all."""

from collections.abc import Iterable, Iterator, Set

from canonym.index.memory import remembered, those
from canonym.index.termbase_index import Index
from canonym.matching.draft_sentence import Spot
from canonym.spelling import are_twins, is_derivation, same_spelling
from canonym.spelling.folding import joined
from canonym.spelling.string_similarity import alike, most_similar, similarity_of

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
NEAREST = 64
"""Names, the likest ones, that a word is aligned with, though thousands share its blocking keys and be alike.

In a run without a bound no word had more than 33, and no candidate was behind the 22 likest: 15,306 words
that raised a question, in 9,336 drafts and articles, against 24,569 concepts of 5,890 articles.
"""
MAX_FRAME = 40
"""Words beside a name that fill its frame; a word with more of them frames nothing."""
NEVER_VARIANTS = frozenset(("plural", "demonym", "adjective"))
"""Derivations that are words of their own wherever they stand."""
_FORMS = 1 << 16
"""Forms of which answers are remembered."""


def in_question(index: Index, forms: Set[str]) -> Set[str]:
    """Return those of ``forms`` that are not settled."""
    return those(index, _is_unsettled, forms, _FORMS)


def _is_unsettled(index: Index, form: str) -> bool:
    return not is_settled(index, form)


def is_settled(index: Index, form: str) -> bool:
    """Tell whether there is no question: a form known in any language, or an abbreviation."""
    known = index.word(joined(form))
    if "." in form or (known is not None and form in known.forms and not known.deprecated):
        return True
    return index.is_foreign(form)


def candidates(index: Index, form: str, spots: Iterable[Spot], in_slots: Iterable[str]) -> set[str]:
    """Return the folded words of names that ``form`` may be a spelling of.

    Args:
        index: The termbase.
        form: The draft's word.
        spots: Its places.
        in_slots: Names that parallel sentences have in these places.
    """
    found = set(by_letters(index, form))
    for spot in spots:
        for beside in spot.left[:1]:
            found.update(_behind(index, form, beside))
        for beside in spot.right[:1]:
            found.update(_before(index, form, beside))
    folded = joined(form)
    found.update(
        name
        for name in in_slots
        if similarity_of(form, name) >= MIN_SLOT_LIKENESS
        and not _is_derived(folded, name)
        and not _is_of_a_part(form, name)
    )
    return found


def of_an_ordinary_word(form: str, in_slots: Iterable[str]) -> Iterator[str]:
    """Of an ordinary word only a name that is nearly the same, in the same place, can be meant."""
    for name in in_slots:
        if similarity_of(form, name) >= MIN_ORDINARY_LIKENESS and not _is_derived(joined(form), name):
            yield name


@remembered(_FORMS)
def by_letters(index: Index, form: str) -> tuple[str, ...]:
    """Return the names that share a blocking key with ``form`` and are alike enough; of many the likest."""
    near = list(alike(form, index.candidates(form), MIN_LIKENESS))
    return tuple(_spelt_alike(form, most_similar(form, near, NEAREST), MIN_SPELLING))


@remembered(_FORMS)
def _behind(index: Index, form: str, beside: str) -> tuple[str, ...]:
    return tuple(_fillers(form, index.followers(beside)))


@remembered(_FORMS)
def _before(index: Index, form: str, beside: str) -> tuple[str, ...]:
    return tuple(_fillers(form, index.leaders(beside)))


def _fillers(form: str, names: dict[str, int]) -> Iterator[str]:
    """Names that the corpus has beside a word that stands beside ``form``."""
    if len(names) <= MAX_FRAME:
        yield from _spelt_alike(form, alike(form, names, MIN_SLOT_LIKENESS), MIN_FRAME_SPELLING)


def _spelt_alike(form: str, names: Iterable[str], spelling: float) -> Iterator[str]:
    folded = joined(form)
    for name in names:
        if _is_derived(folded, name) or are_twins(folded, name) or _is_of_a_part(form, name):
            continue
        if is_derivation(folded, name) != "gender" and same_spelling(folded, name) >= spelling:
            yield name


def _is_derived(folded: str, name: str) -> bool:
    if folded.rstrip("s") == name.rstrip("s") and min(folded[-2:], name[-2:]) != max(folded[-2:], name[-2:]):
        return not (folded.endswith("ss") or name.endswith("ss"))
    return is_derivation(folded, name) in NEVER_VARIANTS


def _is_of_a_part(form: str, name: str) -> bool:
    """Tell whether a part of a hyphened word is meant rather than the whole: Raschidi in al-Raschidi."""
    if "-" not in form:
        return False
    whole = similarity_of(form, name)
    return any(similarity_of(part, name) > whole for part in form.split("-") if part)
