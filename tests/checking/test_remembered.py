"""What was remembered of other drafts, termbases and settings changes no finding."""

import gc
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import ARTICLES

from canonym.checking.check_settings import Settings
from canonym.checking.competing_forms import survey
from canonym.checking.engine import examine
from canonym.checking.rules import RULES
from canonym.matching.draft import forget, parse_draft
from canonym.termbase.authored import parse
from english import parse_document
from marking import corpus

DECISIONS = (
    "",
    '[[name]]\npreferred = "Masood"\ndeprecated = ["Massoud"]\n',
    '[[name]]\npreferred = "Panjshir"\nnot = ["Punjir", "Masood"]\n',
)
TOLD = tuple(f"{sentence.strip('. ')}." for text in ARTICLES for sentence in text.split(". "))
NAMES = (
    "Massoud",
    "Masood",
    "Massood",
    "Panjshir",
    "Punjir",
    "Saleh",
    "Salih",
    "Taliban",
    "Tibetan",
    "Ahmad",
    "Kabul",
)
RETOLD = st.builds(
    lambda sentence, name, other: sentence.replace(name, other, 1),
    st.sampled_from(TOLD),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
)
SENTENCES = st.one_of(RETOLD, st.sampled_from(NAMES))
PLACES = st.integers(0, 15)
EDITS = st.tuples(PLACES, st.integers(0, 3), PLACES, st.lists(SENTENCES, max_size=1), PLACES)


@pytest.fixture(scope="module")
def decided(tmp_path_factory):
    """The newsroom's corpus with other decisions laid over it."""
    return [
        corpus(tmp_path_factory.mktemp("corpus"), *ARTICLES, authored=parse(toml, "termbase.toml"))
        for toml in DECISIONS
    ]


@given(sentences=st.lists(SENTENCES, min_size=2, max_size=12), edits=st.lists(EDITS, min_size=1, max_size=5))
def test_a_story_edited_near_and_far_is_judged_as_if_it_were_new(decided, sentences, edits):
    """Sentences are moved and added; each edit is judged by another termbase and under other settings."""
    for at, length, to, new, turn in edits:
        settings = Settings(select=tuple(RULES)[turn % len(RULES) :])
        examine(parse_document("draft.md", " ".join(sentences)), decided[turn % len(decided)], settings)
        taken = sentences[at : at + length]
        del sentences[at : at + length]
        sentences[to:to] = taken + new
    document = parse_document("draft.md", " ".join(sentences))
    for index in decided:
        warm = examine(document, index, Settings())
        forget(index)
        assert examine(document, index, Settings()) == warm
        index.memory.clear()
        assert examine(document, index, Settings()) == warm


def test_what_is_forgotten_of_a_draft_is_free(decided):
    text = " ".join(TOLD).replace("Massoud", "Massood")
    for index in decided:
        forget(index)
    for index in decided:
        reading = parse_draft(parse_document("draft.md", text))
        examine(parse_document("draft.md", text), index, Settings())
        alive = [weakref.ref(sentence) for sentence in reading.sentences]
        survey.cache_clear()  # it is of the latest draft alone
        forget(index)
        del reading
        gc.collect()
        assert alive
        assert not any(sentence() for sentence in alive)
