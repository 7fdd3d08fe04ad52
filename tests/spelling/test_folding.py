"""One plain spelling for what differs in case, marks, script or punctuation alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.spelling import fold

FOLDED = {
    "Massoud": "massoud",
    "Jabłonski": "jablonski",
    "Zelenskyy’s": "zelenskyys",
    "Sa'id": "said",
    "ʿAbd ar-Raḥmān": "abd arrahman",
    "Масуд": "masud",
    "  Ahmad   Shah ": "ahmad shah",
    "B-52": "b52",
    "—": "",
    "": "",
}


@pytest.mark.parametrize(("form", "folded"), FOLDED.items())
def test_folds(form, folded):
    assert fold(form) == folded


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(form):
    assert fold(fold(form)) == fold(form)


@given(st.text(max_size=20))
def test_nothing_but_letters_digits_and_single_spaces_is_left(form):
    words = fold(form).split(" ") if fold(form) else []
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words)
