"""Each language has its own norms: what a draft must write is what its own language says."""

from pathlib import Path

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check
from canonym.project.load_index import load_index
from canonym.project.termbase_files import Source
from canonym.termbase.concept import Concept, Kind, Term
from canonym.termbase.learned import dump
from canonym.termbase.termbase import Termbase
from canonym.text.formats import parse_document
from canonym.text.language import Language

LISTED = """\
language = "en"

[[name]]
preferred = "Kyiv"
deprecated = ["Kiev", "Kiew", "Киев"]
forms = { fr = { preferred = "Kyïv", deprecated = ["Kiev"] }, pt = "Kiev", uk = "Київ" }

[[name]]
preferred = "Massoud"
deprecated = ["Масуд", "Masood"]
"""


def found(
    folder: Path, text: str, tag: str, termbase: str = LISTED, learned: str = ""
) -> list[tuple[str, ...]]:
    """Return what is found in a draft of a language: each text with its suggestions."""
    (folder / "termbase.toml").write_text(termbase, "utf-8")
    sources = [Source(folder / "termbase.toml", "termbase.toml")]
    if learned:
        (folder / "learned.jsonl").write_text(learned, "utf-8")
        sources.append(Source(folder / "learned.jsonl", "learned.jsonl"))
    draft = parse_document("draft.txt", text, language=Language(tag))
    findings = check(draft, load_index(sources), Settings())
    return [(finding.text, *finding.suggestions) for finding in findings]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Sie kamen aus Kiew.", "de"),  # an English list says nothing in German
        ("Sie kamen aus Kiev.", "de"),
        ("Estava em Kiev.", "pt-BR"),  # inherits from pt
        ("They came from Kyiv.", "en"),
        ("Ils venaient de Kyïv.", "fr"),
        ("Он из Киев.", "ru"),
    ],
)
def test_right_by_the_norms_of_its_language(tmp_path, text, tag):
    assert found(tmp_path, text, tag) == []


@pytest.mark.parametrize(
    ("text", "tag", "finds"),
    [
        ("They came from Kiev.", "en", ("Kiev", "Kyiv")),
        ("They came from Kiev.", "en-GB", ("Kiev", "Kyiv")),
        ("Ils venaient de Kiev.", "fr", ("Kiev", "Kyïv")),
        ("Ils venaient de Kiev.", "fr-CA", ("Kiev", "Kyïv")),
    ],
)
def test_wrong_by_the_norms_of_its_language(tmp_path, text, tag, finds):
    assert found(tmp_path, text, tag) == [finds]


SWISS = """\
language = "de"

[[name]]
preferred = "Strauß"
deprecated = ["Strauss", "Straus"]

[[name]]
preferred = "Kyjiw"
deprecated = ["Kiew", "Kiev"]
forms.de-CH = { preferred = "Kiew", deprecated = ["Kyjiw"] }

[[name]]
preferred = "Preussen"
deprecated = ["Preußen"]
"""


@pytest.mark.parametrize(
    ("text", "tag", "finds"),
    [
        ("Dort sah Strauss den Strauß aus Kiew.", "de-CH", []),
        ("Dort sah Straus die Stadt Kyjiw.", "de-CH", [("Straus", "Strauß"), ("Kyjiw", "Kiew")]),
        ("Dort sah Strauss die Stadt Kiew.", "de-AT", [("Strauss", "Strauß"), ("Kiew", "Kyjiw")]),
        ("Es war Preußen.", "de", [("Preußen", "Preussen")]),
    ],
)
def test_a_region_has_forms_of_its_own_and_keeps_its_orthography(tmp_path, text, tag, finds):
    assert found(tmp_path, text, tag, SWISS) == finds


def test_a_suggestion_is_in_the_script_of_its_place(tmp_path):
    assert found(tmp_path, "They say Масуд fell.", "en") == [("Масуд", "Massoud")]
    assert found(tmp_path, "Вчера Масуд погиб.", "en") == []
    assert found(tmp_path, "Вчера Масуд погиб.", "ru", LISTED.partition("\n\n")[2]) == []


def test_a_suggestion_in_a_language_of_two_scripts_is_in_that_of_its_place(tmp_path):
    serbian = """
        language = "sr"
        [[name]]
        preferred = "Масуд"
        deprecated = ["Masood", "Масоуд"]
        forms = { "sr-Latn" = "Masud" }
        """
    assert found(tmp_path, "Videli su Masood tamo.", "sr", serbian) == [("Masood", "Masud")]
    assert found(tmp_path, "Они су Масоуд видели.", "sr", serbian) == [("Масоуд", "Масуд")]


def test_an_entry_of_no_known_language_holds_in_all(tmp_path):
    untagged = LISTED.partition("\n\n")[2]
    assert found(tmp_path, "Sie kamen aus Kiev.", "de", untagged) == [("Kiev", "Kyiv")]


def test_an_entry_without_a_tag_is_of_the_language_of_the_corpus(tmp_path):
    untagged = LISTED.partition("\n\n")[2]
    learned = "".join(dump(Termbase(articles=3, language="en")))
    assert found(tmp_path, "Sie kamen aus Kiev.", "de", untagged, learned) == []
    assert found(tmp_path, "They came from Kiev.", "en", untagged, learned) == [("Kiev", "Kyiv")]


def test_what_was_learned_of_one_language_says_nothing_in_another(tmp_path):
    german = Concept("massud", Kind.NAME, (Term("Massud", frequency=9, articles=9),))
    english = Concept("massoud", Kind.NAME, (Term("Massoud", frequency=9, articles=9),))
    learned = Termbase(
        (english,), articles=9, language="en", others=(Termbase((german,), articles=9, language="de"),)
    )
    lines = "".join(dump(learned))
    assert found(tmp_path, "Er sah Massud im Tal.", "de", "", lines) == []
    assert found(tmp_path, "He saw Massoud there.", "en", "", lines) == []
    assert found(tmp_path, "He saw Massoudd there.", "en", "", lines) == [("Massoudd", "Massoud")]
