"""The script that a word is written in."""

import pytest

from canonym.text.scripts.script_of_words import is_of_script, script_of


@pytest.mark.parametrize(
    ("form", "script"),
    [
        ("Minsk", "LATIN"),
        ("Łódź", "LATIN"),
        ("«Київ»", "CYRILLIC"),
        ("Αθήνα", "GREEK"),
        ("3", "LATIN"),
        ("…", ""),
    ],
)
def test_the_script_of_the_first_letter(form, script):
    assert script_of(form) == script


@pytest.mark.parametrize(
    ("form", "text", "same"),
    [
        ("Minsk", "Łódź", True),
        ("Минск", "Minsk", False),
        ("Minsk", "Ｍｉｎｓｋ", True),
        ("Минск", "TVмарафон", True),
        ("Minsk", "", False),
    ],
)
def test_a_form_is_of_the_script_of_a_text_that_has_a_letter_of_it(form, text, same):
    assert is_of_script(form, text) is same
