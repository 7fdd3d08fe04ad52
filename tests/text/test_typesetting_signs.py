"""Which signs are letters, which are marks beside them, and which are letters in another dress."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.scripts.unicode_tables import PREPENDED
from canonym.text.tokens import words

EVERY = [chr(code) for code in range(sys.maxunicode + 1)]
ANCIENT = range(0x10000, 0x1F100)
"""Where the figures of scripts that nobody writes news in lie."""
LIVING = frozenset("ŀĿևٵٶٷٸำຳໜໝㄱ〸〹〺ゟヿͺ")
"""Letters with a decomposition that people write all the same."""


def _tag(sign: str) -> str:
    return unicodedata.decomposition(sign).partition(" ")[0]


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "L"


@pytest.mark.parametrize(
    "mark",
    [
        "¹",
        "²",
        "³",
        "¹²",
        "⁴⁵",
        "₁",
        "①",
        "⓵",
        "❶",
        "⑴",
        "ª",
        "º",
        "ᵃ",
        "ⁱ",
        "ⁿ",
        "ᵇ",
        "ᵃᵇ",
        "½",
        "™",
        "®",
        "℠",
        "©",
    ],
)
def test_a_mark_behind_a_name_is_no_part_of_it(mark):
    assert words(f"Kharkiv{mark}, Lviv{mark}") == ["Kharkiv", "Lviv"]
    assert words(f"{mark}Kharkiv") == ["Kharkiv"]
    assert words(f"Kharkiv{mark}’s") == ["Kharkiv", "s"]


def test_no_sign_of_notes_lists_or_fractions_is_a_letter():
    numerals = [sign for sign in EVERY if unicodedata.category(sign) == "No" and ord(sign) not in ANCIENT]
    assert len(numerals) > 300
    assert [sign for sign in numerals if words(f"Lviv{sign}") != ["Lviv"]] == []


def test_no_raised_or_lowered_letter_is_one_at_the_end_of_a_word():
    raised = [sign for sign in EVERY if _is_letter(sign) and _tag(sign) in ("<super>", "<sub>")]
    raised = [sign for sign in raised if ord(sign) < 0x10000]
    assert len(raised) > 100
    assert [sign for sign in raised if words(f"Lviv{sign}") != ["Lviv"]] == []
    assert [sign for sign in raised if len(words(f"Lv{sign}iv")) != 1] == []


def test_all_other_letters_are_letters():
    """But for those that are a part of the letter behind them, such as the dot reph of Malayalam."""
    others = [sign for sign in EVERY if _is_letter(sign) and _tag(sign) not in ("<super>", "<sub>")]
    others = [sign for sign in others if not re.match(f"[{PREPENDED}]", sign)]
    assert [s for s in others if words(f"L{s}") != [f"L{s}"] and s not in "ʼ\ufdfa\ufdfb"] == []


@pytest.mark.parametrize("word", ["Oʻahu", "Hawaiʻi", "ʿAlī", "Saʾid", "xʷməθkʷəy̓əm", "Gogolʹ", "ʻEwa"])
def test_letters_that_look_like_marks_are_letters(word):
    assert words(f"in {word}.") == ["in", word]
    assert plain(word) == unicodedata.normalize("NFC", word) or "ʷ" in word


@pytest.mark.parametrize("sign", list("'’ʼ‘‛`´′＇"))
def test_whatever_is_written_for_an_apostrophe_is_one(sign):
    assert [plain(word) for word in words(f"of Sana{sign}a in O{sign}Brien{sign}s")] == [
        "of",
        "Sana'a",
        "in",
        "O'Brien",
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Griﬃn", "Griffin"),
        ("Cliﬀord", "Clifford"),
        ("ﬁre ﬂag ﬅ ﬆ", "fire flag st st"),
        ("Ĳsselmeer", "IJsselmeer"),
        ("ǅungla", "Džungla"),
        ("ŉ", "'n"),
        ("ＮＴＴ 𝕂𝕪𝕚𝕧 Ⅱ ｶﾞ", "ＮＴＴ 𝕂𝕪𝕚𝕧 Ⅱ ｶﾞ"),
        ("ﻣﺤﻤﺪ", "محمد"),
        ("Congreſs", "Congress"),
        ("Jose\u0301", "José"),
        ("al\u2011Farouk al－Farouk", "al-Farouk al-Farouk"),
        ("Սևան", "Սևան"),
        ("น้ำ", "น้ำ"),
        ("한국 ㄱ", "한국 ㄱ"),
    ],
)
def test_a_letter_in_another_dress_is_read_as_what_it_stands_for(written, meant):
    assert plain(written) == unicodedata.normalize("NFC", meant)


def test_only_signs_with_a_decomposition_of_letters_are_read_as_others():
    """But for marks and living letters, all letters that have one are."""
    chosen = ("<wide>", "<narrow>", "<font>")
    dress = ("<initial>", "<medial>", "<final>", "<isolated>", "<compat>")
    read = {sign for sign in EVERY if _is_letter(sign) and plain(sign) != unicodedata.normalize("NFC", sign)}
    read -= set("ʼ")
    assert {s for s in read if _tag(s) not in dress and "HEBREW" not in unicodedata.name(s)} == set()
    assert {s for s in read if _tag(s) in chosen and "HEBREW" not in unicodedata.name(s)} == set()
    assert read & LIVING == set()
    latin = {s for s in EVERY if _is_letter(s) and _tag(s) in dress and "LATIN" in unicodedata.name(s, "")}
    assert latin - read <= LIVING


@given(st.text(st.sampled_from("aﬃǅ²ªʷ’´'`-ＡŉĲ𝐊é\u0301\u00ad ")))
def test_to_read_twice_is_to_read_once(text):
    assert plain(plain(text)) == plain(text)
