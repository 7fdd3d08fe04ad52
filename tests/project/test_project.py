"""A project is found, with its settings, its termbases and its drafts."""

import os
from pathlib import Path

import pytest

from canonym.project.project import Project
from canonym.termbase.concept import Concept, Kind, Term, TermStatus
from canonym.termbase.errors import TermbaseError
from canonym.termbase.learned import dump
from canonym.termbase.termbase import Termbase


@pytest.fixture
def tree(tmp_path):
    def write(name, text=""):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def learned(*forms):
    """A learned termbase with a concept for each form, as text."""
    concepts = tuple(Concept(form.lower(), Kind.NAME, (Term(form, articles=3),)) for form in sorted(forms))
    return "".join(dump(Termbase(concepts, articles=3)))


def forms(index):
    return {concept.terms[0].form: [term.form for term in concept.terms[1:]] for concept in index.concepts()}


def problems(error):
    return pytest.fail(f"{error.path}: {error.message}")


def test_the_root_is_where_the_settings_are(tree):
    tree("canonym.toml")
    root = tree("a/b/draft.txt")
    assert Project.find(root / "a/b").root == root
    assert Project.find(root / "a/b/draft.txt").root == root
    assert Project.find(root / "a" / ".." / "a").root == root


def test_without_settings_the_root_is_where_a_termbase_is(tree):
    tree(".git/config")
    root = tree("a/b/c/draft.txt")
    assert Project.find(root / "a/b/c").root == root
    tree("a/termbase.toml")
    assert Project.find(root / "a/b/c").root == root / "a"
    tree("a/b/termbase.learned.jsonl", learned())
    assert Project.find(root / "a/b/c").root == root / "a/b"


def test_isolated_looks_for_nothing(tree):
    tree("canonym.toml", "wrong = 1")
    root = tree("termbase.toml", "wrong = 1")
    project = Project.find(root, isolated=True)
    assert (project.root, project.file, project.sources) == (root, None, ())
    assert forms(project.index()) == {}


def test_no_termbase_is_an_empty_index(tree):
    assert forms(Project.find(tree("x.txt")).index()) == {}


def test_what_people_wrote_lies_over_what_was_learned(tree):
    tree("termbase.learned.jsonl", learned("Massoud", "Kabul"))
    root = tree("termbase.toml", '[[name]]\npreferred = "Masood"\ndeprecated = ["Massoud"]\n')
    assert forms(Project.find(root).index()) == {"Kabul": [], "Masood": ["Massoud"]}


def test_several_termbases_the_first_decides(tree):
    tree("canonym.toml", 'termbase = ["desk.toml", "../shared/house.toml", "../shared/old.jsonl"]')
    tree("termbase.learned.jsonl", learned("Massoud", "Kabul"))
    root = tree("desk.toml", '[[name]]\npreferred = "Masood"\ndeprecated = ["Masud"]\n')
    house = '[[name]]\npreferred = "Masud"\ndeprecated = ["Massud"]\n[[name]]\npreferred = "Herat"\n'
    (root.parent / "shared").mkdir(exist_ok=True)
    (root.parent / "shared/house.toml").write_text(house, encoding="utf-8")
    (root.parent / "shared/old.jsonl").write_text(learned("Kabul", "Farah"), encoding="utf-8")
    index = Project.find(root).index()
    assert forms(index) == {
        "Farah": [],
        "Herat": [],
        "Kabul": [],
        "Masood": ["Masud", "Massud"],
        "Massoud": [],
    }
    (kabul,) = index.resolve("Kabul")
    assert kabul.terms[0].articles == 6


def test_termbases_of_the_command_line_take_the_place_of_all_others(tree, monkeypatch):
    tree("termbase.toml", '[[name]]\npreferred = "Masood"\n')
    root = tree("other.toml", '[[name]]\npreferred = "Herat"\n')
    monkeypatch.chdir(root)
    project = Project.find(root, termbases=[Path("other.toml")])
    assert forms(project.index()) == {"Herat": []}
    assert project.authored == root / "other.toml"


def test_the_text_in_the_editor_counts_instead_of_the_file(tree):
    root = tree("termbase.toml", '[[name]]\npreferred = "Masood"\n')
    unsaved = '[[name]]\npreferred = "Massoud"\n'
    assert forms(Project.find(root).index({root / "termbase.toml": unsaved})) == {"Massoud": []}


