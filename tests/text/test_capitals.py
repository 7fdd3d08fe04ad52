"""Capitals: how forms are written in them, and which lines ask for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.languages import language
from canonym.text.capitals import (
    differ_by_place,
    in_capitals,
    is_loud,
    loud_words,
    opened,
    same_in_capitals,
    titled,
)
from canonym.text.tokens import tokenize
from english import ENGLISH


@pytest.mark.parametrize(
    ("form", "capitals"),
    [
        ("al-Tamimi", "AL-TAMIMI"),
        ("Meißner", "MEISSNER"),
        ("Bjælke", "BJÆLKE"),
        ("İpek", "İPEK"),
        ("Işık Bilir", "IŞIK BİLİR"),
        ("Yıldırım Irmakli", "YILDIRIM IRMAKLİ"),
        ("Αθήνα", "ΑΘΗΝΑ"),
        ("Ταΰγετος", "ΤΑΫΓΕΤΟΣ"),
        ("Čapek", "ČAPEK"),
    ],
)
def test_a_form_in_capitals(form, capitals):
    assert same_in_capitals(form, capitals)
    assert in_capitals(form) == capitals


@pytest.mark.parametrize(("tag", "capitals"), [("en", "MERSIN"), ("tr", "MERSİN"), ("az", "MERSİN")])
def test_the_language_decides_about_the_dot_of_i(tag, capitals):
    assert in_capitals("Mersin", language(tag)) == capitals


@pytest.mark.parametrize(
    ("tag", "word", "small"),
    [
        ("en", "ISTANBUL", "istanbul"),
        ("tr", "İSTANBUL", "istanbul"),
        ("tr", "IŞIK", "ışık"),
        ("az", "İlham", "ilham"),
    ],
)
def test_a_word_in_small_letters_of_its_language(tag, word, small):
    assert language(tag).small(word) == small


@pytest.mark.parametrize(("a", "b"), [("IPEK", "İpek"), ("MEIẞNER", "Meißner"), ("ĲSSEL", "IJssel")])
def test_capitals_that_are_written_in_two_ways_are_one(a, b):
    assert same_in_capitals(a, b)


@pytest.mark.parametrize(("a", "b"), [("BJAELKE", "Bjælke"), ("MEISNER", "Meißner"), ("ANDRE", "André")])
def test_other_letters_are_others_in_capitals_too(a, b):
    assert not same_in_capitals(a, b)


@pytest.mark.parametrize(
    ("form", "start", "heading"),
    [
        ("al-Tamimi", "Al-Tamimi", "Al-Tamimi"),
        ("Jae-min", "Jae-min", "Jae-Min"),
        ("d'Orval", "D'Orval", "D'Orval"),
        ("iPhone", "iPhone", "iPhone"),
        ("eBay", "eBay", "eBay"),
        ("van der Zee", "Van der Zee", "Van Der Zee"),
    ],
)
def test_a_form_opens_sentences_and_stands_in_headings(form, start, heading):
    assert opened(form) == start
    assert titled(form) == heading


def test_a_word_is_in_capitals_but_for_a_prefix():
    assert all(map(is_loud, ["NATO", "McALLISTER", "d'ORVAL", "al-TAMIMI", "O'ROURKE", "ÉTÉ"]))
    assert not any(map(is_loud, ["Nato", "LinkedIn", "A", "GitHub", "van", "McAllister", "iOS"]))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("OMAR AL-TAMIMI FLIES TO MUSCAT", 5),
        ("PIETER van der ZEE AND LACHLAN McALLISTER LEAVE", 8),
        ("KABUL, Afghanistan (AP) — Troops left.", 3),
        ("Omar AL-TAMIMI left.", 0),
        ("NATO sent ships.", 0),
        ("The USA AND Iran", 0),
    ],
)
def test_a_line_in_capitals_and_a_dateline_are_told(line, words):
    assert loud_words(line, tokenize(line), ENGLISH) == words


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("al-Tamimi", "Al-Tamimi", True),
        ("TAMIMI", "Tamimi", True),
        ("Playstation", "PlayStation", False),
        ("Tamimi", "Tamini", False),
    ],
)
def test_two_forms_of_one_word_in_two_places(a, b, one):
    assert differ_by_place(a, b) is differ_by_place(b, a) is one


@given(st.text())
def test_capitals_of_capitals_are_the_same(text):
    assert in_capitals(in_capitals(text)) == in_capitals(text)
    assert same_in_capitals(text, in_capitals(text))
