"""Each part of a draft is held to the norms of its own language, and mended by them."""

from pathlib import Path

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check, compare, survey
from canonym.checking.fixes.apply_fixes import apply, select
from canonym.checking.fixes.write_replacement import written
from canonym.languages import parse_in_language
from canonym.matching.mentions import recognise
from canonym.project.load_index import load_index
from canonym.project.termbase_files import Source

LISTED = """\
language = "en"

[[name]]
preferred = "Massoud"
deprecated = ["Massud", "Masud"]

[name.forms]
de = { preferred = "Massud", deprecated = ["Massoud"] }
fr = { preferred = "Massoud", deprecated = ["Masoud"] }
"""


def loaded(folder: Path):
    (folder / "termbase.toml").write_text(LISTED, "utf-8")
    return load_index([Source(folder / "termbase.toml", "termbase.toml")])


def found(folder: Path, text: str, path="a.html") -> list[tuple[str, ...]]:
    document = parse_in_language(path, text)
    return [(f.text, *f.suggestions) for f in check(document, loaded(folder), Settings())]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", "<html lang=en><p>He said: <q lang=de>Massud fiel.</q> Massoud fell."),
        ("a.html", "<html lang=de><p>Massud fiel.<blockquote lang=en><p>Massoud fell.</blockquote>"),
        ("a.html", "<html lang=en><p>They met <i lang=''>Massud</i> and <i lang=pl>Massud</i>."),
        ("a.html", "<html lang=en><p><q lang=i-klingon>Massud</q> and <q lang=x-private>Massud</q> fell."),
        ("a.md", "---\nlang: en\n---\nMassoud, <span lang='de'>Massud</span> and `Massud`.\n"),
        ("a.tex", "\\usepackage[english]{babel}\nMassoud or \\foreignlanguage{german}{Massud} fell."),
    ],
)
def test_right_by_the_norms_of_its_part(tmp_path, path, text):
    assert found(tmp_path, text, path) == []


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        ("<html lang=en><p>He said: <q lang=de>Massoud fiel.</q>", [("Massoud", "Massud")]),
        ("<html lang=de><p>Massud <q lang=fr>le bon Masoud</q>", [("Masoud", "Massoud")]),
        (
            "<html lang=de><p>Massoud <q lang=en>The Massud</q>",
            [("Massoud", "Massud"), ("Massud", "Massoud")],
        ),
    ],
)
def test_wrong_by_the_norms_of_its_part(tmp_path, text, finds):
    assert found(tmp_path, text) == finds


def test_a_part_is_mended_and_all_else_stays(tmp_path):
    text = "<html lang=en><p>Massoud &amp; Co: <q lang=de>der gute Massoud, Massoud!</q> Massoud."
    document = parse_in_language("a.html", text)
    edits = written(document, select(check(document, loaded(tmp_path), Settings()), unsafe=True)).edits
    mended = apply(text, edits)
    assert mended == text.replace("Massoud!", "Massud!").replace("gute Massoud", "gute Massud")


def test_quotation_marks_around_a_part_make_it_quoted(tmp_path):
    text = "<html lang=en><p>{}<i lang=de>Massoud fiel.</i>{} He fell."
    index = loaded(tmp_path)
    safe = [
        [f.safe for f in check(parse_in_language("a.html", text.format(*marks)), index, Settings())]
        for marks in ("()", "“”")
    ]
    assert safe == [[True], [False]]


def test_names_of_two_languages_do_not_compete(tmp_path):
    text = "<html lang=en><p>We saw Kowalsky there, and Kowalsky left.<p{}>Dort war Kowalski und sagte es."
    names = {" lang=de": [], "": ["Kowalski"]}
    index = loaded(tmp_path)
    for said, expected in names.items():
        document = parse_in_language("a.html", text.format(said))
        assert [f.text for f in check(document, index, Settings())] == expected
        assert len(survey(document, index).forms) == 2
        other = parse_in_language("b.html", "<html lang=de><p>Dort war Kowalskij, es war Kowalskij.")
        between = compare((survey(document, index), survey(other, index)), Settings())
        assert list(between) == ["a.html"]


def test_names_are_known_in_the_language_of_their_place(tmp_path):
    document = parse_in_language(
        "a.html", "<html lang=en><p>Massoud <i lang=de>sah Massud</i> <i lang=pl>Massoud"
    )
    text = document.text
    assert [m.span.start for m in recognise(document, loaded(tmp_path))] == [
        text.index("Mass"),
        text.index("Massud"),
    ]
