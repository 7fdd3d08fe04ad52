"""A case form of a known name, or a word made of it, is no misspelling of it."""

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.corpus.learning import learn
from canonym.index.termbase_index import Index
from canonym.languages import parse_in_language
from marking import marked, plain, write_corpus

ARTICLES = {
    "tr": (
        "Başkan Arvo Lindkvist, Sandvika'da yeni bir park açtı.",
        "Sandvika'dan gelen gençler Arvo Lindkvist ile konuştu.",
        "Sandvika'nın parkı çok büyük, ama Arvo Lindkvist orada değildi.",
    ),
    "nl": (
        "De kerk van Sandvoort krijgt een nieuw dak, zegt Arvo Lindkvist.",
        "Arvo Lindkvist woont in Sandvoort en houdt van de zee.",
        "De tram naar Sandvoort rijdt weer, tot vreugde van Arvo Lindkvist.",
    ),
    "pl": (
        "Spektakl o Sandwiku obejrzał Arvo Lindkvist.",
        "Arvo Lindkvist mieszka w mieście Sandwik nad morzem.",
        "Pod Sandwikiem pada, a Arvo Lindkvist czeka na pociąg.",
    ),
    "uk": (
        "Мер міста Арво Ліндквіст відкрив нову школу.",
        "Арво Ліндквіст приїхав до міста на свято.",
        "До школи прийшли батьки, і Арво Ліндквіст їм дякував.",
    ),
}


@pytest.fixture(scope="module")
def indexes(tmp_path_factory):
    return {tag: learned(tmp_path_factory.mktemp("corpus"), tag) for tag in ARTICLES}


def learned(folder, tag):
    texts = {f"{number}.md": in_language(tag, text) for number, text in enumerate(ARTICLES[tag])}
    return Index.build(learn(write_corpus(folder, texts)))


def in_language(tag, text):
    return f"---\nlang: {tag}\n---\n{text}\n"


INFLECTED = """
Із Києва приїхав Андрій Садовий. Зранку Андрієві Садовому дзвонила Олена.
Тарас Шевченко любив Київ. Музей Тараса Шевченка відкрили.
Місто не забуло Тарасові вірші, Шевченку дякують у Львові.
Сергій Жадан приїхав зі Львова. Поруч із Жаданом стояла Олена.
Новий роман Жадана читає Володимир Карпенко. Жадану дякують за Київ.
Про Володимира Карпенка написала Оксана. Львів чекає Карпенка.
Листи Володимиру Карпенку носить Оксана. Олени там нема.
Оксану бачив Садовий. Про Садового знає Олена. Жадан у Києві.
"""


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory):
    lines = enumerate(INFLECTED.strip().splitlines())
    texts = {f"{number}.md": in_language("uk", text) for number, text in lines}
    return Index.build(learn(write_corpus(tmp_path_factory.mktemp("corpus"), texts)))


@pytest.mark.parametrize(
    "draft",
    [
        "Ми чули, Володимире, що Оксані дзвонив Сергій.",
        "Розмову з Оксаною чув Тарасе, а Львовом їхав Жадане.",
        "Там [Шевчинку]{variant-name -> Шевченку} дякують.",
    ],
)
def test_a_few_articles_show_how_a_language_inflects_names(newsroom, draft):
    text = in_language("uk", plain(draft))
    found = check(parse_in_language("a.md", text), newsroom, Settings())
    assert marked(text, found).replace("->!", "->") == in_language("uk", draft)


def test_a_form_of_one_name_is_not_another_name(tmp_path):
    texts = {
        "1.md": in_language("sr", "Разговарао је са Милошем Вучевићем о граду."),
        "2.md": in_language("sr", "Вучићу су аплаудирали на тргу."),
    }
    index = Index.build(learn(write_corpus(tmp_path, texts)))
    draft = in_language("sr", "Јуче су Милошу Вучевићу аплаудирали.")
    assert marked(draft, check(parse_in_language("a.md", draft), index, Settings())) == draft


DRAFTS = [
    ("tr", "Sandvikalı gençler ve Lindkvist'in dostları geldi."),
    ("nl", "De Sandvoortse molen en de Sandvoorters zijn oud."),
    ("pl", "To nie przeszkadza Sandwikianom ani Lindkvistowi."),
    ("uk", "Розмова з Арво Ліндквістом була довга."),
]
WRONG = [
    ("tr", "Başkan Arvo [Lindqvist]{variant-name -> Lindkvist} konuştu."),
    ("pl", "Czekam na Arvo [Lindkwistowi]{variant-name -> Lindkvistowi} w mieście."),
    ("nl", "Arvo [Lindkwist]{variant-name -> Lindkvist} woont daar."),
    ("pl", "Przyszedł Arvo [Lindkwist]{variant-name -> Lindkvist} z miasta."),
    ("uk", "Мер Арво [Линдквіст]{term-form -> Ліндквіст} пішов."),
]


@pytest.mark.parametrize(("tag", "draft"), [*DRAFTS, *WRONG])
def test_the_form_is_right_and_the_spelling_is_not(indexes, tag, draft):
    text = in_language(tag, plain(draft))
    found = check(parse_in_language("a.md", text), indexes[tag], Settings())
    assert marked(text, found).replace("->!", "->") == in_language(tag, draft)
