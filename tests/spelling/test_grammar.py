"""Forms of one word: what a grammar holds for grammar, and what it leaves to spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.spelling.grammar import LIKELY, NO_GRAMMAR, Grammar, pair

GRAMMAR = Grammar(
    {pair("a", "ą"): "rdn", pair("a", "ie"): "zw", pair("", "'nin"): "ek", pair("", "e"): "lnt"},
    {pair("", "la"): "m", pair("", "w"): "m"},
)
LETTERS = st.text("abcdefgnrstz", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Barbara", "Barbarą"),
        ("Warszawa", "Warszawie"),
        ("Derek", "Derek'nin"),
        ("Derek", "DEREK’NIN"),
        ("medina", "almedina"),
        ("wmedina", "Medina"),
    ],
)
def test_forms_of_one_word(a, b):
    assert GRAMMAR.are_forms(a, b)
    assert GRAMMAR.are_forms(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Barbara", "Barbara"),
        ("Barbara", "BARBARA"),
        ("Barbara", "Barbora"),  # no ending of this grammar
        ("Kasia", "Kasią"),  # never seen after i
        ("Barbara", "Bárbarą"),  # the stem differs, too
        ("Ada", "Adą"),  # too short a stem
    ],
)
def test_what_is_no_form_of_the_word(a, b):
    assert not GRAMMAR.are_forms(a, b)


@given(LETTERS)
def test_a_doubled_last_letter_is_never_grammar(stem):
    everything = dict.fromkeys([pair("", stem[-1]), pair("", stem[-1] * 2)], "abcdefgnrstz")
    assert not Grammar(everything, {}).are_forms(stem, stem + stem[-1])


@given(LETTERS, LETTERS)
def test_without_a_grammar_every_difference_is_one_of_spelling(a, b):
    assert not NO_GRAMMAR.are_forms(a, b)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Barbara Kowal", "Barbarą Kowal", True),
        ("Barbara Kowal", "Barbarą Koval", False),
        ("Barbara Kowal", "Barbarą", False),
        ("Barbara Kowal", "Barbara Kowal", False),
    ],
)
def test_names_of_several_words(a, b, same):
    assert GRAMMAR.are_forms_of_name(a, b) is same


@pytest.mark.parametrize(
    ("name", "form", "suggested"),
    [
        ("Barbara", "Barbera", "Barbara"),  # no other ending
        ("Barbarą", "Barberą", "Barbarą"),
        ("Barbara", "Barberą", "Barbarą"),
        ("Barbarą", "Barbera", "Barbara"),
        ("Derek", "Derrek'nin", "Derek'nin"),
        ("Derek'nin", "Derrek", "Derek"),
        ("Barbara", "Barberów", "Barbara"),  # an ending that is unknown
    ],
)
def test_a_suggestion_keeps_the_ending_of_its_place(name, form, suggested):
    assert GRAMMAR.in_form_of(name, form) == suggested


@given(LETTERS, LETTERS)
def test_what_is_unknown_of_endings_changes_no_suggestion(name, form):
    assert NO_GRAMMAR.in_form_of(name, form) == name


def test_endings_behind_an_apostrophe_take_each_others_place():
    grammar = Grammar({pair("'in", "'ten"): "e"}, {})
    assert grammar.are_forms("State'in", "State'ten")
    assert not grammar.are_forms("State'in", "Stete'ten")


POLISH = Grammar({pair("a", "ą"): "rdn"}, {}, "pl")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Pelosi", "Pelosie"),  # a single letter, which the corpus would know
        ("Barbara", "Barbary"),
        ("Sikorska", "Sikorzka"),
        ("Lindkvist", "Lindkvistt"),
        ("Anna", "Ania"),
    ],
)
def test_a_stemmer_has_no_say_in_letters_of_spelling(a, b):
    assert not POLISH.are_forms(a, b)


@pytest.mark.parametrize(("a", "b"), [("Halina", "Halinie"), ("Zawadzki", "Zawadzkiego")])
def test_a_stemmer_knows_endings_that_the_corpus_does_not_teach(a, b):
    assert POLISH.are_forms(a, b)
    assert not POLISH._replace(language="is").are_forms(a, b)


def test_a_corpus_without_endings_leaves_single_letters_to_the_stemmer():
    assert Grammar({}, {}, "pl").are_forms("Barbara", "Barbarą")


def test_a_suggestion_takes_an_ending_that_the_stemmer_knows():
    assert POLISH.in_form_of("Halina", "Hallinie") == "Halinie"


@pytest.mark.parametrize("b", ["Таллинна", "Таллинном", "Таллинн", "Таллинне"])
@pytest.mark.parametrize("a", ["Таллин", "Таллина", "Таллином"])
def test_a_doubled_letter_before_an_ending_is_one_of_spelling(a, b):
    assert not Grammar({}, {}, "ru").are_kin(a, b)


@pytest.mark.parametrize(("a", "b"), [("Schröder", "Schroeder"), ("Strauß", "Strauss"), ("Weiß", "Weiss")])
def test_letters_that_a_stemmer_takes_for_one_are_spellings(a, b):
    assert not Grammar({}, {}, "de").are_kin(a, b)


def test_doublets_of_orthography_have_one_stem():
    assert Grammar({}, {}, "ru").are_forms("Королёв", "Королёве")


@pytest.mark.parametrize(("a", "b"), [("Diyarbakır'dan", "Diyarbakırlı"), ("Yıldız", "Yıldızların")])
def test_words_made_of_a_name_are_kin(a, b):
    assert Grammar({}, {}, "tr").are_kin(a, b)


@pytest.mark.parametrize(("a", "b"), [("Erdogan", "Erdogann'a"), ("Kılıçdar", "Kılıcdar'ın")])
def test_a_misspelt_name_with_an_ending_is_no_kin(a, b):
    assert not Grammar({}, {}, "tr").are_kin(a, b)


@pytest.mark.parametrize(
    ("name", "form", "suggested"),
    [("Odesa", "Odessą", "Odesą"), ("Kijów", "Kieva", "Kijów"), ("Kiova", "Kieva", "Kiova")],
)
def test_a_suggestion_takes_no_ending_behind_another_letter(name, form, suggested):
    assert Grammar({}, {}, "pl").in_form_of(name, form) == suggested


def test_a_suggestion_takes_no_letter_from_before_the_end():
    assert Grammar({}, {}, "sr").in_form_of("Đorđević", "Djordjević") == "Đorđević"


LIKELY_GRAMMAR = Grammar({pair("a", "ą"): LIKELY + "rdn"}, {})


def test_what_is_only_likely_makes_no_form():
    assert LIKELY_GRAMMAR.are_forms("Barbara", "Barbarą")
    assert LIKELY_GRAMMAR.in_form_of("Barbara", "Barberą") == "Barbara"


def test_a_known_form_may_be_only_likely():
    assert LIKELY_GRAMMAR.in_form_of("Barbara", "Barberą", {"Barbarą"}.__contains__) == "Barbarą"
    assert LIKELY_GRAMMAR.in_form_of("Barbara", "Barberą", {"Barbaro"}.__contains__) == "Barbara"


@pytest.mark.parametrize(
    ("a", "b", "same"), [("Αλέξανδρο", "Αλεξάνδρου", True), ("Αλέξανδρο", "Αλεξανδρου", False)]
)
def test_the_stress_of_a_name_may_move_with_its_ending(a, b, same):
    assert Grammar({pair("", "υ"): "ο"}, {}).are_forms(a, b) is same
