"""Drafts are taken for the language that the settings, they themselves or the option say."""

import json

import pytest

from cli.running import canonym, write

GERMAN = "Die Bürgermeisterin sagte am Montag, die Brücke werde bis zum Ende des Monats gesperrt.\n"
DRAFTS = {"news/a.txt": GERMAN, "news/b.md": "---\nlang: fr\n---\nOslo.\n", "news/c.txt": "Oslo.\n"}
SETTINGS = 'language = "uk"\n[language-by-path]\n"pt/**" = "pt_br"\n'


def languages(root, *options):
    done = canonym("check", "--show-languages", *options, ".", cwd=root)
    assert (done.code, done.err) == (0, "")
    return {name: tag for tag, name in (line.split("\t") for line in done.out.splitlines())}


def test_each_draft_is_listed_with_its_language(tmp_path):
    write(tmp_path, DRAFTS)
    assert languages(tmp_path) == {"news/a.txt": "de", "news/b.md": "fr", "news/c.txt": "und"}
    assert set(languages(tmp_path, "--language", "da").values()) == {"da", "fr"}


def test_the_languages_of_its_parts_are_listed_too(tmp_path):
    page = "<html lang=en><p>Oslo <q lang=fr>Lyon</q> <i lang=en>Rome</i> <b lang=''>Ur</b><p lang=de>Bonn"
    write(tmp_path, {"a.html": page})
    assert languages(tmp_path) == {"a.html": "en+de+fr+und"}


def test_the_settings_come_first_and_of_them_those_by_path(tmp_path):
    write(tmp_path, {**DRAFTS, "pt/d.txt": GERMAN, "canonym.toml": SETTINGS})
    found = languages(tmp_path, "--language", "da")
    assert {name[:2]: tag for name, tag in found.items()} == {"ne": "uk", "pt": "pt-BR"}


TERMBASE = '[[name]]\npreferred = "Kyiv"\nforms.de = { preferred = "Kyjiw", deprecated = ["Kiew"] }\n'
QUOTED = '<html lang="en"><p>He left <q lang="de">die Stadt Kiew</q> then.</p></html>\n'


def test_a_finding_says_the_language_of_its_place(tmp_path):
    write(
        tmp_path, {"termbase.toml": TERMBASE, "a.html": QUOTED, "b.md": "---\nlang: de-AT\n---\nAus Kiew.\n"}
    )
    done = canonym("check", "--format", "jsonl", ".", cwd=tmp_path)
    assert [json.loads(line)["language"] for line in done.out.splitlines()] == ["de", "de-AT"]
    sarif = json.loads(canonym("check", "--format", "sarif", ".", cwd=tmp_path).out)
    results = sarif["runs"][0]["results"]
    assert [result["properties"]["language"] for result in results] == ["de", "de-AT"]


def test_a_draft_on_standard_input_has_one_too(tmp_path):
    done = canonym("check", "--show-languages", "-", cwd=tmp_path, stdin=GERMAN.encode())
    assert (done.code, done.out) == (0, "de\t<stdin>\n")


NORWEGIAN = "Statsministeren sa i går at regjeringen ikke vil gi seg, og at han skal reise til Kiev.\n"


def test_a_draft_of_a_small_language_is_held_to_the_termbase_of_that_language(tmp_path):
    termbase = 'language = "nb"\n[[name]]\npreferred = "Kyiv"\ndeprecated = ["Kiev"]\n'
    write(tmp_path, {"termbase.toml": termbase, "a.txt": NORWEGIAN, "b.txt": "Oslo.\n", "c.txt": GERMAN})
    assert languages(tmp_path) == {"a.txt": "nb", "b.txt": "nb", "c.txt": "de"}
    assert "Kiev" in canonym("check", "--format", "concise", "a.txt", cwd=tmp_path).out


@pytest.mark.parametrize("command", ["check", "learn"])
def test_what_is_no_tag_is_refused(tmp_path, command):
    done = canonym(command, "--language", "english", ".", cwd=tmp_path)
    assert done.code == 2
    assert "'english' is no language tag of BCP 47, such as de or pt-BR" in done.err


@pytest.mark.parametrize(
    ("settings", "place"),
    [('language = "german"\n', "language"), ('[language-by-path]\n"a/**" = "g"\n', "language-by-path")],
)
def test_settings_with_no_tag_are_refused_with_their_place(tmp_path, settings, place):
    write(tmp_path, {"canonym.toml": settings, "a.txt": GERMAN})
    done = canonym("check", ".", cwd=tmp_path)
    assert done.code == 2
    assert place in done.err
    assert "is no language tag of BCP 47" in done.err


NAMES = '[[name]]\npreferred = "Kyiv"\ndeprecated = ["Kiev"]\n'


@pytest.mark.parametrize(
    ("termbase", "tag", "options"),
    [
        ('language = "en"\n' + NAMES, "en-GB", ()),
        ('language = "en"\n' + NAMES + 'forms.uk = "Київ"\n', "uk", ()),
        ('language = "en"\n' + NAMES, "ua", ("--quiet",)),
        (NAMES, "ua", ()),  # of no known language: they hold in all
        ("", "ua", ()),  # no names at all
    ],
)
def test_nothing_is_said_of_languages_with_names(tmp_path, termbase, tag, options):
    write(tmp_path, {"termbase.toml": termbase, "a.md": f"---\nlang: {tag}\n---\nOslo.\n"})
    assert canonym("check", *options, "a.md", cwd=tmp_path).err == ""


def test_a_language_without_names_is_told(tmp_path):
    settings = 'language = "en"\nlanguage-by-path = { "ua/**" = "ua" }\n'
    drafts = {"a.txt": "Kyiv.\n", "ua/b.txt": "Київ.\n", "ua/c.txt": "Одеса.\n"}
    write(tmp_path, {"termbase.toml": NAMES, "canonym.toml": settings, **drafts})
    hint = "`canonym check --show-languages` lists the languages"
    told = f"canonym: no termbase has names in ua (2 drafts); {hint}\n"
    for _ in range(2):  # the second time the drafts are unchanged
        done = canonym("check", ".", cwd=tmp_path)
        assert (done.code, done.err) == (0, told)


def test_what_is_no_tag_in_front_matter_is_told(tmp_path):
    write(tmp_path, {"a.md": "---\nlang: ukrainisch\n---\nOslo.\n", "termbase.toml": NAMES})
    done = canonym("check", "a.md", cwd=tmp_path)
    assert (done.code, done.err) == (0, "canonym: a.md: its language 'ukrainisch' is no tag of BCP 47\n")


def test_a_glob_of_languages_that_matches_no_file_is_told_with_the_languages(tmp_path):
    settings = '[language-by-path]\n"ukr/**" = "uk"\n"news/**" = "de"\n'
    write(tmp_path, {**DRAFTS, "canonym.toml": settings})
    done = canonym("check", "--show-languages", ".", cwd=tmp_path)
    told = "canonym: language-by-path: 'ukr/**' matches no draft and no article\n"
    assert (done.code, done.err) == (0, told)
    assert canonym("check", "--show-languages", "news", cwd=tmp_path).err == ""  # others may have that path
