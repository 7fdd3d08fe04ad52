"""``canonym explain`` tells what is known of a name and why a form may stand for it."""

import pytest

from canonym.checking.rules import RULES
from cli.running import canonym, write

TERMBASE = """\
# decided in May
[[name]]
preferred = "Caterina Ferrante"
kind = "person"
admitted = ["Ferrante"]
deprecated = ["Caterina Ferante", { form = "C. Ferrante", note = "no initials" }]
not = ["Elena Ferrante"]
note = "the mayor"
forms.it = "Caterina Ferrante"
"""
ARTICLES = {
    f"articles/{n}.txt": f"On day {n} Caterina Ferrante opened fair {n} in Lisbon.\n" for n in range(4)
}


@pytest.fixture
def project(tmp_path):
    write(tmp_path, {**ARTICLES, "canonym.toml": 'corpus = ["articles"]', "termbase.toml": TERMBASE})
    assert canonym("learn", cwd=tmp_path).code == 0
    return tmp_path


def test_a_name_is_explained_with_its_standing_and_evidence(project):
    code, out, err = canonym("explain", "Caterina Ferrante", cwd=project)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[:11] == [
        "Language: en",
        "",
        "Caterina Ferrante (person)",
        "  preferred   Caterina Ferrante  4 mentions in 4 articles",
        "  admitted    Ferrante",
        "  deprecated  Caterina Ferante",
        "  deprecated  C. Ferrante        no initials",
        "  preferred   Caterina Ferrante  in 'it'",
        "  never       Elena Ferrante",
        "  note        the mayor",
        "  authored in termbase.toml:2",
    ]
    assert lines[11].startswith("    articles/0.txt:1: On day 0 Caterina Ferrante opened")


def test_each_language_that_has_the_name_answers(project):
    (project / "termbase.toml").write_text(TERMBASE + '[[name]]\nforms.de = "Lissabon"\n', "utf-8")
    both = canonym("explain", "Caterina Ferrante", cwd=project).out
    assert [line for line in both.splitlines() if line.startswith("Language:")] == [
        "Language: en",
        "Language: it",
    ]
    italian = canonym("explain", "--language", "it", "Caterina Ferrante", cwd=project).out
    assert italian.splitlines()[0] == "Caterina Ferrante (person)"
    assert "Ferante" not in italian
    assert canonym("explain", "Lissabon", cwd=project).out.startswith("Language: de\n\nLissabon (name)\n")
    assert canonym("explain", "--language", "it", "Lissabon", cwd=project).code == 2


@pytest.mark.parametrize("form", ["Caterina Ferante", "Ferrante", "caterina ferrante"])
def test_any_spelling_finds_the_name(project, form):
    code, out, _ = canonym("explain", *form.split(), cwd=project)
    assert code == 0
    assert "Caterina Ferrante (person)\n" in out


def test_an_unknown_spelling_is_compared_with_the_name_it_may_be(project):
    code, out, err = canonym("explain", "Lisbonne", cwd=project)
    assert (code, err) == (0, "")
    first, *reasons = out.split("\n\n")[1].splitlines()
    assert first.startswith("Lisbonne as Lisbon: ")
    assert first.endswith("%")
    assert reasons[0].split()[1] == "spelling"
    assert "\n\nLisbon (" in out


def test_nothing_is_asked_about_the_sentence_around_the_form(tmp_path):
    """A form in a slot of a story drew the first word of its carrier into the comparison."""
    article = (
        "Katrin Großmann leitet das Museum in Lwiw. Das Museum zeigt {} alte Karten. Dort sprach Katrin.\n"
    )
    write(tmp_path, {f"{n}.txt": article.format(n + 20) for n in range(6)})
    write(tmp_path, {"canonym.toml": 'language = "de"\n'})
    assert canonym("learn", *(f"{n}.txt" for n in range(6)), cwd=tmp_path).code == 0
    out = canonym("explain", "Grossmann", cwd=tmp_path).out
    assert "It as" not in out


