"""Each language of a corpus is learned by itself."""

import random

from canonym.corpus.learning import ArticleSource, learn
from canonym.languages import Stated
from canonym.termbase.learned import dump
from cli.running import write
from marking import write_corpus

ENGLISH = "In the morning they met Massoud at the old bridge, and {} said that it was late."
GERMAN = "Am Morgen trafen sie Massud an der alten Brücke, und {} sagte, dass es schon spät war."


def test_spellings_of_two_languages_do_not_compete(tmp_path):
    texts = [text.format(name) for text in (ENGLISH, GERMAN) for name in ("Kharzhin", "Sorvak", "Tkachuk")]
    termbase = learn(write_corpus(tmp_path, texts))
    found = {one.language: {c.terms[0].form: c.terms for c in one.concepts} for one in termbase.by_language}
    assert sorted(found) == ["de", "en"]
    assert [term.form for term in found["en"]["Massoud"]] == ["Massoud"]
    assert [term.form for term in found["de"]["Massud"]] == ["Massud"]
    assert "Massud" not in found["en"]
    assert [one.articles for one in termbase.by_language] == [3, 3]


def test_an_article_that_shows_no_language_is_of_the_commonest_one(tmp_path):
    termbase = learn(write_corpus(tmp_path, [GERMAN.format("Sorvak"), GERMAN.format("Karim"), "Massud!"]))
    assert (termbase.language, termbase.articles, termbase.others) == ("de", 3, ())


def test_what_people_said_of_an_article_counts(tmp_path):
    sources = write_corpus(tmp_path, [ENGLISH.format("Sorvak")])
    said = [source._replace(stated=Stated(setting="pt-BR")) for source in sources]
    assert learn(said).language == "pt-BR"


def test_a_part_in_another_language_is_learned_for_that_language(tmp_path):
    page = "<html lang=en><p>{}</p><blockquote lang=de>{}</blockquote><p lang=''>Alas Massaud died.</p>"
    names = ("Kharzhin", "Sorvak", "Tkachuk")
    pages = {f"{name}.html": page.format(ENGLISH.format(name), GERMAN.format(name)) for name in names}
    write(tmp_path, pages)
    termbase = learn([ArticleSource(tmp_path / name, name) for name in pages])
    found = {one.language: {t.form for c in one.concepts for t in c.terms} for one in termbase.by_language}
    spellings = {"Massoud", "Massud", "Massaud"}
    assert {tag: forms & spellings for tag, forms in found.items()} == {"en": {"Massoud"}, "de": {"Massud"}}


def test_a_short_part_is_of_the_language_that_it_says(tmp_path):
    page = "<html lang=de><p>" + GERMAN.format("Sorvak") + "<p lang=en>Poor Massoud!"
    write(tmp_path, {"a.html": page})
    termbase = learn([ArticleSource(tmp_path / "a.html", "a.html")])
    assert {one.language: one.articles for one in termbase.by_language} == {"de": 1, "en": 1}


def test_the_order_and_the_processes_are_no_matter(tmp_path):
    texts = [text.format(f"Karim{n}") for n in range(20) for text in (ENGLISH, GERMAN)]
    sources = write_corpus(tmp_path, texts)
    learned = list(dump(learn(sources)))
    assert list(dump(learn(random.Random(1).sample(sources, len(sources)), jobs=2))) == learned
