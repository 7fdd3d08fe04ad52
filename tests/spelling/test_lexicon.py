"""Names of other people and ordinary words are known without a corpus."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.languages import ordinary
from canonym.spelling import known_name, one_place


@pytest.mark.parametrize("word", ["punjir", "moham", "ohamed", "mohamed:9", "", "9", ":"])
def test_no_name(word):
    assert known_name(word) == 0


def test_common_names_have_a_higher_band_than_rare_ones():
    assert known_name("mohamed") > known_name("kabul") > known_name("aachen") > 0


@pytest.mark.parametrize("word", ["kabul", "massoud", "tabl", "", "table zebra"])
def test_no_ordinary_word(word):
    assert not ordinary(word, "en")


@pytest.mark.parametrize("word", ["a", "an", "table", "tables", "colour", "color", "resistance"])
def test_ordinary_words(word):
    assert ordinary(word, "en")


@pytest.mark.parametrize(
    ("a", "b"), [("granada", "grenada"), ("kyiv", "lviv"), ("masoud", "massoud"), ("", ""), ("121", "kiev")]
)
def test_no_city_has_both_names(a, b):
    assert not one_place(a, b)


@pytest.mark.parametrize(("a", "b"), [("kiev", "kyiv"), ("kharkov", "kharkiv"), ("odessa", "odesa")])
def test_spellings_of_the_name_of_one_city(a, b):
    assert one_place(a, b)
    assert one_place(b, a)


@given(st.text(max_size=8))
def test_bands(word):
    assert 0 <= known_name(word) <= 9
    assert isinstance(ordinary(word, "en"), bool)
