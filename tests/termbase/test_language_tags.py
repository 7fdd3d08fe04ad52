"""Which of the languages of a termbase serves a text."""

import pytest

from canonym.termbase.language_tags import fallbacks, nearest


@pytest.mark.parametrize(
    ("tag", "available", "serves"),
    [
        ("de", {"en": 9}, ""),
        ("de", {}, ""),
        ("en", {"en": 1, "de": 9}, "en"),
        ("pt-BR", {"pt": 1, "pt-BR": 1}, "pt-BR"),
        ("pt-BR", {"pt": 1, "en": 9}, "pt"),
        ("pt", {"pt-BR": 2, "pt-PT": 3}, "pt-PT"),
        ("und", {"de": 2, "en": 3}, "en"),
        ("und", {"de": 2, "en": 2}, "de"),
        ("und", {"de": 2, "und": 1}, "und"),
        ("de", {"und": 3}, "und"),
        ("de", {"und": 3, "de": 1}, "de"),
    ],
)
def test_the_nearest_language_serves(tag, available, serves):
    assert nearest(tag, available) == serves


def test_a_tag_falls_back_part_by_part():
    assert list(fallbacks("zh-Hant-TW")) == ["zh-Hant-TW", "zh-Hant", "zh"]
