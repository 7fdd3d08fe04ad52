"""What a check finds, and by what it would replace it."""

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from english import parse_document
from marking import checked, corpus


@pytest.mark.parametrize(
    "draft",
    [
        "The son of the commander, Ahmad [Masoud]{variant-name -> Massoud}, leads the fighters now.",
        "In an interview [Masoud]{variant-name -> Massoud} asked the West for help against the Taliban.",
        "The commander Ahmad [Chah]{variant-name -> Shah} Massoud held the valley of Panjshir for years.",
        "The vice president, Amrullah [Salih]{variant-name -> Saleh}, wrote a letter in Kabul.",
        "The [anti-Tibetan]{suspect-term -> anti-Taliban} alliance wept. The Taliban came to Panjshir.",
    ],
)
def test_a_variant_is_found_with_its_name(index, draft):
    assert checked(draft, index) == draft


def test_tails_of_a_word_are_kept(index):
    draft = (
        "The son Ahmad [Masoud]{variant-name -> Massoud} leads the fighters now. "
        "[Masoud]{variant-name -> Massoud}'s men and the [Masoud]{variant-name -> Massoud}-led fighters left."
    )
    assert checked(draft, index) == draft


def test_a_replacement_is_in_capitals_where_the_line_is(index):
    draft = (
        "AMRULLAH [SALIH]{variant-name -> SALEH} WAS VICE PRESIDENT IN KABUL\n\n"
        "In a letter Amrullah [Salih]{variant-name -> Saleh} wrote that the fighters were in the north."
    )
    assert checked(draft, index) == draft


def test_markup_inside_a_sentence_hides_no_variant(index):
    draft = (
        "His son **Ahmad [Masoud]{variant-name -> Massoud}** leads the fighters of *Panjshir* now, he told"
        " the [paper](x.md).\n"
    )
    assert checked(draft, index, name="draft.md") == draft


def test_a_rule_that_is_off_finds_nothing(index):
    draft = "The son of the commander, Ahmad Masoud, leads the fighters now."
    assert checked(draft, index, ignore=("variant-name", "inconsistent-name")) == draft
    assert checked(draft, index, select=("suspect-term",)) == draft


def test_case_and_marks_of_a_known_term_are_its_form(tmp_path):
    index = corpus(
        tmp_path,
        "They sold the PlayStation in June.",
        "The new PlayStation is dear.",
        "Many want a PlayStation for the winter.",
    )
    draft = (
        "They sold the new [Playstation]{term-form -> PlayStation} in June.\n\nTHE PLAYSTATION IS SOLD OUT"
    )
    assert checked(draft, index) == draft


@pytest.mark.parametrize(
    "draft",
    [
        "“His son Ahmad [Masoud]{variant-name -> Massoud} leads the fighters of Panjshir,” he said.",
        '"His son Ahmad [Masoud]{variant-name -> Massoud} leads the fighters of Panjshir," he said.',
        "The [anti-Tibetan]{suspect-term -> anti-Taliban} alliance wept. The Taliban came.",
    ],
)
def test_what_may_be_quoted_or_meant_is_never_safe(index, draft):
    assert checked(draft, index, safe=True) == draft


BRIDGE = (
    "The engineer Vera {0} opened the bridge over the Elbe in Dresden on Monday, the mayor of the town said."
    " The bridge had been shut for eleven years after a flood broke three of its piers. {0} said that the new"
    " piers stand on granite."
)
ELSEWHERE = tuple(
    f"Rain fell on {there}, and nobody came to the fish market there. {seller} sold two eels to {buyer}."
    for there, seller, buyer in (
        ("the port of Genoa", "Paolo Ferri", "Marta Lindt"),
        ("the dome of Riga", "Juris Kalnins", "Anna Berg"),
        ("the hill of Porto", "Rui Costa", "Lena Holm"),
        ("the lake of Como", "Ugo Bassi", "Nina Vogt"),
        ("the pier of Split", "Ivo Maric", "Petra Kern"),
    )
)


@pytest.mark.parametrize(
    ("form", "marked"),
    [
        pytest.param("Kalinov", "[Kalinov]{variant-name -> Kalinova}", id="as the other sex bears it"),
        pytest.param("Kalinowa", "[Kalinowa]{variant-name ->! Kalinova}", id="another spelling"),
    ],
)
def test_a_machine_mends_another_spelling_and_no_other_form(tmp_path, form, marked):
    index = corpus(tmp_path, BRIDGE.format("Kalinova"), *ELSEWHERE)
    draft = BRIDGE.format(marked)
    assert checked(draft, index, safe=True) == draft


@pytest.mark.parametrize(
    ("draft", "names"),
    [
        ("Many wept for Ahmad Shah Masoud then.", ["Ahmad Shah Massoud"]),
        ("Many wept for Ahmad Masoud then.", ["Ahmad Massoud"]),
        ("The Ahmad-Shah-Masoud road was closed.", ["Ahmad Shah Massoud"]),
    ],
)
def test_all_words_beside_a_part_tell_whose_name_it_is(index, draft, names):
    found = check(parse_document("draft.txt", draft), index, Settings())
    assert [finding.concept.preferred for finding in found] == names
