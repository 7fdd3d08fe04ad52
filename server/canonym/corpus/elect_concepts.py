"""Turns counts into concepts: which runs are names, their kinds, and their preferred forms."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from itertools import dropwhile

from canonym.corpus.counts import RunCount, Statistics
from canonym.corpus.dictionary_forms import DictionaryForms
from canonym.corpus.gather_forms import with_forms
from canonym.languages import language, ordinary, profile
from canonym.spelling import fold
from canonym.spelling.doublets import have_other_marks, is_doublet
from canonym.spelling.grammar import NO_GRAMMAR, Grammar
from canonym.termbase.concept import Concept, Kind, Term, TermStatus
from canonym.text.tokens import is_all_caps


def names(statistics: Statistics, tag: str, nouns: Container[str] = ()) -> dict[str, RunCount]:
    """Return the runs that are names, without first words whose capital is due to their place.

    Args:
        statistics: The counts of the corpus.
        tag: The tag of the language.
        nouns: Common nouns that the language writes with a capital.
    """
    found: dict[str, RunCount] = {}
    trimmed: dict[str, RunCount] = {}
    for form, count in statistics.runs.items():
        kept = count
        if count.first and not _is_name_word(form.partition(" ")[0], statistics, tag, nouns):
            trimmed.setdefault(_without_first(form, tag), RunCount()).add(_trimmed(count))
            kept = replace(count, first=0, first_articles=0)
        if kept.middle or kept.first:
            found[form] = kept
    for form, count in trimmed.items():
        _lay_over(found, form, count)
    return {
        form: count for form, count in found.items() if form and _is_name(form, count, statistics, tag, nouns)
    }


def _without_first(form: str, tag: str) -> str:
    words = form.split(" ")[1:]
    return " ".join(dropwhile(profile(tag).language.particles.__contains__, words))


def _trimmed(count: RunCount) -> RunCount:
    return RunCount(middle=count.first, articles=count.first_articles, places=count.places)


def _lay_over(found: dict[str, RunCount], form: str, trimmed: RunCount) -> None:
    """Add the mentions after a trimmed word. Articles may have both, so the larger number counts."""
    count = replace(found.get(form, RunCount()))
    articles = max(count.articles + count.first_articles, trimmed.articles)
    count.add(trimmed)
    count.articles, count.first_articles = articles, 0
    found[form] = count


def _is_name(form: str, count: RunCount, statistics: Statistics, tag: str, nouns: Container[str]) -> bool:
    words = (w for w in form.split(" ") if w not in profile(tag).language.particles)
    telling = [w for w in words if w not in nouns]
    if any(_is_name_word(w, statistics, tag, nouns) for w in telling):
        return True
    return len(telling) > 1 and count.articles > 1


def _is_name_word(word: str, statistics: Statistics, tag: str, nouns: Container[str]) -> bool:
    """Return whether ``word`` belongs to names, by its letters and by how the corpus writes it."""
    if word in nouns:
        return False
    low = language(tag).small(word)
    middle, small = statistics.middle[word], statistics.small[low]
    if is_all_caps(word):
        return middle > 0 or not (small or ordinary(low, tag))
    if not small:
        return middle > 0 or not ordinary(low, tag)
    return middle > (small if not ordinary(low, tag) else 2 * small)


def concepts(
    statistics: Statistics, found: Mapping[str, RunCount], tag: str, grammar: Grammar = NO_GRAMMAR
) -> tuple[Concept, ...]:
    """Gather names under one concept if they are forms of one name, or differ only in marks and the like.

    Args:
        statistics: The counts of the corpus.
        found: The names, as ``names`` gives them.
        tag: The tag of the language.
        grammar: Tells forms of one word from spellings.

    Returns:
        The concepts, sorted by id. Acronyms belong to the concept of their long form.
    """
    groups: dict[str, dict[str, RunCount]] = defaultdict(dict)
    for form, count in found.items():
        groups[_joined(form)][form] = count
    acronyms = _acronyms(statistics)
    dictionary = DictionaryForms(found, grammar)
    made = [
        Concept(key, _kind(forms, tag), terms(forms, acronyms, tag, grammar, dictionary))
        for key, forms in sorted(groups.items())
        if key
    ]
    return with_forms(made, dictionary, grammar)


def _joined(form: str) -> str:
    return fold(form).replace(" ", "")


def _acronyms(statistics: Statistics) -> dict[str, str]:
    best: dict[str, tuple[int, str]] = {}
    for (form, short), times in sorted(statistics.acronyms.items()):
        best[form] = max(best.get(form, (0, "")), (times, short))
    return {form: short for form, (_, short) in best.items()}


def terms(
    forms: Mapping[str, RunCount],
    acronyms: Mapping[str, str],
    tag: str,
    grammar: Grammar,
    dictionary: DictionaryForms,
) -> tuple[Term, ...]:
    """Return the terms of one concept: the dictionary form of the best attested first, then by evidence.

    Its acronyms are admitted, and so are the forms that grammar makes of the first one, and other names whose
    marks are letters.
    """
    ranked = sorted(
        forms.items(),
        key=lambda item: (-item[1].articles, -_frequency(item[1]), is_all_caps(item[0]), item[0]),
    )
    strongest = ranked[0][1]
    best = next((form for form, _ in ranked if dictionary.is_of(form, ranked[0][0])), ranked[0][0])
    ranked.sort(key=lambda item: item[0] != best)
    admitted = {
        form
        for form, _ in ranked[1:]
        if is_doublet(form, best, tag)
        or have_other_marks(form, best, tag)
        or grammar.are_forms_of_name(form, best)
    }
    rivals = [count for form, count in ranked[1:] if not is_all_caps(form) and form not in admitted]
    decided = not rivals or outweighs(strongest, rivals[0])
    result = []
    for number, (form, count) in enumerate(ranked):
        status = TermStatus.ADMITTED if form in admitted else _status(form, number, decided=decided)
        result.append(_term(form, count, status))
    shorts = {acronyms[form] for form in forms if form in acronyms}
    return (*result, *(Term(short, TermStatus.ADMITTED) for short in sorted(shorts)))


def _status(form: str, rank: int, *, decided: bool) -> TermStatus | None:
    """Return the status. All capitals are due to a dateline or headline, and are no spelling of their own."""
    if rank and is_all_caps(form):
        return TermStatus.ADMITTED
    if not decided:
        return None
    return TermStatus.DEPRECATED if rank else TermStatus.PREFERRED


def outweighs(best: RunCount, other: RunCount) -> bool:
    """Return whether the corpus decides for ``best``: twice the articles, or more and thrice the mentions."""
    articles, others = best.articles + best.first_articles, other.articles + other.first_articles
    if articles >= 2 * others and articles > others:
        return True
    return articles > others and _frequency(best) >= 3 * _frequency(other)


def _frequency(count: RunCount) -> int:
    return count.middle + count.first


def _term(form: str, count: RunCount, status: TermStatus | None) -> Term:
    return Term(form, status, _frequency(count), count.articles + count.first_articles, count.places)


def _kind(forms: Iterable[str], tag: str) -> Kind:
    last = min(forms).rpartition(" ")[2]
    if "-" in last and any(p[:1].islower() for p in last.split("-")):
        return Kind.TERM
    if language(tag).small(last) in profile(tag).organisations or is_all_caps(last):
        return Kind.ORGANISATION
    return Kind.PLACE if language(tag).small(last) in profile(tag).places else Kind.NAME
