"""The letters of a word tell whether it reads as a foreign name."""

import pytest

from canonym.languages.foreign_names import foreign_names, foreign_signs
from canonym.spelling.letters_of_names import LettersOfNames

ORDINARY = {
    "ar": "الذي كانت يمكن الناس المنزل يعتقد العمل جميع الوقت المدينة الحكومة يستطيع المساء الجديدة تقول",
    "ko": "사람들이 그러나 있는 하지만 우리는 생각합니다 때문에 그것은 말했다 것으로 지난해 경우에는",
    "zh": "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能",
}


@pytest.mark.parametrize(
    ("tag", "name", "word"),
    [("ar", "كافانو", "المدرسة"), ("ko", "트럼프", "합니다"), ("zh", "卡瓦诺", "我们的")],
)
def test_a_foreign_name_reads_as_one(tag, name, word):
    letters = LettersOfNames(foreign_names(tag), dict.fromkeys(ORDINARY[tag].split(), 9))
    assert letters.log_odds(name) > 0 > letters.log_odds(word)


@pytest.mark.parametrize("tag", ["en", "ru", "und", "xx"])
def test_languages_with_capitals_need_no_such_names(tag):
    assert foreign_names(tag) == frozenset()


def test_the_names_of_a_language_serve_its_regions():
    assert foreign_names("ar-EG") == foreign_names("ar") != frozenset()


def test_only_a_language_of_many_signs_has_signs_of_names():
    assert foreign_signs("ko") == frozenset()
    assert foreign_signs("zh", 10) < foreign_signs("zh")
    assert "斯" in foreign_signs("zh", 10)
