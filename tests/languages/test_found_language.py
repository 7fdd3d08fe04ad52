"""The text shows its language; where it is too short, it is in the expected one."""

import sys
from subprocess import run

import pytest

from canonym.languages.found_language import found_language
from canonym.text.document import HIDDEN

QUIET = (
    "",
    "12, 13, 14",
    "Oslo",
    "Ahmad Shah Massoud",
    HIDDEN * 400,
    "The mayor said on Monday that the bridge would be closed until the end of the month.",
    "It was Barbara who had told him so, and not Władysław Szczepański or Jürgen Müller.",
)
TEXTS = (
    ("de", "Die Bürgermeisterin sagte am Montag, die Brücke werde bis zum Ende des Monats gesperrt."),
    ("fr", "La maire a déclaré lundi que le pont resterait fermé jusqu'à la fin du mois."),
    ("pl", "Burmistrz powiedziała w poniedziałek, że most będzie zamknięty do końca miesiąca."),
    ("ru", "Мэр сообщила в понедельник, что мост будет закрыт до конца месяца."),
    ("uk", "Мерка повідомила в понеділок, що міст буде закрито до кінця місяця, бо його ремонтують."),
    ("tr", "Belediye başkanı pazartesi günü köprünün ay sonuna kadar kapalı kalacağını söyledi."),
    ("ar", "قالت رئيسة البلدية يوم الاثنين إن الجسر سيبقى مغلقا حتى نهاية الشهر."),
    ("hi", "महापौर ने सोमवार को कहा कि पुल महीने के अंत तक बंद रहेगा और मरम्मत चलेगी।"),
    ("ko", "시장은 월요일에 다리가 월말까지 폐쇄될 것이라고 말했다고 전했다."),
    ("ja", "市長は月曜日に、橋は月末まで閉鎖されると述べたと伝えられている。"),
    ("zh", "市长星期一表示，这座桥将关闭到本月底，以便进行维修和检查工作。"),
    ("el", "Η δήμαρχος είπε τη Δευτέρα ότι η γέφυρα θα μείνει κλειστή."),
    ("hr", "Мэр сообщила. Gradonačelnica je u ponedjeljak rekla da će most biti zatvoren do kraja mjeseca."),
    ("th", "นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าสะพานจะปิด"),
)


@pytest.mark.parametrize("text", QUIET)
def test_a_short_text_or_one_with_the_small_words_is_in_the_expected_language(text):
    assert found_language(text, "en") == "en"


FULL_OF_NAMES = (
    (
        "en",
        "Volodymyr Zelensky met Foreign Minister Andrii Sybiha and the mayor of Lviv, Andrii Sadovyi. "
        "Sybiha's deputy, Andrii Melnyk, came too. The Kharkiv engineer Oksana Hrytsenko dined in Kyiv.",
    ),
    (
        "pl",
        "Zełenski spotkał się z Sybihą i Sadowym. Oksana Hrycenko, Boris Pistorius, Friedrich Merz, "
        "Wolfgang Bauer i Jürgen Schulz czekali na dworcu, a potem razem pojechali do hotelu.",
    ),
)


@pytest.mark.parametrize("expected", ["de", "und"])
@pytest.mark.parametrize(("tag", "text"), FULL_OF_NAMES)
def test_foreign_names_do_not_show_the_language_of_a_text(tag, text, expected):
    assert found_language(text, expected) == tag


LONG_GERMAN = (
    "Die Bürgermeisterin sagte am Montag, dass die Brücke bis zum Ende des Monats gesperrt bleibt, weil sie "
    "nicht sicher ist. Wer mit dem Auto in die Stadt will, muss über den Hafen fahren, und das dauert lange."
)
FIND = "import sys; from canonym.languages.found_language import found_language as found; "


@pytest.mark.parametrize("expected", ["en", "und", "lb"])
def test_clear_small_words_show_the_language_of_a_long_text_without_the_detector(expected):
    code = f"print(found({LONG_GERMAN!r}, {expected!r}), 'eld' in sys.modules)"
    told = run([sys.executable, "-c", FIND + code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["lb" if expected == "lb" else "de", "False"]


NAMES = (
    "Kiev, Paris, Berlin, Madrid, Lisbon, Rome",
    "Photo: Jürgen Müller / Deutsche Presse-Agentur, Kiev",
    "Barcelona beat Real Madrid 3-1: Messi, Suárez, Piqué score",
    "Results: Djokovic beats Nadal, Federer loses, Murray wins",
    "Starring Gérard Depardieu, Isabelle Adjani, Daniel Auteuil",
)


@pytest.mark.parametrize("text", NAMES)
def test_a_list_of_names_shows_no_language(text):
    assert found_language(text, "en") == "en"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("nb", "Statsministeren sa i går at regjeringen ikke vil gi seg, og at han skal reise til Kiev."),
        ("sr-Latn", "Predsednik Aleksandar Vučić izjavio je danas da će Srbija nastaviti da radi."),
        ("lb", "De Premierminister huet gëschter gesot, datt d'Regierung net wëll noginn."),
        ("hi", "प्रधानमंत्री नेतान्याहू ने कहा कि देश पीछे नहीं हटेगा। नेतान्याहू।"),
        ("de-CH", "Die Bürgermeisterin sagte am Montag, die Brücke werde gesperrt."),
        ("zh-Hant-TW", "市長星期一表示，這座橋將關閉到本月底，以便進行維修和檢查工作。"),
    ],
)
def test_a_language_that_the_detector_does_not_know_is_still_expected(expected, text):
    assert found_language(text, expected) == expected


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ko", "서울에 비가 왔다."),
        ("ja", "田中さんは東京に行った。"),
        ("ka", "თბილისი დიდია."),
        ("th", "ฝนตก"),
    ],
)
@pytest.mark.parametrize("expected", ["en", "und"])
def test_a_script_of_one_language_shows_it_in_few_letters(tag, text, expected):
    assert found_language(text, expected) == tag


@pytest.mark.parametrize("text", [text for text in QUIET if len(text) < 20])
def test_no_language_is_taken_for_granted(text):
    assert found_language(text, "und") == "und"


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "The Punjir valley held."),
        ("de", "Der Krieg um Charkow"),
        ("pl", "Wojna w Charkowie"),
        ("und", "Massoud, Tkachuk, Karim"),
        ("und", "Massoud in Kabul"),  # as many small words of German as of English
    ],
)
def test_small_words_show_the_language_of_a_short_text_where_none_is_expected(tag, text):
    assert found_language(text, "und") == tag


@pytest.mark.parametrize("expected", ["en", "und"])
@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_a_sentence_shows_its_language(tag, text, expected):
    assert found_language(text, expected) == tag
