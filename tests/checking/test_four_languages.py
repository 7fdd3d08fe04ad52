"""A corpus in four languages raises no findings on correct text of any of them."""

from pathlib import Path

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.corpus.learning import learn
from canonym.index.termbase_index import Index
from canonym.languages import parse_in_language
from canonym.project.load_index import load_index
from canonym.project.termbase_files import Source
from canonym.termbase.learned import dump
from marking import write_corpus

NAMES = {
    "en": ("Massoud", "Kyiv", "Zelensky", "Panjshir", "Gorbachev", "Chernobyl"),
    "de": ("Massud", "Kiew", "Selenskyj", "Pandschschir", "Gorbatschow", "Tschernobyl"),
    "fr": ("Massoud", "Kiev", "Zelensky", "Pandjchir", "Gorbatchev", "Tchernobyl"),
    "pl": ("Masud", "Kijów", "Zełenski", "Pandższir", "Gorbaczow", "Czarnobyl"),
}
WRITTEN = {
    "en": "In the morning they spoke of {} and of {}, and nobody knew what would come of it in the end.",
    "de": "Am Morgen sprachen sie über {} und über {}, und niemand wusste, was am Ende daraus werden sollte.",
    "fr": "Le matin, ils ont parlé de la ville de {} et de {}, et personne ne savait ce que cela donnerait.",
    "pl": "Rano mówiono o tym, że {} i {} to nazwy znane, ale nikt nie wiedział, co z tego będzie.",
}
DRAFTED = {
    "en": "What had they heard of {} in all the years? Of {} they had heard nothing at all.",
    "de": "Was hatten sie in all den Jahren von {} gehört? Von {} hatten sie noch gar nichts gehört.",
    "fr": "Qu'avaient-ils appris sur {} pendant toutes ces années? Sur {}, ils ne savaient rien du tout.",
    "pl": "Co to jest {} i czego nikt o tym nie wiedział? To {}, ale o tym nic nie było wiadomo.",
}


def sentences(template: str, names: tuple[str, ...]) -> list[str]:
    return [template.format(one, other) for one in names for other in names if one != other]


def articles(tag: str) -> dict[str, str]:
    return {f"{tag}{n}.txt": text for n, text in enumerate(sentences(WRITTEN[tag], NAMES[tag]))}


def index_of(folder: Path, *tags: str) -> Index:
    texts = {name: text for tag in tags for name, text in articles(tag).items()}
    learned = folder / "learned.jsonl"
    learned.write_text("".join(dump(learn(write_corpus(folder / "articles", texts)))), "utf-8")
    return load_index([Source(learned, learned.name)])


def findings(index: Index, text: str) -> list[tuple[str, ...]]:
    draft = parse_in_language("draft.txt", text)
    return [(finding.text, *finding.suggestions) for finding in check(draft, index, Settings())]


@pytest.fixture(scope="module")
def four(tmp_path_factory) -> Index:
    return index_of(tmp_path_factory.mktemp("four"), *NAMES)


@pytest.mark.parametrize("tag", NAMES)
def test_correct_text_of_one_language_is_as_quiet_as_with_its_own_corpus(tag, four, tmp_path):
    text = "\n\n".join(sentences(DRAFTED[tag], NAMES[tag]))
    alone = findings(index_of(tmp_path, tag), text)
    assert len(findings(four, text)) <= len(alone) + 1
    assert alone == []


@pytest.mark.parametrize(
    ("tag", "wrong", "right"),
    [
        ("en", "Gorbatschev", "Gorbachev"),
        ("de", "Gorbatchow", "Gorbatschow"),
        ("fr", "Gorbatchef", "Gorbatchev"),
    ],
)
def test_a_wrong_name_is_found_and_mended_in_its_language(tag, wrong, right, four):
    text = "\n\n".join([*sentences(DRAFTED[tag], NAMES[tag]), WRITTEN[tag].format(wrong, NAMES[tag][0])])
    assert (wrong, right) in findings(four, text)
