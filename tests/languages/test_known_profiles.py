"""Which profile a tag finds."""

from pathlib import Path

import pytest

from canonym.languages import known_profiles, ordinary, profile
from canonym.languages.known_profiles import CLOSED_CLASSES, PROFILES
from canonym.languages.profile import ROOT
from canonym.languages.profile_files import parse_profile


@pytest.mark.parametrize("tag", ["", "und", "tlh", "english"])
def test_nothing_is_known_of_other_languages(tag):
    assert profile(tag) is ROOT
    assert not ordinary("table", tag)


@pytest.mark.parametrize("tag", ["en", "en-GB", "en-Latn-GB"])
def test_a_tag_falls_back_to_a_shorter_one(tag):
    assert profile(tag).language.tag == "en"
    assert ordinary("table", tag)


def test_the_list_has_all_files():
    folder = Path(known_profiles.__file__).parent / "profiles"
    assert sorted(PROFILES) == sorted(path.stem for path in folder.iterdir())


def test_the_languages_of_known_small_words_are_those_whose_files_list_them():
    assert list(CLOSED_CLASSES) == [
        tag for tag in PROFILES if profile(tag).language.function_words and "-" not in tag
    ]


def test_a_profile_like_another_has_its_words_and_doublets_of_its_own():
    german, swiss = profile("de"), profile("de-CH")
    assert swiss.language.function_words == german.language.function_words
    assert swiss.doublets == (("ß", "ss"), ("ẞ", "SS"))


def test_a_field_that_no_profile_has_is_refused():
    with pytest.raises(ValueError, match="tytles"):
        parse_profile("tlh", "tytles: king", profile)


@pytest.mark.parametrize("tag", PROFILES)
def test_each_file_is_of_its_language(tag):
    assert profile(tag).language.tag == tag
