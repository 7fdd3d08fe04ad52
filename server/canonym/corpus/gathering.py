"""Gathers spellings of one name under one concept.

Each article is held against the rest of the corpus as a draft would be: a word that one article
alone has, and that the evidence of letters, of the other words of the name and of parallel sentences
makes a spelling of a better attested one, is a variant of it. Names that differ in such words alone
are one concept. The threshold is higher than that of a finding, since nobody looks at each case.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from canonym.corpus.building import outweighs
from canonym.corpus.statistics import RunCount
from canonym.matching.comparisons import Pair
from canonym.matching.draft import Draft, DraftWord, Spot
from canonym.matching.index import Index, NameWord, joined
from canonym.matching.kin import company_of
from canonym.matching.scoring import compare, score
from canonym.matching.signature import word_key
from canonym.matching.slots import find_slots, likeness_of
from canonym.matching.spelling import is_derivation, ordinary, same_spelling
from canonym.termbase.model import Concept, Term, TermStatus
from canonym.termbase.termbase import Story, Termbase
from canonym.text.document import Document
from canonym.text.markup.base import Markup
from canonym.text.tokens import Token, is_all_caps, tokenize

THRESHOLD = 0.7
"""Probability from which two words of names are taken for one."""
MIN_SPELLING = 0.9
"""Probability by letters alone from which a word is looked at; lower where a frame says so."""
MIN_FRAME_SHARE = 0.5
"""Share of a frame's mentions that the name must have for a word of other letters to be looked at."""
MIN_FRAME_LIKENESS = 0.6


def gather(termbase: Termbase) -> Termbase:
    """Return ``termbase`` with the spellings of each name gathered under its concept."""
    index = Index.build(termbase)
    variants = dict(_variants(termbase, index))
    if not variants:
        return termbase
    return termbase._replace(concepts=_merged(termbase.concepts, variants))


def _variants(termbase: Termbase, index: Index) -> Iterator[tuple[str, str]]:
    """Yield folded words with the folded word each is a spelling of."""
    frames = _frames(termbase.concepts)
    questions = {
        word: tuple(_rivals(word, frames.get(word, frozenset()), index)) for word in _singles(termbase)
    }
    questions = {word: names for word, names in questions.items() if names}
    homes = _homes(questions, termbase, index)
    for folded, names in sorted(questions.items()):
        if (home := homes.get(folded)) is not None:
            word = index.word(folded)
            best = (
                max((_probability(word, name, home, index), name.folded) for name in names) if word else None
            )
            if best and best[0] >= THRESHOLD:
                yield folded, best[1]


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


def _rivals(folded: str, framed: frozenset[str], index: Index) -> Iterator[NameWord]:
    word = index.word(folded)
    if word is None:
        return
    names = set(framed)
    for beside, sides in ((index.leaders(folded), index.followers), (index.followers(folded), index.leaders)):
        for neighbour in beside:
            fillers = sides(neighbour)
            total = sum(fillers.values())
            names.update(n for n, times in fillers.items() if times >= MIN_FRAME_SHARE * total)
    for name in sorted((names | index.candidates(word.form)) - {folded}):
        if likeness_of(word.form, name) < MIN_FRAME_LIKENESS:
            continue
        found = index.word(name)
        if found is None or found.articles < 2 or is_derivation(folded, name):
            continue
        if name in names or same_spelling(folded, name) >= MIN_SPELLING:  # last, for it costs most
            yield found


def _homes(questions: Iterable[str], termbase: Termbase, index: Index) -> dict[str, Story]:
    """Find for each word the story it stands in."""
    words = [word for folded in questions if (word := index.word(folded)) is not None]
    wanted = {word_key(form) | 1: word.folded for word in words for form in word.forms}
    homes: dict[str, Story] = {}
    for story in termbase.stories:
        for key in (k for sentence in story.sentences for k in sentence if k in wanted):
            homes.setdefault(wanted[key], story)
    return homes


def _probability(word: NameWord, name: NameWord, home: Story, index: Index) -> float:
    draft = _draft(word, home, index)
    slots = find_slots(draft, index).get((word.form, name.folded), ())
    related = _related(name, home, index)
    drafted = draft.words[word.form]
    companies = tuple(company_of(spot, name, index) for spot in drafted.spots)
    pairs = (
        Pair(drafted, companies, c, name, slots, draft, index, related) for c in dict.fromkeys(companies)
    )
    return max(score(compare(pair))[0] for pair in pairs)


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
    return Draft(document, (), home.sentences, {form: DraftWord(form, spots)}, (), frozenset((word.folded,)))


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
