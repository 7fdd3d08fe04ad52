"""Doublets of orthography are one spelling, unless a person decided; a line is never mended by half."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.corpus.learning import learn
from canonym.index.termbase_index import Index
from canonym.languages import Stated, language
from canonym.termbase.authored import parse
from canonym.termbase.termbase import Termbase
from canonym.text.formats import parse_document
from marking import marked, plain, write_corpus

LEARNED = {
    "ru": (
        "Тренер Пётр Королёв рад. Фёдор Семёнов забил. Королёв молчит.",
        "Вчера Фёдор Семёнов и Пётр Королёв уехали.",
        "Потом Пётр Королёв и Фёдор Семёнов вернулись.",
    ),
    "vi": ("Ở Hòa Bình có bà Thúy.", "Tỉnh Hòa Bình và bà Thúy.", "Từ Hòa Bình, bà Thúy về."),
    "fr": ("Au Sacré-Cœur, Élodie Lebœuf chante Lætitia.", "Avec Élodie Lebœuf et Lætitia au Sacré-Cœur."),
    "de-CH": ("Am Morgen sah Franz Strauß die Stadt.", "Dort blieb Franz Strauß."),
    "el": ("Ο φίλος Άγγελος Έλληνας ήρθε.", "Μετά ο Άγγελος Έλληνας έφυγε."),
    "ro": ("Primarul din Iași, Traian Băsescu, a plecat.", "La Iași a venit Traian Băsescu."),
    "tr": ("Bugün Hakkâri ve Kâzım Demir anıldı.", "Dün Kâzım Demir için Hakkâri toplandı."),
}
DRAFTS = {
    "ru": "Тренер Петр Королев рад. Вчера Федор Семенов, Пётр Королев и Фёдор Семёнов уехали.",
    "vi": "Ở Hoà Bình có bà Thuý. Từ Hòa Bình, bà Thuý về.",
    "fr": "LE SACRÉ-COEUR FERME\n\nAu Sacré-Coeur, Élodie Leboeuf chante Laetitia avec Élodie Lebœuf.\n\n"
    "JEAN LEBOEUF PARLE",
    "de-CH": "Am Morgen sah Franz Strauss die Stadt.",
    "el": "Ο φίλος Αγγελος Ελληνας ήρθε.",
    "ro": "Primarul din Iaşi a plecat.",
    "tr": "Bugün Hakkari ve Kazım Demir anıldı.",
}
DECIDED = {
    "ru": ("Вчера пришёл [Королев]{deprecated-term -> Королёв}, а Королёв ушёл.", "Королёв"),
    "vi": ("Từ [Hoà Bình]{deprecated-term -> Hòa Bình}, bà về.", "Hòa Bình"),
    "fr": ("Hier, [Leboeuf]{deprecated-term -> Lebœuf} a chanté.", "Lebœuf"),
    "de-CH": ("Am Abend sah [Strauß]{deprecated-term -> Strauss} die Stadt.", "Strauss"),
    "el": ("Ο φίλος [Αγγελος]{deprecated-term -> Άγγελος} ήρθε.", "Άγγελος"),
    "ro": ("Primarul din [Iaşi]{deprecated-term -> Iași} a plecat.", "Iași"),
    "tr": ("Bugün [Hakkari]{deprecated-term -> Hakkâri} anıldı.", "Hakkâri"),
    "hi": ("वह [हिन्दी]{deprecated-term -> हिंदी} है।", "हिंदी"),
    "ml": ("അത് [സുരേന്ദ്രന്\u200d]{deprecated-term -> സുരേന്ദ്രൻ} ആണ്.", "സുരേന്ദ്രൻ"),
    "fa": ("او [على]{deprecated-term -> علی} است.", "علی"),
}


def checked(draft: str, index: Index) -> str:
    """Return a marked draft in the language of the index with what is found marked."""
    text = plain(draft)
    found = check(parse_document("draft.txt", text, language=language(index.language)), index, Settings())
    return marked(text, found).replace("->!", "->")


def corpus(folder: Path, tag: str, texts: Iterable[str]) -> Index:
    said = Stated(setting=tag)
    return Index.build(learn([source._replace(stated=said) for source in write_corpus(folder, texts)]))


@pytest.mark.parametrize("tag", LEARNED)
def test_a_doublet_of_what_the_corpus_has_is_silent(tag: str, tmp_path: Path) -> None:
    index = corpus(tmp_path, tag, LEARNED[tag])
    assert checked(DRAFTS[tag], index) == DRAFTS[tag]


@pytest.mark.parametrize("tag", LEARNED)
def test_doublets_in_a_draft_alone_do_not_compete(tag: str, tmp_path: Path) -> None:
    index = corpus(tmp_path, tag, ["1 2 3."])
    draft = f"{DRAFTS[tag]} {LEARNED[tag][0]} {LEARNED[tag][1]}"
    assert checked(draft, index) == draft


@pytest.mark.parametrize("tag", LEARNED)
def test_a_corpus_with_both_decides_for_none(tag: str, tmp_path: Path) -> None:
    index = corpus(tmp_path, tag, [*LEARNED[tag], DRAFTS[tag]])
    for draft in (DRAFTS[tag], LEARNED[tag][0]):
        assert checked(draft, index) == draft


@pytest.mark.parametrize("tag", DECIDED)
def test_what_a_person_deprecated_is_found_be_it_a_doublet(tag: str) -> None:
    draft, right = DECIDED[tag]
    wrong = draft.partition("[")[2].partition("]")[0]
    toml = f'language = "{tag}"\n[[name]]\npreferred = "{right}"\ndeprecated = ["{wrong}"]\n'
    index = Index.build(Termbase(language=tag), parse(toml, "termbase.toml"))
    assert checked(draft, index) == draft


IN_OTHER_DRESS = {
    "fa": (
        "کی\u200cیف",
        "کیف",
        "در [کیف]{deprecated-term -> کی\u200cیف}، [كيف]{deprecated-term -> کی\u200cیف}",
    ),
    "hi": ("ज़ेलेंस्की", "जेलेंस्की", "वह [जेलेन्स्की]{deprecated-term -> ज़ेलेंस्की} है और ज़ेलेन्स्की था।"),
    "vi": ("Hoà Lạc", "Thúy An", "Ở [Thuý An]{deprecated-term -> Hoà Lạc} và Thuy An."),
    "uk": ("Київ", "Києв", "У [Kиєв]{deprecated-term -> Київ} і [Києв]{deprecated-term -> Київ}."),
}


@pytest.mark.parametrize("tag", IN_OTHER_DRESS)
def test_a_doublet_of_what_a_person_deprecated_is_found(tag: str) -> None:
    right, wrong, draft = IN_OTHER_DRESS[tag]
    toml = f'[[name]]\npreferred = "{right}"\ndeprecated = ["{wrong}"]\n'
    index = Index.build(Termbase(language=tag), parse(toml, "termbase.toml"))
    assert checked(draft, index) == draft


@pytest.mark.parametrize("wrong", ["Xарків", "Харкiв", "Хapкiв"])  # Latin letters: X; i; a, p, i
def test_letters_of_another_script_that_look_the_same_are_found(tmp_path: Path, wrong: str) -> None:
    draft = "Сьогодні [{}]{{term-form -> Харків}} мовчав. Грав джаз Яndex."
    index = corpus(tmp_path, "uk", ["Сьогодні Харків мовчав.", "Учора Харків співав.", "Далі Харків є."])
    assert checked(draft.format(wrong), index) == draft.format(wrong)


def test_two_scripts_of_a_language_do_not_compete(tmp_path: Path) -> None:
    """The suggestion is in the script of its place."""
    texts = (
        "Tamo je Vesna Đorđević bila.",
        "Onda je Vesna Đorđević otišla.",
        "Onda je došla Vesna Đorđević.",
    )
    index = corpus(tmp_path, "sr", texts)
    draft = "Весна Ђорђевић је овде. Onda je Vesna [Djordjević]{variant-name -> Đorđević} otišla."
    assert checked(draft, index) == draft


def test_another_spelling_is_found_beside_doublets(tmp_path: Path) -> None:
    index = corpus(tmp_path, "ru", LEARNED["ru"])
    draft = "Вчера Фёдор [Семянов]{variant-name -> Семёнов} и Петр Королев ушли."
    assert checked(draft, index) == draft


def test_names_with_other_marks_are_other_names_where_marks_are_letters(tmp_path: Path) -> None:
    texts = (
        "Hôm qua bà Trần Thủy và ông Lê Thụy đến. Ông Đinh Hòa gặp Lâm và Nguyễn Chính.",
        "Hôm nay ông Đinh Hòa và bà Trần Thủy cùng Lâm về. Bà Trần Thủy nói, Đinh Hòa nghe.",
        "Sau đó Nguyễn Chính gặp bà Trần Thủy, Lâm và ông Đinh Hòa ở Huế.",
    )
    index = corpus(tmp_path, "vi", texts)
    draft = (
        "Hôm qua bà Trần Thụy và Trần Thúy đến. Ông Đinh Hóa gặp Lan, Nguyễn Chiến và Lê Thủy. Lê Thụy đi."
    )
    assert checked(draft, index) == draft


@pytest.mark.parametrize(
    ("right", "wrong", "reason"),
    [
        ("Харьков", "Харков", "are the same in Latin letters"),
        ("Йосипчук", "Иосипчук", "differ in marks alone"),
    ],
)
def test_a_reason_calls_marks_what_is_a_mark(tmp_path: Path, right: str, wrong: str, reason: str) -> None:
    index = corpus(tmp_path, "uk", [f"Тут був {right} вчора.", f"Потім {right} знову.", f"А далі {right} є."])
    document = parse_document("a.txt", f"Там є {wrong} також.", language=language("uk"))
    (found,) = check(document, index, Settings())
    assert reason in "".join(one.reason for one in found.comparisons)
