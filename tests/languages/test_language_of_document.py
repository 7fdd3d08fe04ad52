"""The settings say the language of a document first, then itself, then the option, then its text."""

import pytest

from canonym.languages import Stated, parse_in_language

SAID = "---\nlang: fr\n---\n"
GERMAN = "Die Bürgermeisterin sagte am Montag, die Brücke werde bis zum Ende des Monats gesperrt.\n"


@pytest.mark.parametrize(
    ("text", "stated", "tag"),
    [
        ("Oslo.\n", Stated(), "und"),
        ("Oslo.\n", Stated(expected="de"), "de"),
        (GERMAN, Stated(), "de"),
        (GERMAN, Stated(option="da"), "da"),
        (SAID + GERMAN, Stated(option="da"), "fr"),
        (SAID + GERMAN, Stated("pl", "da"), "pl"),
    ],
)
def test_who_speaks_first(text, stated, tag):
    assert parse_in_language("a.md", text, stated=stated).language.tag == tag
