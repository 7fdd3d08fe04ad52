"""Words of letters of two scripts that look the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.text.scripts.lookalikes import unmixed


@pytest.mark.parametrize("text", ["", "Kyiv", "Київ", "Яndex", "IT-компанія", "Αθήνα in Ελλάδα", "Łódź"])
def test_words_of_one_script_and_mixtures_that_mean_something_stay(text):
    assert unmixed(text) == text


@pytest.mark.parametrize(
    ("mixed", "bare"),
    [
        ("K\u0438\u0457\u0432", "\u041a\u0438\u0457\u0432"),  # a Latin K
        ("\u041b\u044c\u0432i\u0432", "\u041b\u044c\u0432\u0456\u0432"),  # a Latin i
        ("K\u0443iv", "Kyiv"),  # a Cyrillic у
        ("A\u03b8\u03ae\u03bd\u03b1", "\u0391\u03b8\u03ae\u03bd\u03b1"),  # a Latin A
    ],
)
def test_a_word_is_in_the_script_of_most_of_its_letters(mixed, bare):
    assert unmixed(mixed) == bare


@given(st.text(alphabet="AaKkОоiіρp -ї1"))
def test_length_stays_and_twice_is_as_once(text):
    assert len(unmixed(text)) == len(text)
    assert unmixed(unmixed(text)) == unmixed(text)
