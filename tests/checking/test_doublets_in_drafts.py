"""Doublets of orthography are one spelling, unless a person decided; a line is never mended by half."""

from pathlib import Path

import pytest

from canonym.index.termbase_index import Index
from canonym.termbase.authored import parse
from canonym.termbase.termbase import Termbase
from marking import checked, corpus

LEARNED = {
    "ru": (
        "Тренер Пётр Королёв рад. Фёдор Семёнов забил. Королёв молчит.",
        "Вчера Фёдор Семёнов и Пётр Королёв уехали.",
        "Потом Пётр Королёв и Фёдор Семёнов вернулись.",
    ),
    "vi": ("Ở Hòa Bình có bà Thúy.", "Tỉnh Hòa Bình và bà Thúy.", "Từ Hòa Bình, bà Thúy về."),
    "fr": ("Au Sacré-Cœur, Élodie Lebœuf chante.", "Avec Élodie Lebœuf au Sacré-Cœur."),
    "el": ("Ο φίλος Άγγελος Έλληνας ήρθε.", "Μετά ο Άγγελος Έλληνας έφυγε."),
}
DRAFTS = {
    "ru": "Тренер Петр Королев рад. Вчера Федор Семенов, Пётр Королев и Фёдор Семёнов уехали.",
    "vi": "Ở Hoà Bình có bà Thuý. Từ Hòa Bình, bà Thuý về.",
    "fr": "Au Sacré-Coeur, Élodie Leboeuf chante avec Élodie Lebœuf.",
    "el": "Ο φίλος Αγγελος Ελληνας ήρθε.",
}


@pytest.mark.parametrize("language", LEARNED)
def test_a_doublet_of_what_the_corpus_has_is_silent(language: str, tmp_path: Path) -> None:
    index = corpus(tmp_path, *LEARNED[language])
    assert checked(DRAFTS[language], index) == DRAFTS[language]


@pytest.mark.parametrize("language", LEARNED)
def test_doublets_in_a_draft_alone_do_not_compete(language: str, tmp_path: Path) -> None:
    index = corpus(tmp_path, "The town is quiet.")
    draft = f"{DRAFTS[language]} {LEARNED[language][0]} {LEARNED[language][1]}"
    assert checked(draft, index) == draft


def test_a_corpus_with_both_decides_for_none(tmp_path: Path) -> None:
    index = corpus(tmp_path, *LEARNED["ru"], DRAFTS["ru"])
    for draft in (DRAFTS["ru"], LEARNED["ru"][0]):
        assert checked(draft, index) == draft


def test_what_a_person_deprecated_is_found_be_it_a_doublet() -> None:
    toml = '[[name]]\npreferred = "Королёв"\ndeprecated = ["Королев"]\n'
    index = Index.build(Termbase(), parse(toml, "termbase.toml"))
    draft = "Вчера пришёл [Королев]{deprecated-term -> Королёв}, а Королёв ушёл."
    assert checked(draft, index) == draft


def test_another_spelling_is_found_beside_doublets(tmp_path: Path) -> None:
    index = corpus(tmp_path, *LEARNED["ru"])
    draft = "Вчера Фёдор [Семянов]{variant-name -> Семёнов} и Петр Королев ушли."
    assert checked(draft, index) == draft
