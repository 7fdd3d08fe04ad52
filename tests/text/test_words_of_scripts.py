"""Words of every script: none is torn, and none ends inside what people see as one letter."""

import re
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_cluster_boundaries
from uniseg.wordbreak import WordBreak, word_break

from canonym.text import tokens
from canonym.text.apostrophes_and_ligatures import FORMATS, plain
from canonym.text.document import JOINER
from canonym.text.scripts import unicode_tables as tables
from canonym.text.tokens import tokenize, words
from text import unicode_tables

SENTENCES = {
    "Hindi": "राष्ट्रपति फ़ारूक़ अब्दुल्ला श्रीनगर पहुँचे",
    "Bengali": "শেখ মুজিবুর রহমান ঢাকায় বক্তৃতা দিলেন",
    "Tamil": "சென்னையில் முதல்வர் ஸ்டாலின் பேசினார்",
    "Malayalam": "തിരുവനന്തപുരത്ത് മോഹൻലാൽ പ്രസംഗിച്ചു",
    "Malayalam with joiners": "മോഹന്\u200dലാല്\u200d വന്നു",
    "Sinhala": "ශ්\u200dරී ලංකාවේ ජනාධිපති",
    "Persian": "محمود احمدی\u200cنژاد به تهران می\u200cرود",
    "Urdu": "نواز شریف نے لاہور میں خطاب کیا",
    "Arabic with points": "سَامِر الخَطِيب في حَلَب",
    "Hebrew with points": "דָּוִד בֶּן־גּוּרְיוֹן בִּירוּשָׁלַיִם",
    "Hebrew": "צה\"ל צה״ל ג'ורג' צ׳רצ׳יל",
    "Burmese": "အောင်ဆန်းစုကြည် ရန်ကုန်",
    "Khmer": "ភ្នំពេញ កម្ពុជា",
    "Thai": "น้ำท่วม กรุงเทพ",
    "Tibetan": "ཀྲུང གོ",
    "Catalan": "paral·lel Gal·la",
    "Vietnamese, decomposed": "Nguye\u0302\u0303n Va\u0306n Hu\u0300ng",
    "Amharic": "አዲስ አበባ",
    "Georgian": "ნინო ბურჯანაძე",
    "Adlam": "𞤆𞤵𞤤𞤢𞤪 𞤀\U0001e944𞤤",
    "Chakma": "𑄌𑄋𑄴𑄟𑄳𑄦",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_no_word_is_torn(language):
    sentence = SENTENCES[language]
    assert words(sentence) == sentence.split()
    assert [plain(word) for word in words(sentence)] == plain(sentence).split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "弗拉·普京 ジョン・スミス 서울·부산",
            ["弗拉", "普京", "ジョン", "スミス", "서울", "부산"],
        ),
        ('הוא אמר "שלום" והלך', ["הוא", "אמר", "שלום", "והלך"]),
        ("\u200fسامر\u200f (فنان)", ["سامر", "فنان"]),
        ("Μαρία· Νίκος", ["Μαρία", "Νίκος"]),
        ("1️⃣ Kyiv 🇺🇦 ١٢٣٫٤ ๒๕๖๗", ["1️⃣", "Kyiv", "١٢٣٫٤", "๒๕๖๗"]),
    ],
)
def test_what_parts_words_in_a_script_parts_them(text, expected):
    assert words(text) == expected


def test_a_maqaf_parts_a_word_like_a_hyphen():
    (name,) = tokenize("בן־גוריון")
    assert [part.text for part in name.parts()] == ["בן", "גוריון"]
    assert plain(name.text) == "בן-גוריון"


def test_signs_of_direction_are_no_spelling():
    assert plain("\u2067سا\u200fمر\u2069") == "سامر"


SIGNS = " .,-'’\"·:_1٣5\u200b\u200c\u200d\u00ad\u200f\u0301\ufe0f\U0001f3fbʼ\u2060\u034f־׳״ªʷ²\n\r؀ൎﾟำ̈"
LETTERS = st.sampled_from("".join(SENTENCES.values()) + "ñЁёΆάẞ弗基ジ서가𞤆𞤵가")


@given(st.text(st.one_of(LETTERS, st.sampled_from(SIGNS), st.characters())))
@example("ळ्\u200dक ൎ1 ؀١ ก่ำ")
def test_no_word_begins_or_ends_inside_a_grapheme_cluster(text):
    boundaries = {0, len(text), *grapheme_cluster_boundaries(text)}
    for token in tokenize(text):
        for one in (token, *token.parts()):
            assert {one.start, one.end} <= boundaries


@given(st.text(st.sampled_from("abAÉßŁ'’-\u00ad.,:3²ªʰʲжЁάς–“”…€™ \u2011\u200b\u202f_")))
def test_the_pattern_for_common_scripts_finds_what_that_for_all_finds(text):
    quick = tokens.common_scripts() if tokens._UNUSUAL.search(text) else tokens._USUAL_TOKEN
    assert tokens.common_scripts().findall(text) == quick.findall(text) == tokens.any_script().findall(text)


def test_each_common_character_is_read_alike_by_both_patterns():
    common = [sign for sign in map(chr, range(0x2C00)) if re.match(f"[{tokens._COMMON}]", sign)]
    assert len(common) > 2000
    for form in ("{}", "a{}", "{}a", "a{}a", "1{}1", "1{}", "a{}'a", "a-{}"):
        texts = [form.format(sign) for sign in common]
        every = [(t, tokens.any_script().findall(t)) for t in texts]
        assert [t for t, found in every if tokens.common_scripts().findall(t) != found] == []
        assert [t for t, found in every if words(t) != found and "'s" not in t.lower()] == []


@pytest.mark.parametrize("name", unicode_tables.TABLES)
def test_the_tables_have_what_unicode_says(name):
    """A later version of Unicode has more characters than the table, and an earlier one fewer."""
    inside = re.compile(f"[{getattr(tables, name)}]")
    known = {sign for sign in unicode_tables.characters(name) if category(sign) != "Cn"}
    assert {sign for sign in known if not inside.match(sign)} == set()
    assert len(known) > 3


def test_the_signs_of_format_are_those_of_unicode():
    found = [s for s in map(chr, range(0x10000)) if word_break(s) is WordBreak.FORMAT]
    assert sorted(FORMATS + JOINER) == found
