"""One plain spelling for what differs in case, marks, script or punctuation alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unidecode import unidecode

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
    "سَامِر الخَطِيب": fold("سامر الخطيب"),
    "حلــب": fold("حلب"),
    "أحمد": fold("احمد"),
    "مصطفى": fold("مصطفي"),
    "علی": fold("علي"),
    "דָּוִד": fold("דוד"),
    "Королёв": "korolev",
    "फ़ारूक़": fold("फारूक"),
    "ＮＴＴ": "ntt",
    "ΠΑΡΊΣΙ": fold("Παρίσι"),
    "ᱥᱟᱱᱛᱟᱲ": "ᱥᱟᱱᱛᱟᱲ",
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
    assert all(word.isalnum() and word == word.lower() for word in words)
    foreign = {letter for word in words for letter in word if not letter.isascii()}
    assert {letter for letter in foreign if unidecode(letter)} == set()


@pytest.mark.parametrize("words", [("ᱥᱟᱱᱛᱟᱲ", "ᱚᱞ"), ("𐓏𐓘𐓻", "𐓰𐓣𐓟"), ("𞤆𞤵𞤤", "𞤀𞤣𞤢")])
def test_words_of_letters_that_nobody_romanised_are_not_equal(words):
    assert len(set(map(fold, words)) - {""}) == len(words)
