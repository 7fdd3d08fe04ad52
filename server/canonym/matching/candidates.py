"""Finds the names that a word of a draft may spell, and whether it is a candidate at all."""

from collections.abc import Iterable, Iterator, Mapping, Set

from canonym.index.memory import remembered, those
from canonym.index.termbase_index import Index
from canonym.languages import is_derivation
from canonym.matching.draft_sentence import Spot
from canonym.matching.name_forms import farther_by_stem, is_form_of, is_form_of_any, starts
from canonym.spelling import are_twins, same_spelling
from canonym.spelling.doublets import have_other_marks, is_doublet
from canonym.spelling.folding import joined
from canonym.spelling.string_similarity import alike, most_similar, similarity_of
from canonym.text.capitals import in_capitals
from canonym.text.joining.unspaced import is_unspaced
from canonym.text.scripts.script_of_words import is_of_script

MIN_SLOT_SIMILARITY = 0.55
"""Least Jaro-Winkler similarity of a candidate from a parallel sentence."""
MIN_SIMILARITY = 0.79
"""Least similarity of a candidate from blocking keys alone. It spares most of them the alignment."""
MIN_RELATED_SIMILARITY = 0.75
"""Least similarity of a name in a related article to a word of a script without capitals."""
MIN_SPELLING = 0.3
"""Least probability by letters of a candidate from blocking keys."""
MIN_ORDINARY_SIMILARITY = 0.85
"""Least similarity to an ordinary word at the start of a sentence."""
MIN_FRAME_SPELLING = 0.02
"""Least probability by letters of a name that the corpus has beside the same other word."""
NEAREST = 64
"""Most names that a word is aligned with, the most similar ones first.

Without a bound no word had more than 33 names, and no candidate ranked below 22. That was measured on 15,306
words of 9,336 drafts and articles, against 24,569 concepts of 5,890 articles.
"""
MAX_FRAME = 40
"""Most words that fill the frame of a name. A word with more neighbours is no frame."""
MIN_PART = 4
"""Least letters that make a compound of a name. Nobody adds so many by mistake."""
NEVER_VARIANTS = frozenset(("plural", "demonym", "adjective"))
"""Derivations that are always words of their own."""
_FORMS = 1 << 16
"""Forms whose answers are remembered."""


def in_question(index: Index, forms: Set[str]) -> Set[str]:
    """Return the ``forms`` that are not settled."""
    # Brings 5.3 and 5.7 % of a keystroke in a short and a long draft; emptied by those().
    return those(index, _is_unsettled, forms, _FORMS)


def _is_unsettled(index: Index, form: str) -> bool:
    return not is_settled(index, form)


def is_settled(index: Index, form: str) -> bool:
    """Return whether a form needs no check: it is known, a doublet of a known one, a noun, an abbreviation.

    This is the one place that takes doublets of orthography for known forms. What a person deprecated is
    found by its form (``checking/known_forms.py``), so a decision counts all the same.
    """
    known = index.word(joined(form))
    if "." in form:
        return True
    if known is not None and not known.deprecated and _has(known.forms, form, index.language):
        return True
    return _is_noun(index, form) or index.is_foreign(form)


def _is_noun(index: Index, form: str) -> bool:
    """Return whether the corpus takes a capitalised form, or each of its parts, for a common noun."""
    return all(index.is_ordinary(part) for part in form.split("-"))


def _has(forms: Iterable[str], form: str, tag: str) -> bool:
    if form in forms or any(is_doublet(form, one, tag) for one in forms):
        return True
    # COEUR of Cœur: capitals that are no doublets of it, but of its capitals
    return form.isupper() and any(is_doublet(form, in_capitals(one), tag) for one in forms)


