"""Decisions laid over a compiled termbase answer as if everything had been compiled together."""

from hypothesis import given
from hypothesis import strategies as st

from canonym.index.file_reader import Reader
from canonym.index.overlay_compiler import compile_layer
from canonym.index.termbase_index import Index, compiled
from canonym.spelling.folding import joined
from canonym.stories.signature import name_keys
from canonym.termbase.concept import Origin
from index.test_termbase_index import WORDS, asked, concepts, termbases


def layered(termbase, authored):
    base = Reader(compiled(termbase))
    return Index(base, Reader(compile_layer(base, authored)))


def as_authored(drawn):
    return tuple(concept._replace(origin=Origin.AUTHORED) for concept in drawn)


def as_learned(termbase):
    return termbase._replace(concepts=tuple(c._replace(origin=Origin.LEARNED) for c in termbase.concepts))


def word_of(index, folded):
    """A word of names with its concepts themselves, since their numbers differ."""
    word = index.word(folded)
    if word is None:
        return None
    return word.forms, word.articles, word.deprecated, list(index.heads(word))


@given(termbases.map(as_learned), concepts.map(as_authored), asked, st.sampled_from(WORDS))
def test_a_layer_answers_as_the_whole_would(termbase, authored, form, word):
    whole, ours = Index.build(termbase, authored), layered(termbase, authored)

    assert list(ours.concepts()) == list(whole.concepts())
    assert (ours.size, ours.undecided) == (whole.size, whole.undecided)
    assert [ours.concept(c.id) for c in whole.concepts()] == list(whole.concepts())
    assert [ours.concept(c.id) for c in termbase.concepts] == [whole.concept(c.id) for c in termbase.concepts]
    assert ours.resolve(form) == whole.resolve(form)
    assert ours.folded(form) == whole.folded(form)
    assert ours.terms(form) == whole.terms(form)
    assert list(ours.bounded(form)) == list(whole.bounded(form))
    assert ours.is_foreign(form) == whole.is_foreign(form)
    assert ours.longest_form(word) >= whole.longest_form(word)
    assert ours.opens_unsettled(word) >= whole.opens_unsettled(word)
    folded = joined(word)
    assert word_of(ours, folded) == word_of(whole, folded)
    assert list(ours.followers(folded).items()) == list(whole.followers(folded).items())
    assert list(ours.leaders(folded).items()) == list(whole.leaders(folded).items())
    assert ours.candidates(word) == whole.candidates(word)
    for key in name_keys(word, "en"):
        assert set(ours.names_of_key(key)) == set(whole.names_of_key(key))
    for limit in (0, 1, 3, 50):
        assert ours.complete(form[:1], limit) == whole.complete(form[:1], limit)
