"""``termbase.toml``: what it says is read, and what it cannot say is refused by line and key."""

import pytest

from canonym.termbase.authored import TERMBASE, parse, problems
from canonym.termbase.concept import Kind, Origin, TermStatus
from canonym.termbase.errors import TermbaseError


def errors(text):
    return [str(error) for error in problems(text, "t.toml")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment\n",
        '[[name]]\npreferred = "Ahmad Shah Massoud"\n',
        '[[name]]\npreferred = "A"\n[[name]]\npreferred = "B"\n',
        '[[name]]\npreferred = "A"\nadmitted = []\nnot = []\n',
        # Two people may share a surname.
        '[[name]]\npreferred = "A B"\nadmitted = ["B"]\n[[name]]\npreferred = "C B"\nadmitted = ["B"]\n',
        # What one language deprecates another may prefer.
        '[[name]]\npreferred = "Massoud"\ndeprecated = ["Massud"]\nforms.de = "Massud"\n',
        # Tags of one language that say the same.
        'language = "en"\n[[name]]\npreferred = "A"\nforms = { en = "A", de = "B", deu = "B" }\n',
        '[[name]]\r\npreferred = "A"\r\n',
    ],
)
def test_nothing_is_wrong_with_it(text):
    assert errors(text) == []


def test_an_entry_becomes_a_concept():
    text = """\
# the desk decided on 3 May
[[name]]
preferred = "Ahmad  Shah Massoud"
kind = "person"
admitted = ["Massoud"]
deprecated = ["Masoud", { form = "Masud", note = "French wire" }]
superseded = ["Ahmad Shah"]
not = ["Masoud Barzani"]
note = "the father"
[name.forms]
fr = "Massoud"
[name.forms.de]
preferred = "Massud"
admitted = ["Massoud"]
"""
    (concept,) = parse(text, "names/termbase.toml")
    assert (concept.id, concept.kind, concept.note) == ("ahmad-shah-massoud", Kind.PERSON, "the father")
    assert (concept.never, concept.origin) == (("Masoud Barzani",), Origin.AUTHORED)
    assert concept.source == "names/termbase.toml:2"
    assert [(t.form, t.status, t.note, t.language) for t in concept.terms] == [
        ("Ahmad Shah Massoud", TermStatus.PREFERRED, "", ""),
        ("Massoud", TermStatus.ADMITTED, "", ""),
        ("Masoud", TermStatus.DEPRECATED, "", ""),
        ("Masud", TermStatus.DEPRECATED, "French wire", ""),
        ("Ahmad Shah", TermStatus.SUPERSEDED, "", ""),
        ("Massoud", TermStatus.PREFERRED, "", "fr"),
        ("Massud", TermStatus.PREFERRED, "", "de"),
        ("Massoud", TermStatus.ADMITTED, "", "de"),
    ]


def test_ids_are_plain_and_never_shared():
    text = "\n".join(f'[[name]]\npreferred = "{form}"' for form in ("São Tomé", "Sao Tome", "sao tome"))
    assert [concept.id for concept in parse(text, "t")] == ["sao-tome", "sao-tome-2", "sao-tome-3"]


def test_decomposed_letters_are_composed():
    (concept,) = parse('[[name]]\npreferred = "Le\u0301vy"\n', "t")
    assert concept.terms[0].form == "L\u00e9vy"


@pytest.mark.parametrize(
    "text",
    [
        '[[name]]\nnote = """\n[[name]]\n"""\npreferred = "A"\n[[name]]\npreferred = "B"\n',
        "[[name]]\npreferred = '''A'''\n\n\n\n[[name]]\npreferred = \"B\"\n",
        '[[name]]\npreferred = "A"\n\n\n\n  [[ name ]] # B\npreferred = "B"\n',
        'name = [{preferred = "A"},\n\n\n\n\n{ preferred = "B" }]\n',
    ],
)
def test_each_concept_knows_its_line(text):
    assert [concept.source for concept in parse(text, "t")] == ["t:1", "t:6"]


