"""Known wrong forms in a draft: a person deprecated them, or the corpus outvoted them.

The same words as names of somebody else are left out.
"""

from collections.abc import Container, Iterator

from canonym.checking.draft_under_check import DraftUnderCheck
from canonym.checking.right_forms import right_forms
from canonym.index.termbase_index import Index
from canonym.languages import has_dictionary, is_function_word, ordinary
from canonym.matching.mentions import Mention
from canonym.spelling import known_name
from canonym.spelling.cities import one_place
from canonym.spelling.doublets import is_doublet
from canonym.spelling.folding import joined
from canonym.termbase.concept import Concept, Kind, Origin, Term, TermStatus
from canonym.text.scripts.script_of_words import is_of_script
from canonym.text.values import NamedTuple

_WRONG = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)


class KnownForm(NamedTuple):
    """A mention of a known wrong form.

    Attributes:
        mention: The mention.
        concept: Its concept.
        term: The form.
        right: The right forms that are nearest to it, the first to suggest first.
    """

    mention: Mention
    concept: Concept
    term: Term
    right: tuple[Term, ...]

    @property
    def best(self) -> Term:
        """The right form."""
        return self.right[0]

    @property
    def has_same_letters(self) -> bool:
        """Return whether it has the letters of the best form, and differs only in case, marks or signs."""
        return joined(self.best.form) == joined(self.term.form)


def wrong_forms(checked: DraftUnderCheck, origin: Origin) -> Iterator[KnownForm]:
    """Yield the mentions of forms that a person deprecated, or that the corpus outvoted."""
    found, tag = [], checked.index.language
    for mention in checked.unsettled:
        concept, term = checked.index.best(mention.text)
        is_learned_doublet = origin is Origin.LEARNED and is_doublet(term.form, concept.terms[0].form, tag)
        is_wrong = term.status in _WRONG and concept.origin is origin and concept.preferred
        if is_wrong and not is_learned_doublet:
            found.append(KnownForm(mention, concept, term, right_forms(concept, term)))
    shared = {known.term.form for known in found if _is_given_name_of_another(checked, known)}
    for known in found:
        if known.term.form in shared and not _stands_beside_its_own(checked, known):
            continue
        if not _is_somebody_else(checked, known.mention, known.concept) and not _is_foreign(checked, known):
            yield known


def _is_given_name_of_another(checked: DraftUnderCheck, known: KnownForm) -> bool:
    """Return whether a decided given name stands before a surname that no name of the termbase has there.

    A list of given names says how some people write theirs. Vladimir Putin is none of them. Where he is in
    the draft, a mere Vladimir may be he as well.
    """
    concept, behind = known.concept, _capitals_beside(checked, known.mention)[1]
    if concept.origin is not Origin.AUTHORED or concept.kind not in (Kind.PERSON, Kind.NAME):
        return False
    wrong, right = joined(known.term.form), joined(known.best.form)
    if " " in known.term.form or not known_name(wrong) or one_place(wrong, right):
        return False
    return (
        bool(behind)
        and not ordinary(behind.lower(), checked.index.language)
        and not _stands_beside_its_own(checked, known)
    )


def _stands_beside_its_own(checked: DraftUnderCheck, known: KnownForm) -> bool:
    """Return whether a word beside a mention stands beside the right form in a name of the termbase."""
    before, behind = _neighbours(checked, known.concept)
    beside = known.mention.beside
    return joined(beside[0]) in before or joined(beside[1]) in behind


def _is_foreign(checked: DraftUnderCheck, known: KnownForm) -> bool:
    """Return whether a form is written in the script of its sentence, and the right form is not."""
    form, span = known.term.form, known.mention.span
    if is_of_script(known.best.form, form):
        return False
    start, sentence = checked.draft.sentence_at(span.start)
    around = sentence.text[: span.start - start] + sentence.text[span.end - start :]
    return not is_of_script(known.best.form, around)


def _is_somebody_else(checked: DraftUnderCheck, mention: Mention, concept: Concept) -> bool:
    """Return whether the words beside a mention name somebody else: Masoud Barzani is not Massoud."""
    if any(
        never in " ".join((mention.beside[0], mention.text, mention.beside[1])).strip()
        for never in concept.never
    ):
        return True
    before, behind = _neighbours(checked, concept)
    is_learned = concept.origin is Origin.LEARNED
    beside = mention.beside if is_learned else _capitals_beside(checked, mention)
    pairs = ((beside[0], before), (beside[1], behind))
    strangers = [w for w, known in pairs if w and joined(w) not in known]
    friends = [w for w, known in pairs if w and joined(w) in known]
    if not strangers or friends:
        return False
    is_one_word = " " not in concept.terms[0].form and not _is_place(mention, concept)
    return is_learned or (is_one_word and _names_a_person(strangers, checked.index))


def _is_place(mention: Mention, concept: Concept) -> bool:
    """Return whether a name is a place: somebody said so, or both forms are spellings of one city."""
    return concept.kind is Kind.PLACE or one_place(joined(mention.text), joined(concept.terms[0].form))


def _neighbours(checked: DraftUnderCheck, concept: Concept) -> tuple[Container[str], Container[str]]:
    """Return the folded words that names of the termbase have before and behind a name."""
    words = concept.terms[0].form.split()
    return checked.index.leaders(joined(words[0])), checked.index.followers(joined(words[-1]))


def _capitals_beside(checked: DraftUnderCheck, mention: Mention) -> tuple[str, str]:
    """Return the words beside a mention whose capitals may show a name; "" for each that there is not.

    Where a sentence opens or a line is in capitals, only a dictionary tells a name from another word.
    """
    before, behind = mention.beside
    if has_dictionary(checked.index.language):
        return before, behind
    start, sentence = checked.draft.sentence_at(mention.span.start)
    at = mention.span.start - start
    if at < sentence.loud_until:
        return "", ""
    number = sentence.number_at(at)
    return ("" if number and sentence.sentence.opens[number - 1] else before), behind


def _names_a_person(words: list[str], index: Index) -> bool:
    return any(known_name(joined(word)) and not _is_ordinary(word, index) for word in words)


def _is_ordinary(word: str, index: Index) -> bool:
    """Return whether a word is of the language: by its dictionary, its closed classes or the corpus."""
    small, tag = word.lower(), index.language
    return is_function_word(small, tag) or ordinary(small, tag) or any(map(index.is_ordinary, (small, word)))