REFUSED = [
    ({"termbase.toml": "[[nam]]"}, "termbase.toml:1: nam: unknown key"),
    ({"termbase.learned.jsonl": learned("Massoud")[:-20]}, "termbase.learned.jsonl:2: "),
    ({"termbase.learned.jsonl": ""}, "termbase.learned.jsonl:1: "),
    ({"canonym.toml": 'termbase = ["gone.toml"]'}, "gone.toml: does not exist"),
    ({"canonym.toml": 'termbase = ["gone.jsonl"]'}, "gone.jsonl: does not exist"),
    ({"canonym.toml": 'termbase = ["sub"]', "sub/x": ""}, "sub: cannot be read: "),
]


@pytest.mark.parametrize(("files", "message"), REFUSED, ids=[message for _, message in REFUSED])
def test_a_termbase_that_cannot_be_used_is_named(tree, files, message):
    for name, text in files.items():
        root = tree(name, text)
    with pytest.raises(TermbaseError) as caught:
        Project.find(root).index()
    assert str(caught.value).startswith(message)


def test_new_decisions_go_to_the_first_file_that_people_write(tree):
    root = tree("canonym.toml", 'termbase = ["old.jsonl", "desk.toml", "house.toml"]')
    assert Project.find(root).authored == root / "desk.toml"
    tree("canonym.toml", 'termbase = ["old.jsonl"]')
    assert Project.find(root).authored == root / "termbase.toml"


def test_drafts_are_named_from_the_root(tree):
    tree("canonym.toml")
    root = tree("a/x.md", "*Massoud*")
    project = Project.find(root / "a")
    assert project.name(root / "a/x.md") == "a/x.md"
    assert project.name(root.parent / "other/y.txt") == "../other/y.txt"
    assert (project.document(root / "a/x.md").path, project.document(root / "a/x.md").format) == (
        "a/x.md",
        "markdown",
    )


def test_the_settings_say_what_format_a_draft_has(tree):
    root = tree("canonym.toml", '[formats]\n"*.news" = "markdown"\n"plain/*.news" = "plain"\n')
    tree("a/x.news", "*Massoud*")
    tree("plain/y.news", "*Massoud*")
    tree("a/z.other")
    project = Project.find(root)
    assert [project.name(path) for path in project.drafts([root], problems)] == ["a/x.news", "plain/y.news"]
    assert project.document(root / "a/x.news").format == "markdown"
    assert project.document(root / "plain/y.news").format == "plain"
    assert project.document_of(root / "a/z.other", "", "html").format == "html"


def test_drafts_and_articles_leave_out_what_the_settings_exclude(tree):
    root = tree("canonym.toml", 'corpus = ["articles", "more/*.txt"]\nexclude = ["old/"]\n')
    for name in ("articles/a.txt", "articles/old/b.txt", "more/c.txt", "more/d.md", "e.txt", "termbase.toml"):
        tree(name)
    project = Project.find(root)
    assert [project.name(p) for p in project.articles(problems)] == ["articles/a.txt", "more/c.txt"]
    drafts = [project.name(p) for p in project.drafts([root], problems)]
    assert drafts == ["articles/a.txt", "e.txt", "more/c.txt", "more/d.md"]


def test_paths_written_on_windows_work_everywhere(tree):
    root = tree("canonym.toml", "corpus = ['articles\\new']\ntermbase = ['desk\\names.toml']\n")
    tree("articles/new/a.txt")
    tree("desk/names.toml", '[[name]]\npreferred = "Herat"\n')
    project = Project.find(root)
    assert [project.name(p) for p in project.articles(problems)] == ["articles/new/a.txt"]
    assert forms(project.index()) == {"Herat": []}


def test_a_status_may_differ_by_language(tree):
    root = tree("termbase.toml", '[[name]]\npreferred = "Massoud"\nforms.de = "Massud"\n')
    (concept,) = Project.find(root).index().concepts()
    assert [(t.form, t.language, t.status) for t in concept.terms] == [
        ("Massoud", "", TermStatus.PREFERRED),
        ("Massud", "de", TermStatus.PREFERRED),
    ]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links")
def test_a_linked_directory_keeps_its_name(tree, monkeypatch):
    root = tree("real/canonym.toml")
    (root / "link").symlink_to("real", target_is_directory=True)
    assert Project.find(root / "link").root == root / "link"
