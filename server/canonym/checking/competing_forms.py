"""Finds competing spellings: forms of one draft or of several between which nothing decides."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.index.memory import those
from canonym.index.termbase_index import Index, joined
from canonym.languages import is_derivation, language, ordinary
from canonym.matching.candidates import is_settled
from canonym.matching.decided.decided_cases import decided_case
from canonym.matching.decided.decided_stems import decided_stem
from canonym.matching.draft import DraftWord
from canonym.spelling import are_twins, keys, known_name, same_spelling
from canonym.spelling.doublets import have_other_marks, is_doublet
from canonym.spelling.grammar import Grammar
from canonym.spelling.nearest_forms import NearForms
from canonym.text.capitals import differ_by_place
from canonym.text.document import visible_text
from canonym.text.scripts.lookalikes import unmixed
from canonym.text.scripts.script_of_words import script_of
from canonym.text.span import Span
from canonym.text.tokens import Token, is_caseless
from canonym.text.values import NamedTuple

MIN_LETTERS = 5
MIN_SPELLING = 0.9
"""Least probability by letters of two competing forms."""
MIN_SIMILARITY = 0.85
"""Least Jaro-Winkler similarity of two competing forms."""
_FORMS = 1 << 16
"""Forms whose answers are remembered."""


class Form(NamedTuple):
    """A form that nothing decides, with its places in one draft.

    Attributes:
        text: The form.
        spans: Its places.
        written: The text of each place, which may have other apostrophes and hyphens.
        beside: Folded words right beside it.
        concept: Id of its undecided concept; empty for an unknown name.
        language: The tag of the language of its places. Forms of other languages do not compete.
    """

    text: str
    spans: tuple[Span, ...]
    written: tuple[str, ...]
    beside: frozenset[str]
    concept: str
    language: str


class Survey(NamedTuple):
    """The forms of one draft that nothing decides. ``compare`` needs nothing else.

    Attributes:
        path: The draft.
        forms: The forms.
    """

    path: str
    forms: tuple[Form, ...]


class Contest(NamedTuple):
    """Two forms of one name.

    Attributes:
        stronger: The commoner one, or else the first one.
        weaker: The other.
        concept: Id of their undecided concept; empty for an unknown name.
        instead: The stronger one with the ending of the weaker one.
    """

    stronger: str
    weaker: str
    concept: str
    instead: str


# Brings .3 and .6 % of a keystroke in a short and a long draft; it holds the latest draft alone.
@lru_cache(1)  # each check of a draft asks twice
def survey(checked: DraftUnderCheck) -> Survey:
    """Return the forms of a draft that nothing decides."""
    claimed = {match.word.form for match in checked.matches}
    draft = checked.draft
    # Brings 5.0 and 5.8 % of a keystroke in a short and a long draft; emptied by those().
    open_ = those(checked.index, _is_open, draft.where.keys(), _FORMS) - claimed
    unknown = (
        _form(draft.words[form], checked.index.language)
        for form in draft.where
        if form in open_ and not draft.opens_with(form)
    )
    return Survey(checked.document.path, (*_undecided(checked), *unknown))


def _is_open(index: Index, form: str) -> bool:
    """Return whether nothing decides about a form that is a name, not merely capitalised by its place."""
    if is_caseless(form):  # without a corpus, nothing tells a name from another word
        return False
    low = language(index.language).small(form)
    if len(form) < MIN_LETTERS or ordinary(low, index.language) or index.is_ordinary(low) or "." in low:
        return False
    if is_settled(index, form) or _is_plural_of_settled(index, form):
        return False
    if decided_stem(index, form) or decided_case(index, (form,)):  # a person's decision is no rival
        return False
    return not any(is_settled(index, part.text) for part in Token(0, form).parts() if part.may_name)


def _is_plural_of_settled(index: Index, form: str) -> bool:
    """Return whether a form can only be the plural of a known one: Massouds, but not Williams."""
    singular = form.removesuffix("s")
    return singular != form and not known_name(joined(form)) and is_settled(index, singular)


def _form(word: DraftWord, tag: str) -> Form:
    spans = tuple(s.token.span for s in word.spots)
    written = tuple(visible_text(s.token.text) for s in word.spots)
    beside = frozenset(w for s in word.spots for w in (*s.left[:1], *s.right[:1]))
    return Form(word.form, spans, written, beside, "", tag)


def _undecided(checked: DraftUnderCheck) -> Iterator[Form]:
    places: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for mention in checked.unsettled:
        if mention.status is None:
            places[mention.text, mention.concept].append(mention.span)
    for (text, concept), spans in places.items():
        written = tuple(map(checked.document.visible_text, spans))
        yield Form(text, tuple(spans), written, frozenset(), concept, checked.index.language)


def contests(surveys: Sequence[Survey], grammar: Grammar, tag: str) -> Iterator[Contest]:
    """Yield for each form among ``surveys`` of one language its first contest with a stronger form."""
    total: dict[str, int] = defaultdict(int)
    order: dict[str, int] = {}
    beside: dict[str, set[str]] = defaultdict(set)
    concept: dict[str, str] = {}
    for form in (f for s in surveys for f in s.forms):
        total[form.text] += len(form.spans)
        order.setdefault(form.text, len(order))
        beside[form.text] |= form.beside
        concept[form.text] = form.concept
    rank = {form: place for place, form in enumerate(sorted(order, key=lambda f: (-total[f], order[f])))}
    near = NearForms({form: blocks(form, id_) for form, id_ in concept.items()})
    for weaker in sorted(concept):
        stronger = [form for form in near.of(weaker) if rank[form] < rank[weaker]]
        if not concept[weaker]:
            likely = near.alike(weaker, stronger, MIN_SIMILARITY)
            stronger = [
                next(
                    (
                        form
                        for form in sorted(likely)
                        if not grammar.are_kin(weaker, form) and _one_name(weaker, form, beside, tag)
                    ),
                    "",
                )
            ]
        if found := min(stronger, default=""):
            yield Contest(found, weaker, concept[weaker], grammar.in_form_of(found, weaker))


def blocks(form: str, concept: str) -> tuple[str, ...]:
    """Return the keys of a form. Competing forms share a key."""
    return (f"={concept}",) if concept else keys(form)


def _one_name(a: str, b: str, beside: Mapping[str, Set[str]], tag: str) -> bool:
    """Return whether two similar forms are one name: no script, derivation or neighbour separates them."""
    if differ_by_place(a, b) or is_doublet(a, b, tag) or script_of(unmixed(a)) != script_of(unmixed(b)):
        return False
    if have_other_marks(a, b, tag):
        return False
    mine, theirs = beside[a], beside[b]
    here, there = joined(a), joined(b)
    if mine.isdisjoint(theirs) and ((mine and theirs) or (known_name(here) and known_name(there))):
        return False
    if is_derivation(here, there, tag) or are_twins(here, there):
        return False
    if _is_rest(here, there, mine) or _is_rest(there, here, theirs):
        return False
    return same_spelling(here, there) >= MIN_SPELLING


def _is_rest(rest: str, whole: str, beside: Set[str]) -> bool:
    """Return whether ``whole`` is ``rest`` with a word beside it: Farouk in al-Farouk."""
    return any(whole in (word + rest, rest + word) for word in beside)
