"""Which profile a tag finds."""

import pytest

from canonym.languages import ordinary, profile
from canonym.languages.known_profiles import MODULES
from canonym.languages.profile import ROOT


@pytest.mark.parametrize("tag", ["", "und", "tlh", "english"])
def test_nothing_is_known_of_other_languages(tag):
    assert profile(tag) is ROOT
    assert not ordinary("table", tag)


@pytest.mark.parametrize("tag", ["en", "en-GB", "en-Latn-GB"])
def test_a_tag_falls_back_to_a_shorter_one(tag):
    assert profile(tag).language.tag == "en"
    assert ordinary("table", tag)


@pytest.mark.parametrize("tag", MODULES)
def test_each_file_is_of_its_language(tag):
    assert profile(tag).language.tag == tag
