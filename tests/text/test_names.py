"""Runs of capitalised words: what may be a name, by its letters alone."""

import pytest

from canonym.text.names import is_compound, runs
from canonym.text.sentences import sentences
from canonym.text.tokens import Token
from english import parse_document


def names(text: str) -> list[str]:
    """Return the runs of ``text`` but for the word at its start."""
    document = parse_document("draft.md", f"When {text}")
    found = [r for s in sentences(document) for r in runs(document.prose, s)]
    return [" ".join(t.text for t in run.tokens) for run in found if run.tokens[0].text != "When"]


@pytest.mark.parametrize(
    "text",
    [
        "the ministers of the old port met on a cold day",
        "they met on Monday, in March and at Easter",
        "I’m sure that I said so",
        "Don’t go, said the mayor, and Won’t you stay",
        "the President and the Prime Minister met Mr. and Mrs.",
    ],
)
def test_calendar_pronouns_and_offices_are_no_names(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he met Ahmad Shah Massoud there", ["Ahmad Shah Massoud"]),
        ("he met Massoud, Fahim and Khan", ["Massoud", "Fahim", "Khan"]),
        ("he read J. R. Halder and George W. Bush", ["J R Halder", "George W Bush"]),
        ("he met Osama bin Laden of al Qaeda", ["Osama bin Laden", "al Qaeda"]),
        ("he read Ursula von der Leyen", ["Ursula von der Leyen"]),
        ("he read Charles de Gaulle de bon matin", ["Charles de Gaulle"]),
        ("he met Mr. Karim and President Leyla Haddad", ["Karim", "Leyla Haddad"]),
        ("he met King Zahir Shah and Queen Soraya", ["Zahir Shah", "Soraya"]),
        ("on Monday Karim left", ["Karim"]),
        ("he met Leyla Haddad's son", ["Leyla Haddad"]),
        ("he met Ahmad\nMassoud", ["Ahmad Massoud"]),
        ("he met Ahmad\u00a0Massoud", ["Ahmad Massoud"]),
        ("he met Ahmad Massoud. Karim left", ["Ahmad Massoud", "Karim"]),
        ("he read Bernard-Henri Levy", ["Bernard-Henri Levy"]),
        ("the anti-Taliban fighters had a US-made gun", ["anti-Taliban", "US-made"]),
        ("he met Иван Петров there", ["Иван Петров"]),
        ("he met Massoud at Kharzhin as Minister", ["Massoud", "Kharzhin"]),
    ],
)
def test_a_run_is_a_whole_name(text, expected):
    assert names(text) == expected


def test_a_run_that_is_too_long_is_a_headline():
    assert names("he read One Two Three Four Five Six Seven there") == []


def test_a_blank_line_parts_two_names():
    assert names("he met Ahmad\n\nMassoud") == ["Ahmad", "Massoud"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("anti-Taliban", True),
        ("US-made", True),
        ("Bernard-Henri", False),
        ("well-known", False),
        ("Kabul", False),
    ],
)
def test_a_compound_joins_a_small_word_and_a_name(word, expected):
    assert is_compound(Token(0, word)) is expected
