"""The endings of names, as few articles show them."""

from collections.abc import Sequence

import pytest

from canonym.corpus.name_endings import name_endings, vowels

UKRAINIAN = """
    київ києва львів садовий садового садовому андрієві тарасові тараса шевченко шевченка шевченку жадан
    жадана терехов володимира володимирові карпенко карпенка карпенку марією марія
""".split()
ENGLISH = """
    america american boston johnson johnsons london manchester texas texan washington williams thompson parker
    peters richards henderson patterson jackson robinson
""".split()


def pairs(names: Sequence[str]) -> set[frozenset[str]]:
    found = name_endings(names, names)
    return set() if found is None else {frozenset(two) for two in found.pairs()}


def test_a_language_that_inflects_few_names_has_none():
    assert pairs(ENGLISH) == set()


@pytest.mark.parametrize("two", [("", "а"), ("о", "у"), ("ий", "у"), ("", "е"), ("а", "е"), ("ові", "е")])
def test_endings_of_names_and_vowels_take_each_others_place(two):
    assert frozenset(two) in pairs(UKRAINIAN)


@pytest.mark.parametrize("two", [("", "ь"), ("ков", "кова"), ("", "н")])
def test_other_ends_do_not(two):
    assert frozenset(two) not in pairs(UKRAINIAN)


@pytest.mark.parametrize(
    ("words", "found"),
    [("boston london paris roma", "oia"), ("київ одеса варшава полтава миколаїв", "аиоеї")],
)
def test_vowels_stand_beside_other_letters(words, found):
    assert vowels(words.split()) <= set(found)