def candidates(index: Index, form: str, spots: Iterable[Spot], in_slots: Iterable[str]) -> set[str]:
    """Return the folded words of names that ``form`` may spell.

    Args:
        index: The termbase.
        form: The draft's word.
        spots: Its places.
        in_slots: Names in these places of parallel sentences.
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
        if similarity_of(form, name) >= MIN_SLOT_SIMILARITY
        and not _is_derived(folded, name, index.language)
        and not _is_of_a_part(form, name)
    )
    kin = {name for name in (*found, *starts(index, folded)) if is_form_of(index, form, name)}
    if kin:
        found.intersection_update(in_slots)  # another name is unlikelier than a form of a known one
    found -= farther_by_stem(index, folded, found - kin)
    return {
        name
        for name in found - kin
        if _may_be_meant(index, form, name) and not is_form_of_any(index, name, kin)
    }


def of_an_ordinary_word(index: Index, form: str, in_slots: Iterable[str]) -> Iterator[str]:
    """Yield the candidates of an ordinary word: only nearly equal names in the same place."""
    for name in in_slots:
        if (
            similarity_of(form, name) >= MIN_ORDINARY_SIMILARITY
            and not _is_derived(joined(form), name, index.language)
            and not is_form_of(index, form, name)
            and not _is_another(index, form, name)
        ):
            yield name


def in_related_articles(index: Index, form: str, related: Mapping[str, float]) -> set[str]:
    """Return the names in related articles that are similar to a word of a script without capitals.

    Its letters, romanised, need not share a key: they were never meant for readers of English.
    """
    near = most_similar(form, list(alike(form, related, MIN_RELATED_SIMILARITY)), NEAREST)
    return {name for name in near if _may_be_meant(index, form, name)}


def _may_be_meant(index: Index, form: str, name: str) -> bool:
    is_apart = is_form_of(index, form, name) or _is_another(index, form, name)
    if is_apart or not _is_of_script(index, form, name):
        return False
    word = index.word(name)
    # Where no space parts words, what has a name within is that name with something beside it.
    return word is None or not is_unspaced(form) or not (word.form in form or form in word.form)


def _is_another(index: Index, form: str, name: str) -> bool:
    """Return whether the marks of ``form`` make it another word than the folded ``name``."""
    word = index.word(name)
    return word is not None and have_other_marks(form, word.form, index.language)


def _is_of_script(index: Index, form: str, name: str) -> bool:
    """Return whether the folded ``name`` is written in the script of ``form``; else it is no suggestion."""
    word = index.word(name)
    return word is None or is_of_script(word.form, form)


# Brings 1.4 and 1.6 % of a keystroke in a short and a long draft; emptied by Memory.begin.
@remembered(_FORMS)
def by_letters(index: Index, form: str) -> tuple[str, ...]:
    """Return the names similar to ``form`` that share a blocking key, at most ``NEAREST`` of them."""
    near = list(alike(form, index.candidates(form), MIN_SIMILARITY))
    return tuple(_spelt_alike(form, most_similar(form, near, NEAREST), MIN_SPELLING, index.language))


# Brings 1.2 and 1.6 % of a keystroke in a short and a long draft; emptied by Memory.begin.
@remembered(_FORMS)
def _behind(index: Index, form: str, beside: str) -> tuple[str, ...]:
    return tuple(_fillers(form, index.followers(beside), index.language))


# Brings 1.3 and 1.6 % of a keystroke in a short and a long draft; emptied by Memory.begin.
@remembered(_FORMS)
def _before(index: Index, form: str, beside: str) -> tuple[str, ...]:
    return tuple(_fillers(form, index.leaders(beside), index.language))


def _fillers(form: str, names: dict[str, int], tag: str) -> Iterator[str]:
    """Yield the names that the corpus has beside a neighbour of ``form``."""
    if len(names) <= MAX_FRAME:
        yield from _spelt_alike(form, alike(form, names, MIN_SLOT_SIMILARITY), MIN_FRAME_SPELLING, tag)


def _spelt_alike(form: str, names: Iterable[str], spelling: float, tag: str) -> Iterator[str]:
    folded = joined(form)
    for name in names:
        if _is_derived(folded, name, tag) or are_twins(folded, name) or _is_of_a_part(form, name):
            continue
        if is_derivation(folded, name, tag) != "gender" and same_spelling(folded, name) >= spelling:
            yield name


def _is_derived(folded: str, name: str, tag: str) -> bool:
    if len(folded) >= len(name) + MIN_PART and (folded.startswith(name) or folded.endswith(name)):
        return True  # a compound of it, or another derivation
    if folded.rstrip("s") == name.rstrip("s") and min(folded[-2:], name[-2:]) != max(folded[-2:], name[-2:]):
        return not (folded.endswith("ss") or name.endswith("ss"))
    return is_derivation(folded, name, tag) in NEVER_VARIANTS


def _is_of_a_part(form: str, name: str) -> bool:
    """Return whether ``name`` fits a part of a hyphened word better: Raschidi in al-Raschidi."""
    if "-" not in form:
        return False
    whole = similarity_of(form, name)
    return any(similarity_of(part, name) > whole for part in form.split("-") if part)