WRONG = {
    "prefered": (
        '[[name]]\nprefered = "x"\npreferred = "y"\n',
        "t.toml:2: name[1].prefered: unknown key; did you mean 'preferred'?",
    ),
    "names": ('\n[[names]]\npreferred = "x"\n', "t.toml:2: names: unknown key; did you mean 'name'?"),
    "lacks": ('[[name]]\nadmitted = ["x"]\n', "t.toml:1: name[1]: lacks 'preferred'"),
    "single brackets": (
        '[name]\npreferred = "x"\n',
        "t.toml:1: name: expected entries under [[name]], with two brackets, got a table",
    ),
    "wrong type": (
        '[[name]]\npreferred = "x"\nadmitted = "y"\n',
        "t.toml:3: name[1].admitted: expected a list, got a string",
    ),
    "true is no form": (
        "[[name]]\npreferred = true\n",
        "t.toml:2: name[1].preferred: expected a form of the name, got true or false",
    ),
    "empty": (
        '[[name]]\npreferred = "x"\ndeprecated = [\n"y",\n" "]\n',
        "t.toml:5: name[1].deprecated[2]: is empty; write the text or remove the entry",
    ),
    "unknown kind": (
        '[[name]]\npreferred = "x"\nkind = "Person"\n',
        "t.toml:3: name[1].kind: unknown value 'Person'; did you mean 'person'?",
    ),
    "language": (
        '[[name]]\npreferred = "x"\n[name.forms]\nfrench = "y"\n',
        "t.toml:4: name[1].forms.french: 'french' is not a language tag such as 'fr' or 'zh-Hant'",
    ),
    "both right and wrong": (
        '[[name]]\npreferred = "x"\nadmitted = ["y"]\n\ndeprecated = ["y"]\n',
        "t.toml:5: name[1].deprecated[1]: 'y' is deprecated here and admitted in the same entry, line 3",
    ),
    "claimed twice": (
        '[[name]]\npreferred = "x"\n[[name]]\npreferred = "z"\ndeprecated = ["x"]\n',
        "t.toml:5: name[2].deprecated[1]: 'x' is deprecated here and preferred by another name, line 2",
    ),
    "claimed twice, spaced": (
        '[[name]]\npreferred = "x y"\n[[name]]\npreferred = "x  y"\n',
        "t.toml:4: name[2].preferred: 'x y' is preferred here and preferred by another name, line 2",
    ),
    "two tags of one language": (
        '[[name]]\npreferred = "x"\n[name.forms]\nde = "y"\nfr = "y"\ndeu = "z"\n',
        "t.toml:6: name[1].forms.deu: de already prefers 'y', line 4",
    ),
    "right and wrong in one language": (
        '[[name]]\npreferred = "x"\n[name.forms]\nde = "y"\nDE = { preferred = "y", deprecated = ["y"] }\n',
        "t.toml:5: name[1].forms.DE.deprecated[1]: 'y' is deprecated here and preferred in the same entry, "
        "line 4",
    ),
    "the language of the file": (
        'language = "en"\n[[name]]\npreferred = "x"\nforms.en = "y"\n',
        "t.toml:4: name[1].forms.en: en already prefers 'x', line 3",
    ),
    "never itself": (
        '[[name]]\npreferred = "x"\nnot = ["x"]\n',
        "t.toml:3: name[1].not[1]: 'x' is a form of this very name",
    ),
    "unclosed": (
        '[[name]]\npreferred = "x\n',
        "t.toml:2: is no TOML: illegal character '\\n'",
    ),
    "cut": ('[[name]]\npreferred = "x', "t.toml:2: is no TOML: unterminated string"),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_named(text, message):
    assert errors(text) == [message]
    with pytest.raises(TermbaseError) as caught:
        parse(text, "t.toml")
    assert str(caught.value) == message


def test_an_editor_gets_all_faults_at_once():
    text = '[[name]]\nkind = 1\npreferred = ""\n[[nam]]\n'
    assert [(error.line, error.key) for error in problems(text, "t")] == [
        (2, "name[1].kind"),
        (3, "name[1].preferred"),
        (4, "nam"),
    ]


def test_the_schema_documents_every_key():
    keys = TERMBASE["properties"]["name"]["items"]["properties"]
    assert [key for key, shape in keys.items() if not shape.get("description")] == []
