"""Which spellings of one word are a matter of orthography alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.spelling.doublets import is_doublet, unified
from canonym.spelling.folding import joined

OTHERS = [
    ("en", "Petrov", "Petrow"),
    ("en", "Kyiv", "Kyiv"),
    ("de", "Müller", "Muller"),
    ("de", "Strauß", "Strauss"),
    ("fr", "Noé", "Noe"),
    ("fr", "Étienne", "Etienne"),
    ("da", "Læsø", "Laesø"),
    ("vi", "Hòa", "Hóa"),
    ("vi", "Bình", "Binh"),
    ("it", "Hòa", "Hoà"),
    ("uk", "Йосип", "Иосип"),
    ("uk", "Їжак", "Іжак"),
    ("be", "Алёна", "Алена"),
    ("ar", "أحمد", "احمد"),
    ("ar", "على", "علي"),
    ("hi", "सड़क", "सडक"),
    ("hi", "ड़", "ड"),
    ("hi", "अन्ना", "अंना"),
    ("hi", "हिंदी", "हिदी"),
    ("mr", "हिंदी", "हिन्दी"),
    ("ml", "അവൻ", "അവന"),
    ("sr", "Đukić", "Djukić"),
    ("sr", "Ђукић", "Đukić"),
    ("ro", "Iași", "Iasi"),
    ("tr", "Işık", "Isık"),
    ("en", "Kharkiv", "KHARKIV"),
    ("el", "Έλενα", "Ελένα"),
]
DOUBLETS = [
    ("ru", "Королёв", "Королев"),
    ("ru", "Семёновой", "Семеновой"),
    ("vi", "Hòa", "Hoà"),
    ("vi", "Thúy", "Thuý"),
    ("vi", "Khỏe", "Khoẻ"),
    ("vi", "Hòa Bình", "Hoà Bình"),
    ("ur", "फ़ारूक़", "फारूक"),
    ("pa", "ਜ਼ੀਰਾ", "ਜੀਰਾ"),
    ("hi", "हिंदी", "हिन्दी"),
    ("hi", "मुंबई", "मुम्बई"),
    ("hi", "चाँद", "चांद"),
    ("hi", "फ़ारूक़", "फारूक"),
    ("ml", "സുരേന്ദ്രന്\u200d", "സുരേന്ദ്രൻ"),
    ("ml", "എൻറെ", "എന്‍റെ"),
    ("ml", "എൻ്റെ", "എന്റെ"),
    ("fr", "Sacré-Cœur", "Sacré-Coeur"),
    ("de", "Sacré-Cœur", "Sacré-Coeur"),
    ("fr", "Œdipe", "Oedipe"),
    ("fr", "ŒDIPE", "OEDIPE"),
    ("fr", "Lætitia", "Laetitia"),
    ("en", "Æthelred", "Aethelred"),
    ("de-CH", "Strauß", "Strauss"),
    ("de-CH", "STRAUẞ", "STRAUSS"),
    ("el", "Άγγελος", "Αγγελος"),
    ("ar", "سَامِر", "سامر"),
    ("ar", "عمّان", "عمان"),
    ("ar", "حلــب", "حلب"),
    ("ar", "علی", "علي"),
    ("fa", "على", "علی"),
    ("fa", "کمال", "كمال"),
    ("fa", "می\u200cرود", "میرود"),
    ("fa", "فاطمهٔ", "فاطمه"),
    ("fa", "فاطمۀ", "فاطمه"),
    ("he", "דָּוִד", "דוד"),
    ("he", "צ׳רצ׳יל", "צ'רצ'יל"),
    ("he", "צה״ל", 'צה"ל'),
    ("ro", "Iaşi", "Iași"),
    ("tr", "Hakkâri", "Hakkari"),
    ("ja", "ＮＴＴ", "NTT"),
    ("ja", "ﾄﾖﾀ", "トヨタ"),
]


@pytest.mark.parametrize(("tag", "a", "b"), OTHERS)
def test_other_spellings_are_none(tag, a, b):
    assert not is_doublet(a, b, tag)
    assert not is_doublet(b, a, tag)


@pytest.mark.parametrize(("tag", "a", "b"), DOUBLETS)
def test_doublets_are_one_spelling_and_have_the_same_letters(tag, a, b):
    assert is_doublet(a, b, tag)
    assert is_doublet(b, a, tag)
    assert joined(a) == joined(b)


LETTERS = "".join(a + b for _, a, b in DOUBLETS)
TAGS = sorted({tag for tag, _, _ in DOUBLETS})


@given(st.text(st.one_of(st.sampled_from(LETTERS), st.characters()), max_size=8), st.sampled_from(TAGS))
def test_the_one_spelling_of_all_doublets_is_one_of_them(text, tag):
    assert unified(unified(text, tag), tag) == unified(text, tag)
