"""Names of two languages are linked by evidence: alike by letters, and in articles that tell the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.corpus.learning import ArticleSource, learn
from canonym.corpus.related.name_links import likeness
from canonym.corpus.related.partner_articles import Keyed, partner_articles
from canonym.index.termbase_index import Index
from canonym.languages import parse_in_language
from canonym.termbase.learned import dump, load
from cli.running import write

ENGLISH = "On the {} of March 1987 they met {} at the old bridge. They said that it was late. "
RUSSIAN = "В {} день марта 1987 они встретили там {} у старого моста. Они сказали, что уже было поздно. "
GERMAN = "Am {}. März 1987 trafen sie dort {} an der alten Brücke. Sie sagten, dass es schon spät war. "


def learned(folder, files):
    write(folder, files)
    return learn([ArticleSource(folder / name, name) for name in files])


def links(termbase):
    return {
        (one.language, concept.terms[0].form): (link.language, link.form)
        for one in termbase.by_language
        for concept in one.concepts
        for link in concept.links
    }


@pytest.mark.parametrize(
    "files",
    [
        {"en/1.txt": ENGLISH.format(3, "Massoud")},
        {"en/1.txt": ENGLISH.format(3, "Massoud"), "en/2.txt": ENGLISH.format(4, "Masoud")},
        {"en/1.txt": ENGLISH.format(3, "Massoud"), "de/2.txt": GERMAN.format(4, "Massud")},
        {"en/1.txt": ENGLISH.format(3, "Massoud"), "de/1.txt": GERMAN.format(3, "Massoud")},
        {"en/1.txt": ENGLISH.format(3, "Massoud"), "ru/1.txt": RUSSIAN.format(3, "Кортинес")},
    ],
    ids=["one language", "one language twice", "other articles", "written alike", "not alike"],
)
def test_without_evidence_nothing_is_linked(tmp_path, files):
    assert links(learned(tmp_path, files)) == {}


@pytest.mark.parametrize(
    ("english", "russian"), [("en/1.txt", "ru/1.txt"), ("1.en.txt", "1.ru.txt"), ("eng-1.txt", "rus-1.txt")]
)
def test_a_translation_links_what_it_transliterates(tmp_path, english, russian):
    files = {
        english: ENGLISH.format("13", "Massoud and Kharzhin"),
        russian: RUSSIAN.format("13", "Масуд и Харжин"),
    }
    termbase = learned(tmp_path, files)
    found = links(termbase)
    assert found["en", "Massoud"] == ("ru", "Масуд")
    assert found["ru", "Харжин"] == ("en", "Kharzhin")
    [link] = next(concept.links for concept in termbase.by_language[0].concepts if concept.id == "massoud")
    assert (link.articles, link.parallel, link.path) == (1, True, russian)
    assert link.evidence == f"{link.likeness} % alike, in translations"


def test_related_articles_link_too(tmp_path):
    names = "Massoud, Sorvak, Karim, Tkachuk, Oslo, 4711"
    termbase = learned(
        tmp_path,
        {"x.txt": ENGLISH.format(13, names), "y.txt": GERMAN.format(13, names.replace("Massoud", "Massud"))},
    )
    assert links(termbase) == {("en", "Massoud"): ("de", "Massud"), ("de", "Massud"): ("en", "Massoud")}
    assert not next(c for c in termbase.concepts if c.links).links[0].parallel


def test_a_link_survives_the_file_and_the_index_and_changes_no_finding(tmp_path):
    files = {"en/1.txt": ENGLISH.format(13, "Massoud"), "ru/1.txt": RUSSIAN.format(13, "Масуд")}
    termbase = learned(tmp_path, files)
    assert links(load(dump(termbase), "t")) == links(termbase) != {}
    english = next(one for one in termbase.by_language if one.language == "en")
    without = english._replace(concepts=tuple(c._replace(links=()) for c in english.concepts))
    one, other = Index.build(english), Index.build(without)
    assert one.resolve("Massoud")[0].links[0].form == "Масуд"
    draft = parse_in_language("a.txt", "They met Masoud there, and Масуд left.")
    assert [f._replace(concept=None) for f in check(draft, one, Settings())] == [
        f._replace(concept=None) for f in check(draft, other, Settings())
    ]


@given(st.lists(st.frozensets(st.integers(0, 30), max_size=9), max_size=6), st.randoms())
def test_partners_are_each_others_best(keys, random):
    first = [Keyed(f"en/{number}.txt", sorted(one)) for number, one in enumerate(keys)]
    second = [Keyed(f"de/{number}.txt", sorted(one)) for number, one in enumerate(keys)]
    found = list(partner_articles(first, second))
    assert len({one.first for one in found}) == len({one.second for one in found}) == len(found)
    back = {(one.second, one.first) for one in partner_articles(second, first)}
    assert back == {(one.first, one.second) for one in found}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Massoud", "Ahmad Massud", False),
        ("Johann Sorvak", "Peter Sorvak", False),
        ("Ahmad Massoud", "Ахмад Масуд", True),
        ("Massoud", "", False),
    ],
)
def test_each_word_must_be_alike(one, other, alike):
    assert (likeness(one, other) >= 0.9) == alike
