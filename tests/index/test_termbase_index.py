"""Whatever the termbase, a compiled index answers as a plain scan of the concepts would."""

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from canonym.index.concept_rows import Head
from canonym.index.termbase_index import Index
from canonym.spelling import keys
from canonym.spelling.folding import joined
from canonym.stories.signature import word_key
from canonym.termbase.concept import (
    UNSETTLED,
    Attestation,
    Concept,
    FoundBy,
    Kind,
    Link,
    Origin,
    Term,
    TermStatus,
)
from canonym.termbase.termbase import Story, Termbase
from canonym.text.tokens import tokenize, words

WORDS = (
    "Massoud",
    "Masoud",
    "Ahmad",
    "Shah",
    "Šah",
    "anti-Taliban",
    "al",
    "Kabul",
    "Кабул",
    "bin",
    "O'Brien",
)
WRONG = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)
texts = st.sampled_from(("", "x", "Kabul", "naïve 北", "\x00", "a\nb"))
forms = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
counts = st.integers(0, 9)
terms = st.builds(
    Term,
    form=forms,
    status=st.sampled_from((None, *TermStatus)),
    frequency=counts,
    articles=counts,
    attestations=st.lists(st.builds(Attestation, texts, counts, texts), max_size=2).map(tuple),
    note=texts,
    language=st.sampled_from(("", "fr")),
    found=st.just(FoundBy.CAPITALS),
)


def head_of(concept: Concept) -> Head:
    first = concept.terms[0]
    folded = tuple(map(joined, words(first.form)))
    return Head(concept.id, first.form, first.articles, concept.never != (), folded)


def concepts_of(drawn: list[Concept]) -> tuple[Concept, ...]:
    return tuple({concept.id: concept for concept in sorted(drawn, key=lambda c: c.id)}.values())


links = st.builds(Link, texts, forms, counts, counts, st.booleans(), texts)
concepts = st.lists(
    st.builds(
        Concept,
        id=st.sampled_from("abcdefgh"),
        kind=st.sampled_from(Kind),
        terms=st.lists(terms, min_size=1, max_size=3, unique_by=lambda t: t.form).map(tuple),
        never=st.lists(texts, max_size=2).map(tuple),
        parts=st.lists(texts, max_size=2).map(tuple),
        note=texts,
        origin=st.sampled_from(Origin),
        source=texts,
        links=st.lists(links, max_size=2).map(tuple),
    ),
    max_size=8,
).map(concepts_of)
sentences = st.lists(st.lists(st.integers(0, 99), max_size=6).map(tuple), max_size=4).map(tuple)
termbases = st.builds(
    Termbase,
    concepts=concepts,
    stories=st.lists(st.builds(Story, texts, sentences), max_size=4).map(tuple),
    articles=counts,
    ordinary=st.dictionaries(texts, counts, max_size=4),
    language=st.just("und"),
    others=st.just(()),
)
asked = st.one_of(forms, st.sampled_from(WORDS), texts)


@given(termbases, asked)
def test_forms_and_ids_are_found(termbase, form):
    index = Index.build(termbase)
    having = [(c, t) for c in termbase.concepts for t in c.terms if t.form == form]

    assert tuple(index.concepts()) == termbase.concepts
    assert [index.concept(c.id) for c in termbase.concepts] == list(termbase.concepts)
    assert index.concept(f"{form}!!!!!!") is None
    assert index.resolve(form) == tuple(c for c, _ in having)
    assert index.folded(form) == tuple(
        c for c in termbase.concepts if any(joined(t.form) == joined(form) for t in c.terms)
    )
    assert index.terms(form) == tuple(
        sorted(
            having,
            key=lambda pair: (
                pair[0].origin is not Origin.AUTHORED,
                pair[1].language != "",
                pair[1].status in WRONG,
                -pair[1].articles,
                pair[0].id,
            ),
        )
    )
    assert index.has(form) is bool(index.terms(form))
    assert list(index.bounded(form)) == [concept for concept, _ in index.terms(form) if concept.never]
    assert index.is_foreign(form) is any(term.language for _, term in having)
    if index.has(form):
        assert index.best(form) == index.terms(form)[0]
    assert index.is_ordinary(form) == (form in termbase.ordinary)
    assert index.articles == termbase.articles