def test_neighbours_are_named_in_their_own_letters(tmp_path):
    write(
        tmp_path,
        {f"{n}.txt": f"Учора {n} Оксана Гриценко була тут. Там Оксана Гриценко.\n" for n in range(4)},
    )
    write(tmp_path, {"canonym.toml": 'language = "uk"\n'})
    assert canonym("learn", *(f"{n}.txt" for n in range(4)), cwd=tmp_path).code == 0
    out = canonym("explain", "Оксана Грищенко", cwd=tmp_path).out
    assert "stands beside Оксана" in out


def test_a_spelling_that_a_person_decided_on_is_not_compared(project):
    code, out, err = canonym("explain", "Caterina Ferante", cwd=project)
    assert (code, err) == (0, "")
    assert out.startswith("Language: en\n\nCaterina Ferrante (person)\n")


def test_a_rule_by_nearly_its_name(project):
    _, _, err = canonym("explain", "variant-nam", cwd=project)
    assert err.endswith("; did you mean 'variant-name'?\n")


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_explained_by_its_documentation(tmp_path, rule):
    code, out, err = canonym("explain", rule, cwd=tmp_path)
    assert (code, err) == (0, "")
    assert out.startswith(f"{rule} ({RULES[rule].severity} by default; fixes: ")
    assert RULES[rule].documentation in out


def test_what_nobody_knows(project):
    assert canonym("explain", "Xyzzy", cwd=project) == (
        2,
        "",
        "canonym: 'Xyzzy' is no rule, and the termbase has no name like it\n",
    )


def test_an_undecided_name_says_so(tmp_path):
    texts = {
        f"{n}.txt": f"He saw {form} there on day {n}, and {form} saw him.\n"
        for n, form in enumerate(["al-Qaeda", "al Qaeda"])
    }
    write(tmp_path, texts)
    assert canonym("learn", *texts, cwd=tmp_path).code == 0
    code, out, _ = canonym("explain", "al-Qaeda", cwd=tmp_path)
    assert code == 0
    assert "undecided: the corpus has both)" in out.splitlines()[0]


def test_a_wrong_form_says_what_takes_its_place_unless_that_is_the_preferred_form(tmp_path):
    toml = '[[name]]\npreferred = "Ada Noor"\nadmitted = ["Noor"]\ndeprecated = ["Nour", "Ada Nour"]\n'
    write(tmp_path, {"canonym.toml": "", "termbase.toml": toml})
    lines = canonym("explain", "Noor", cwd=tmp_path).out.splitlines()
    assert lines[3:5] == ["  deprecated  Nour      use Noor", "  deprecated  Ada Nour"]


def test_probable_forms_of_other_languages_are_explained_with_their_evidence(tmp_path):
    english = "In 1987 the 4711 men met Massoud at the old bridge, and said that it was late.\n"
    german = "Im Jahr 1987 trafen die 4711 dort Massud an der alten Brücke und sagten, es war schon spät.\n"
    corpus = {"en/1.txt": english, "de/1.txt": german, "en/2.txt": english.replace("Massoud", "Karim")}
    write(
        tmp_path,
        {
            **corpus,
            "canonym.toml": 'corpus = ["en", "de"]\nlanguage = "en"\n[language-by-path]\n"de/**" = "de"\n',
        },
    )
    assert canonym("learn", cwd=tmp_path).code == 0
    code, out, err = canonym("explain", "Massoud", cwd=tmp_path)
    assert (code, err) == (0, "")
    probably, line = out.splitlines()[4:6]
    assert probably.startswith("  probably    Massud in 'de'  (")
    assert probably.endswith(" % alike, in translations: de/1.txt)")
    assert line == '  to accept   forms = { de = "Massud" }'
    other = canonym("explain", "Massud", cwd=tmp_path).out  # a name of another language than the project's
    assert "  probably    Massoud in 'en'  (" in other
    write(tmp_path, {"draft.txt": "They met Masoud there, and Masoud left.\n"})
    page = canonym("check", "--format", "html", "draft.txt", cwd=tmp_path).out
    assert "Probably in other languages: de: Massud" in page
