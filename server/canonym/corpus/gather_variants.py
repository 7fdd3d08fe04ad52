"""Gathers spellings of one name under one concept.

Each article is compared with the rest of the corpus like a draft. The candidates are words that only one
article has. Letters, the other words of the name and parallel sentences may show that such a word is a
variant of a better attested one. Names that differ only in such words are one concept. The threshold is
higher than that of a finding, because nobody looks at each case.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from canonym.corpus.counts import RunCount
from canonym.corpus.elect_concepts import outweighs
from canonym.corpus.kept_stories.story_store import StoryStore
from canonym.corpus.related.related_stories import Excerpt, Relations, first_stories
from canonym.corpus.related.signed_text import signed_text
from canonym.corpus.variant_candidates import VariantCandidates
from canonym.corpus.workers.local_workers import helped
from canonym.index.termbase_index import Index, NameWord
from canonym.languages import ordinary
from canonym.matching.features import Pair
from canonym.matching.neighbouring_words import company_of
from canonym.matching.parallel_slots import find_slots
from canonym.matching.scoring import compare, score
from canonym.spelling.folding import joined
from canonym.spelling.nearest_forms import NearForms
from canonym.stories.signature import word_key
from canonym.termbase.concept import Concept, Term, TermStatus
from canonym.termbase.termbase import Story, Termbase
from canonym.text.tokens import is_all_caps, tokenize
from canonym.text.values import NamedTuple

THRESHOLD = 0.7
"""Probability from which two words of names are taken for one."""


_Item = TypeVar("_Item")

PIECE = 64
"""Words that are asked about at a time."""


class Question(NamedTuple):
    """Whether a word is a spelling of another.

    Attributes:
        word: The word, which one article alone has.
        names: Better attested words that it may be a spelling of.
    """

    word: NameWord
    names: tuple[NameWord, ...]


def gather(termbase: Termbase, stories: StoryStore, jobs: int = 1) -> Termbase:
    """Return ``termbase`` with the spellings of each name gathered under its concept.

    Args:
        termbase: The names; its stories are not looked at.
        stories: The stories of the same corpus.
        jobs: Number of processes.
    """
    variants = _variants(termbase, stories, jobs)
    if not variants:
        return termbase
    return termbase._replace(concepts=_merged(termbase.concepts, variants))


def _variants(termbase: Termbase, stories: StoryStore, jobs: int) -> dict[str, str]:
    """Return folded words with the folded word each is a spelling of."""
    frames = _frames(termbase.concepts)
    words = [(word, frames.of(word)) for word in _singles(termbase)]
    with helped(VariantCandidates.build(termbase), min(jobs, 1 + len(words) // PIECE)) as run:
        questions = [question for found in run(_questions, _pieces(words)) for question in found]
        homes = _homes(questions, stories, termbase.language)
        relations = Relations(stories, set(homes.values()))
        found = ((q, stories[homes[q.word.folded]]) for q in questions if q.word.folded in homes)
        work = ((question, home, relations.excerpt(home)) for question, home in found)
        return {word: name for some in run(_spellings, _pieces(work)) for word, name in some}


def _pieces(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    rest = iter(items)
    while piece := list(islice(rest, PIECE)):
        yield piece


def _questions(known: VariantCandidates, words: Iterable[tuple[str, set[str]]]) -> list[Question]:
    found = []
    for folded, framed in words:
        if (word := known.index.word(folded)) is not None and (names := tuple(known.of(word, framed))):
            found.append(Question(word, names))
    return found


def _spellings(
    known: VariantCandidates, work: Iterable[tuple[Question, Story, Excerpt]]
) -> list[tuple[str, str]]:
    found = []
    for question, home, excerpt in work:
        word, names = question.word, question.names
        known.index.stories = excerpt.index()
        probable = _probabilities(word, names, home, known.index)
        best, name = max(zip(probable, (name.folded for name in names), strict=True))
        if best >= THRESHOLD:
            found.append((word.folded, name))
    return found


def _singles(termbase: Termbase) -> list[str]:
    """Words of names that one article alone has."""
    articles: dict[str, int] = defaultdict(int)
    for concept in termbase.concepts:
        for term in concept.terms:
            for token in tokenize(term.form):
                if token.may_name and not is_all_caps(token.text):
                    articles[joined(token.text)] = max(articles[joined(token.text)], term.articles)
    return sorted(
        w for w, count in articles.items() if count == 1 and len(w) > 3 and not ordinary(w, termbase.language)
    )


def _frames(concepts: Iterable[Concept]) -> NearForms:
    """Return the words that stand in one place in names of the same other words, two or more."""
    frames: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for concept in concepts:
        words = [joined(t.text) for t in tokenize(concept.terms[0].form)]
        if len(words) > 2:
            for at, word in enumerate(words):
                frames[word].append((*words[:at], "", *words[at + 1 :]))
    return NearForms(frames)


def _homes(questions: Iterable[Question], stories: StoryStore, tag: str) -> dict[str, int]:
    """Find for each word the story it stands in."""
    keys = {word_key(form, tag) | 1: q.word.folded for q in questions for form in q.word.forms}
    homes: dict[str, int] = {}
    for key, number in sorted(first_stories(keys, stories).items(), key=lambda found: found[1]):
        homes.setdefault(keys[key], number)
    return homes


def _probabilities(word: NameWord, names: Iterable[NameWord], home: Story, index: Index) -> Iterator[float]:
    article = signed_text(word, home, index)
    slots = find_slots(article, index, (word.form,))
    signed = article.words[word.form]
    for name in names:
        related = _related(name, home, index)
        companies = tuple(company_of(spot, name, index) for spot in signed.spots)
        here = slots.get((word.form, name.folded), ())
        pairs = (
            Pair(signed, companies, c, name, here, article, index, related) for c in dict.fromkeys(companies)
        )
        yield max(score(compare(pair))[0] for pair in pairs)


def _related(name: NameWord, home: Story, index: Index) -> dict[str, float]:
    keys = {word_key(form, index.language) | 1 for form in name.forms}
    for one in index.stories.related(home.sentences):
        story = index.stories.stories[one.story]
        if story.path != home.path and any(key in keys for sentence in story.sentences for key in sentence):
            return {name.folded: one.share}
    return {}


def _merged(concepts: tuple[Concept, ...], variants: dict[str, str]) -> tuple[Concept, ...]:
    hosts = {joined(t.form): c.id for c in concepts for t in c.terms if t.frequency} | {
        c.id: c.id for c in concepts
    }
    guests: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        host = hosts.get("".join(_settled(concept.terms[0].form, variants)), concept.id)
        if host != concept.id:
            guests[host].append(concept)
    gone = {g.id for group in guests.values() for g in group}
    return tuple(_with_guests(c, guests.get(c.id, ())) for c in concepts if c.id not in gone)


def _settled(form: str, variants: dict[str, str]) -> Iterator[str]:
    for token in tokenize(form):
        folded = joined(token.text)
        yield variants.get(folded, folded)


def _with_guests(concept: Concept, guests: Iterable[Concept]) -> Concept:
    terms = concept.terms
    for guest in guests:
        decided = concept.preferred is not None and outweighs(
            _count(concept.terms[0]), _count(guest.terms[0])
        )
        status = TermStatus.DEPRECATED if decided else None
        terms = (*terms, *(t._replace(status=status) for t in guest.terms))
        if not decided:
            terms = tuple(t if t.status is TermStatus.ADMITTED else t._replace(status=None) for t in terms)
    return concept._replace(terms=terms)


def _count(term: Term) -> RunCount:
    return RunCount(middle=term.frequency, articles=term.articles)
