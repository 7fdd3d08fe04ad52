"""Gathers spellings of one name under one concept.

Each article is held against the rest of the corpus as a draft would be: a word that one article
alone has, and that the evidence of letters, of the other words of the name and of parallel sentences
makes a spelling of a better attested one, is a variant of it. Names that differ in such words alone
are one concept. The threshold is higher than that of a finding, since nobody looks at each case.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from canonym.corpus.building import outweighs
from canonym.corpus.pile import Pile
from canonym.corpus.relating import first_stories, story_index
from canonym.corpus.rivals import Rivals
from canonym.corpus.statistics import RunCount
from canonym.matching.comparisons import Pair
from canonym.matching.draft import Draft, DraftWord, Spot
from canonym.matching.index import Index, NameWord, joined
from canonym.matching.kin import company_of
from canonym.matching.scoring import compare, score
from canonym.matching.signature import word_key
from canonym.matching.slots import find_slots
from canonym.matching.spelling import ordinary
from canonym.termbase.model import Concept, Term, TermStatus
from canonym.termbase.termbase import Story, Termbase
from canonym.text.document import Document
from canonym.text.markup.base import Markup
from canonym.text.tokens import Token, is_all_caps, tokenize

THRESHOLD = 0.7
"""Probability from which two words of names are taken for one."""


def gather(termbase: Termbase, stories: Pile) -> Termbase:
    """Return ``termbase`` with the spellings of each name gathered under its concept.

    Args:
        termbase: The names; its stories are not looked at.
        stories: The stories of the same corpus.
    """
    index = Index.build(termbase._replace(stories=()))
    variants = dict(_variants(termbase, stories, index))
    if not variants:
        return termbase
    return termbase._replace(concepts=_merged(termbase.concepts, variants))


def _variants(termbase: Termbase, stories: Pile, index: Index) -> Iterator[tuple[str, str]]:
    """Yield folded words with the folded word each is a spelling of."""
    frames, rivals = _frames(termbase.concepts), Rivals(termbase.concepts, index)
    questions: dict[str, tuple[NameWord, ...]] = {}
    for single in _singles(termbase):
        if names := tuple(rivals.of(single, frames.get(single, frozenset()))):
            questions[single] = names
    homes = _homes(questions, stories, index)
    index.stories = story_index(stories, set(homes.values()))
    for folded, names in sorted(questions.items()):
        if folded in homes and (word := index.word(folded)) is not None:
            probable = _probabilities(word, names, stories[homes[folded]], index)
            best, name = max(zip(probable, (name.folded for name in names), strict=True))
            if best >= THRESHOLD:
                yield folded, name


def _singles(termbase: Termbase) -> list[str]:
    """Words of names that one article alone has."""
    articles: dict[str, int] = defaultdict(int)
    for concept in termbase.concepts:
        for term in concept.terms:
            for token in tokenize(term.form):
                if token.is_capitalised and not is_all_caps(token.text):
                    articles[joined(token.text)] = max(articles[joined(token.text)], term.articles)
    return sorted(w for w, count in articles.items() if count == 1 and len(w) > 3 and not ordinary(w))


def _frames(concepts: Iterable[Concept]) -> dict[str, frozenset[str]]:
    """Return for each word those in its place in names of the same other words, two or more."""
    fillers: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for concept in concepts:
        words = [joined(t.text) for t in tokenize(concept.terms[0].form)]
        if len(words) > 2:
            for at, word in enumerate(words):
                fillers[(*words[:at], "", *words[at + 1 :])].add(word)
    rivals: dict[str, set[str]] = defaultdict(set)
    for group in fillers.values():
        if len(group) > 1:
            for word in group:
                rivals[word] |= group
    return {word: frozenset(group) for word, group in rivals.items()}


def _homes(questions: Iterable[str], stories: Pile, index: Index) -> dict[str, int]:
    """Find for each word the story it stands in."""
    words = [word for folded in questions if (word := index.word(folded)) is not None]
    keys = {word_key(form) | 1: word.folded for word in words for form in word.forms}
    homes: dict[str, int] = {}
    for key, number in sorted(first_stories(keys, stories).items(), key=lambda found: found[1]):
        homes.setdefault(keys[key], number)
    return homes


def _probabilities(word: NameWord, names: Iterable[NameWord], home: Story, index: Index) -> Iterator[float]:
    draft = _draft(word, home, index)
    slots = find_slots(draft, index)
    drafted = draft.words[word.form]
    for name in names:
        related = _related(name, home, index)
        companies = tuple(company_of(spot, name, index) for spot in drafted.spots)
        here = slots.get((word.form, name.folded), ())
        pairs = (
            Pair(drafted, companies, c, name, here, draft, index, related) for c in dict.fromkeys(companies)
        )
        yield max(score(compare(pair))[0] for pair in pairs)


def _related(name: NameWord, home: Story, index: Index) -> dict[str, float]:
    keys = {word_key(form) | 1 for form in name.forms}
    for number, share in index.stories.related(home.sentences):
        story = index.stories.stories[number]
        if story.path != home.path and any(key in keys for sentence in story.sentences for key in sentence):
            return {name.folded: share}
    return {}


def _draft(word: NameWord, home: Story, index: Index) -> Draft:
    """Return what a check would have read of the word's article, made from its signature."""
    form = word.form
    key = word_key(form) | 1
    left, right = (tuple(sorted(side(word.folded))[:1]) for side in (index.leaders, index.followers))
    spots = [
        Spot(number, Token(0, form), sentence.index(key), left, right, opens=False)
        for number, sentence in enumerate(home.sentences)
        if key in sentence
    ]
    document = Document(home.path, "", "plain", Markup(()))
    words = {form: DraftWord(form, spots)}
    return Draft(document, (), (), home.sentences, words, frozenset((word.folded,)))


def _merged(concepts: tuple[Concept, ...], variants: dict[str, str]) -> tuple[Concept, ...]:
    by_letters = {c.id: c for c in concepts}
    guests: dict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        target = "".join(_settled(concept.terms[0].form, variants))
        if target != concept.id and target in by_letters:
            guests[target].append(concept)
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
