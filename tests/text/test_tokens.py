"""Words and figures, as they are cut out of running text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.text import tokens
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.tokens import Token, is_all_caps, tokenize


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" – … “” 's --", ["s"]),
        ("rock ’n’ roll", ["rock", "n", "roll"]),
        ("a snake_case word", ["a", "snake", "case", "word"]),
        ("the B-52 bomber", ["the", "B", "52", "bomber"]),
        ("3,000.50 at 12:30", ["3,000.50", "at", "12:30"]),
        ("the 5th day", ["the", "5", "th", "day"]),
    ],
)
def test_what_is_no_word_is_none(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Masoud's men", ["Masoud", "men"]),
        ("Masoud’s men", ["Masoud", "men"]),
        ("BBC's", ["BBC"]),
        ("the Talibs' camp", ["the", "Talibs", "camp"]),
        ("James’ hat", ["James", "hat"]),
        ("Chris's car", ["Chris", "car"]),
        ("O’Brien’s", ["O’Brien"]),
        ("MASOUD'S MEN", ["MASOUD", "MEN"]),
    ],
)
def test_a_possessive_tail_is_no_part_of_a_word(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    "word",
    [
        "O'Brien",
        "Sa'id",
        "Mas‘ud",
        "Qur`an",
        "anti-Taliban",
        "al\u2011Qaeda",
        "Massoud-led",
        "cafe\u0301",
        "Müller",
        "Шевченко",
        "習近平",
        "محمد",
        "अफ़ग़ान",
    ],
)
def test_apostrophes_hyphens_marks_and_any_script_hold_a_word_together(word):
    assert words(f"of {word}, and") == ["of", word, "and"]


def test_the_stops_of_an_abbreviation_are_inside_it_and_the_last_is_not():
    assert words("the U.S. and U.N. troops.") == ["the", "U.S", "and", "U.N", "troops"]


def test_a_word_of_hyphens_has_parts_with_places_of_their_own():
    (token,) = tokenize("anti-Taliban", 0)
    assert token.parts() == (Token(0, "anti"), Token(5, "Taliban"))
    assert Token(3, "Kabul").parts() == (Token(3, "Kabul"),)


def test_capitals_and_figures_are_known():
    assert [t.is_capitalised for t in tokenize("Kabul kabul ǅulija 40")] == [True, False, True, False]
    assert [t.is_figure for t in tokenize("Kabul 40")] == [False, True]
    assert [is_all_caps(w) for w in ("NATO", "Nato", "A", "ÉTÉ")] == [True, False, False, True]


@given(st.text())
def test_each_token_stands_where_it_says_and_none_overlap(text):
    found = list(tokenize(text))
    assert all(t.span.of(text) == t.text and t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_a_part_of_a_text_gives_tokens_inside_it(text, start, length):
    assert all(start <= t.start and t.end <= start + length for t in tokenize(text, start, start + length))


@given(st.text(st.sampled_from("abAB.'`-_’é3,: s\n")))
def test_words_alone_are_those_of_the_tokens(text):
    assert tokens.words(text) == words(text)


@given(st.text(st.characters(max_codepoint=127) | st.sampled_from("abAB.'`-3")))
def test_the_quick_pattern_for_ascii_finds_what_the_other_finds(text):
    assert tokens._ASCII_TOKEN.findall(text) == tokens.any_script().findall(text)


def test_a_word_written_plainly_is_a_word() -> None:
    """Whatever letters a typesetter or another composition has for it, but for the old sign for 'n."""
    broken = []
    for code in (*range(0x80, 0x149), *range(0x14A, 0x3400), *range(0xA000, 0xAC00), *range(0xF900, 0x1F000)):
        char = chr(code)
        for token in tokenize(f"x {char} a{char}a {char}a a{char} a-{char} {char}-a y"):
            parts = [plain(part.text) for part in token.parts()]
            broken += [hex(code) for part in parts if words(part) != [part]]
    assert broken == []


def test_marks_of_kana_and_nuktas_belong_to_their_word() -> None:
    assert words("か\u3099 ড\u09bc x\uff9f ﾟ") == ["か\u3099", "ড\u09bc", "x\uff9f"]
