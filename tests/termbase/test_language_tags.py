"""Which of the languages of a termbase serves a text."""

import pytest

from canonym.termbase.language_tags import fallbacks, is_other_script, nearest


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
        ("zh-TW", {"zh-Hans": 9, "zh-Hant": 1}, "zh-Hant"),
        ("zh-HK", {"zh-Hans": 9, "zh": 9}, ""),
        ("zh-Hant", {"zh-TW": 1, "zh-CN": 9}, "zh-TW"),
        ("zh-CN", {"zh": 9, "zh-Hans": 1, "zh-Hant": 9}, "zh-Hans"),
        ("zh", {"zh-Hant": 9, "zh-Hans": 1}, "zh-Hans"),
        ("sr-ME", {"sr": 9, "sr-Latn": 1}, "sr-Latn"),
        ("sr-Latn", {"sr": 1}, "sr"),
        ("sr", {"sr-Latn": 1}, "sr-Latn"),
        ("uz-Arab-AF", {"uz-AF": 1, "uz": 9}, "uz-AF"),
    ],
)
def test_the_nearest_language_serves(tag, available, serves):
    assert nearest(tag, available) == serves


@pytest.mark.parametrize(
    ("tag", "yielded"),
    [
        ("de", ["de"]),
        ("pt-BR", ["pt-BR", "pt"]),
        ("zh-Hant-TW", ["zh-Hant-TW", "zh-TW", "zh-Hant"]),
        ("zh-TW", ["zh-TW", "zh-Hant-TW", "zh-Hant"]),
        ("zh", ["zh", "zh-Hans"]),
        ("sr-Latn", ["sr-Latn", "sr"]),
    ],
)
def test_a_tag_falls_back_part_by_part_and_is_the_same_with_its_likely_script(tag, yielded):
    assert list(fallbacks(tag)) == yielded


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("sr", "sr-Cyrl", False),
        ("sr", "hr", False),
        ("zh-Hant", "zh-Hans", False),  # their letters are the same
        ("sr", "sr-Latn", True),
        ("az-IR", "az", True),
    ],
)
def test_scripts_of_a_language(one, other, are):
    assert is_other_script(one, other) is are
