"""What is written as one is parted into words where it stands, and no cluster of signs is torn."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.text.joining.joined_writing import are_words, parted, stems, unspaced_words
from canonym.text.span import Span
from canonym.text.tokens import Token, tokenize

ANY = st.text(st.characters(codec="utf-8", categories=("L", "M", "N")), min_size=1, max_size=20)
UNSPACED = st.text(st.sampled_from("美国总统特朗普キーウで東京ประเทศ"), min_size=1, max_size=20)


def known(*words):
    return set(words).__contains__


@pytest.mark.parametrize("word", ["Massoud", "Юлия", "Ομάρ"])
def test_words_of_scripts_with_capitals_are_not_parted(word):
    def cut(text):
        raise AssertionError(text)

    assert list(parted([Token(3, word)], cut)) == [Token(3, word)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("BBC는", ["BBC", "는"]),
        ("Inrupt'에서", ["Inrupt", "에서"]),
        ("서울에서", ["서울에서"]),
    ],
)
def test_another_script_begins_a_word(text, words):
    whole = parted(tokenize(text), lambda word: (Span(0, len(word)),))
    assert [token.text for token in whole] == words
    assert all(text[token.start :].startswith(token.text) for token in parted(tokenize(text), lambda w: ()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("美国总统说", ["美国", "总统", "说"]),
        ("北美国人", ["北", "美国", "人"]),
        ("首都キーウで", ["首", "都", "キーウ", "で"]),
        ("キエフ音楽院", ["キエフ音楽院"]),
        ("巴登-符腾堡", ["巴", "登", "符", "腾", "堡"]),
    ],
)
def test_the_longest_known_word_counts(text, words):
    found = unspaced_words(text, known("美国", "总统", "キエフ音楽院", "キエフ"))
    assert [place.of(text) for place in found] == words


@given(UNSPACED, st.sets(UNSPACED, max_size=5))
def test_words_stand_side_by_side(text, words):
    places = unspaced_words(text, words.__contains__)
    assert [place.start for place in places] == [0, *(place.end for place in places[:-1])]
    assert places[-1].end == len(text)


@given(ANY)
def test_no_cluster_is_torn(word):
    for place in stems(word, bool, bool):
        assert place != Span(0, len(word))
        assert all(not category(word[at]).startswith("M") for at in place if at < len(word))


@pytest.mark.parametrize(
    ("text", "answer"),
    [("", False), ("و", True), ("وبال", True), ("لل", True), ("ت", False), ("وت", False)],
)
def test_joined_words_may_follow_each_other(text, answer):
    assert are_words(text, frozenset(("و", "ب", "ال", "لل"))) is answer
