"""A match tells what it was decided from: the name, the concept of each place, in what the two differ."""

import pytest

from canonym.matching.draft import parse_draft
from canonym.matching.matcher import Difference, matches
from english import parse_document
from marking import corpus

STORY = (
    "The commander Karim Olzas Veltani held the valley of Kureshan against the army for years.",
    "His brother Dana Veltani asked the paper for a PlayStation in Kureshan, and for guns.",
    "The fighters of Dana Veltani were in the valley of Kureshan by noon. Veltani wept.",
    "Many saw Karim Olzas Veltani in Kureshan, where the anti-Taliban fighters are.",
    "The anti-Taliban fighters sold a PlayStation in Kureshan, as Dana Veltani had asked.",
)
NEVER = '[[name]]\npreferred = "Veltani"\nnot = ["Veltany Motors"]\n'


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    from canonym.termbase.authored import parse

    return corpus(tmp_path_factory.mktemp("corpus"), *STORY, authored=parse(NEVER, "termbase.toml"))


def found(index, text):
    return {one.word.form: one for one in matches(parse_draft(parse_document("a.txt", text)), index)}


def test_a_known_name_is_no_match(index):
    assert found(index, "His brother Dana Veltani wept in Kureshan.") == {}


def test_each_place_of_a_word_has_the_concept_that_the_words_beside_it_tell(index):
    text = "They saw Dana Veltany. The commander Karim Olzas Veltany left, and Veltany wept."
    told = [
        (spot.token.start, concept.terms[0].form)
        for match in matches(parse_draft(parse_document("a.txt", text)), index)
        for spot, concept in zip(match.spots, match.concepts, strict=True)
    ]
    assert sorted(told) == [
        (text.index("Veltany."), "Dana Veltani"),
        (text.index("Veltany left"), "Karim Olzas Veltani"),
        (text.index("Veltany wept"), "Veltani"),
    ]


def test_what_is_never_the_word_alone_comes_with_the_match(index):
    assert found(index, "They saw Dana Veltany in the valley.")["Veltany"].never == ("veltanymotors",)
    assert found(index, "The fighters held the valley of Kurishan.")["Kurishan"].never == ()


@pytest.mark.parametrize(
    ("text", "form", "difference"),
    [
        ("They sold a new Playstation in June.", "Playstation", Difference.DRESS),
        ("They saw Dana Veltany in the valley.", "Veltany", Difference.SPELLING),
        ("The anti-Tibetan fighters sold a PlayStation in Kureshan.", "Tibetan", Difference.WORD),
    ],
)
def test_in_what_a_word_differs(index, text, form, difference):
    assert found(index, text)[form].difference is difference