@given(termbases, st.sampled_from(WORDS))
def test_openers_and_neighbours_are_counted(termbase, word):
    index = Index.build(termbase)
    spelt = [[t.text for t in tokenize(term.form)] for c in termbase.concepts for term in c.terms]
    assert index.longest_form(word) == max((len(words) for words in spelt if words[:1] == [word]), default=0)

    unsettled = [t.form for c in termbase.concepts for t in c.terms if t.status in UNSETTLED]
    assert index.opens_unsettled(word) is any(tokenize(form)[0].text == word for form in unsettled)

    behind, before, folded = Counter(), Counter(), joined(word)
    for term in (t for c in termbase.concepts for t in c.terms):
        if not term.language and term.status not in WRONG:
            parts = [joined(p.text) for t in tokenize(term.form) for p in t.parts()]
            for left, right in pairwise(parts):
                behind[right] += (left == folded) * (term.frequency or 1)
                before[left] += (right == folded) * (term.frequency or 1)
    assert index.followers(folded) == dict(+behind)
    assert index.leaders(folded) == dict(+before)


@given(termbases, st.sampled_from([word for word in WORDS if word[0].isupper() and "-" not in word]))
def test_a_word_knows_its_names_and_is_found_by_its_keys(termbase, word):
    index, folded = Index.build(termbase), joined(word)
    having = [
        (concept, term, token.text)
        for concept in termbase.concepts
        for term in concept.terms
        if not term.language
        for token in tokenize(term.form)
        for token in {token, *token.parts()}
        if token.is_capitalised and joined(token.text) == folded
    ]
    found = index.word(folded)
    if not having:
        assert found is None
        return
    assert sum(found.forms.values()) == sum(max(term.frequency, 1) for _, term, _ in having)
    assert set(found.forms) == {form for _, _, form in having}
    assert found.articles == max(term.articles for _, term, _ in having)
    assert found.deprecated or found.form in {form for _, term, form in having if term.status not in WRONG}
    assert found.deprecated == all(term.status in WRONG for _, term, _ in having)
    assert [head_of(c) for c in {c.id: c for c, _, _ in having}.values()] == list(index.heads(found))
    assert (folded in index.candidates(found.form)) == (not found.deprecated and bool(keys(found.form)))
    assert (folded in index.names_of_key(word_key(word, "en"))) <= (not found.deprecated)
    if word in found.forms and not found.deprecated:
        assert folded in index.names_of_key(word_key(word, "en") | 1)


@given(termbases, st.sampled_from(("", "m", "Mas", "sha", "ка", "zz")), st.integers(0, 5))
def test_completion_gives_the_commonest_first(termbase, prefix, limit):
    start = joined(prefix)
    hits = [
        c
        for c in termbase.concepts
        if c.preferred
        and any(joined(w).startswith(start) for w in (c.preferred.form, *c.preferred.form.split()))
    ]
    hits.sort(key=lambda c: (-c.terms[0].articles, c.id))
    assert Index.build(termbase).complete(prefix, limit) == tuple(hits[:limit])


@given(termbases, sentences)
def test_stories_are_kept_and_related_by_their_keys(termbase, draft):
    stories = Index.build(termbase).stories
    assert [stories.stories[n] for n in range(len(stories.stories))] == list(termbase.stories)
    keys_of = [{k >> 1 for s in story.sentences for k in s} for story in termbase.stories]
    wanted = {k >> 1 for s in draft for k in s}
    for related in stories.related(draft):
        assert wanted & keys_of[related.story]
    rare = {
        n for n, story_keys in enumerate(keys_of) if any(stories.weight(k) > 0.1 for k in wanted & story_keys)
    }
    assert {related.story for related in stories.related(draft)} == rare
