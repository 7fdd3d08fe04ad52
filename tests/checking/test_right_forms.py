"""A wrong form gives way to the right one that is nearest in length and make; whom it does not name stays."""

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.engine import examine
from canonym.checking.right_forms import right_forms
from canonym.index.termbase_index import Index
from canonym.termbase.authored import parse
from canonym.termbase.termbase import Termbase
from canonym.text.formats import parse_document
from marking import checked


def decided(toml: str) -> Index:
    return Index.build(Termbase(language="en"), parse(toml, "termbase.toml"))


FORMS = """
[[name]]
preferred = "Ahmad Shah Massoud"
kind = "person"
admitted = ["Ahmad", "Massoud", "Commander Massoud"]
deprecated = ["Ahmad Shah Masoud", "Masoud", "Komandan Massud"]

[[name]]
preferred = "Organisation of Petrol Countries"
admitted = ["Petrolorg", "OPC"]
deprecated = ["Opc", "PCO", "Organization of Petrol Countries"]

[[name]]
preferred = "Lviv"
admitted = ["Liviv"]
deprecated = ["Lvov"]

[[name]]
preferred = "The Hague"
admitted = ["Haag"]
deprecated = ["Hague"]

[[name]]
preferred = "Bank of the Seven Lakes"
admitted = ["Sevenbank", "Sevenbanc"]
deprecated = ["Zevenbank"]
"""


@pytest.mark.parametrize(
    "draft",
    [
        "Massoud fell, and Ahmad Shah Massoud fell.",
        "[Masoud]{deprecated-term ->! Massoud} fell.",
        "[Ahmad Shah Masoud]{deprecated-term ->! Ahmad Shah Massoud} fell.",
        "There [Komandan Massud]{deprecated-term ->! Commander Massoud} fell.",
        "The [Opc]{deprecated-term ->! OPC} and the [PCO]{deprecated-term ->! OPC} met.",
        "The [Organization of Petrol Countries]{deprecated-term ->! Organisation of Petrol Countries} met.",
        "They went to [Lvov]{deprecated-term ->! Lviv} by train.",
        "[MASOUD]{deprecated-term ->! MASSOUD} FELL THERE",
    ],
)
def test_a_wrong_form_gives_way_to_the_nearest_right_one(draft):
    assert checked(draft, decided(FORMS), safe=True) == draft


@pytest.mark.parametrize(
    ("draft", "offered"),
    [
        ("They met in Hague.", ("The Hague", "Haag")),
        ("They met the men of Zevenbank.", ("Sevenbank", "Sevenbanc")),
    ],
)
def test_where_two_forms_are_equally_near_both_are_offered_and_none_is_safe(draft, offered):
    (finding,), _ = examine(parse_document("a.txt", draft), decided(FORMS), Settings())
    assert (finding.suggestions, finding.safe) == (offered, False)
    assert finding.message.endswith("use " + " or ".join(f"“{form}”" for form in offered))


def test_a_form_of_another_language_is_no_right_form():
    (concept,) = parse(
        '[[name]]\npreferred = "Massoud"\ndeprecated = ["Masoud"]\nforms.de = "Massud"', "t.toml"
    )
    wrong = next(term for term in concept.terms if term.form == "Masoud")
    assert [term.form for term in right_forms(concept, wrong)] == ["Massoud"]


SCRIPTS = """
[[name]]
preferred = "Ahmad Shah Massoud"
deprecated = ["Массуд"]

[[name]]
preferred = "Kyiv"
admitted = ["Київ"]
deprecated = ["Киев"]
"""


@pytest.mark.parametrize(
    "draft",
    [
        "Массуд погиб.",
        "Массуд",
        "He wrote [Массуд]{deprecated-term ->! Ahmad Shah Massoud} in the margin.",
        "Вони приїхали в [Киев]{deprecated-term ->! Київ} вчора.",
    ],
)
def test_what_is_written_is_of_the_script_of_its_place(draft):
    assert checked(draft, decided(SCRIPTS), safe=True) == draft


SHARP = '[[name]]\npreferred = "Strauß"\ndeprecated = ["Straus"]\n'
CAPITAL_SHARP = '[[name]]\npreferred = "Strauß"\nadmitted = ["STRAUẞ"]\ndeprecated = ["Straus"]\n'


@pytest.mark.parametrize(
    ("toml", "draft"),
    [
        (SHARP, "Then STRAUSS said that Johann STRAUSS came."),
        (SHARP, "Then STRAUẞ came."),
        (SHARP, "Then [Strauss]{term-form -> Strauß} came."),
        (SHARP, "[STRAUS]{deprecated-term ->! STRAUSS} FELL THERE"),
        (CAPITAL_SHARP, "Then STRAUSS and STRAUẞ came."),
        (CAPITAL_SHARP, "[STRAUS]{deprecated-term ->! STRAUẞ} FELL THERE"),
    ],
)
def test_capitals_are_those_of_the_language(toml, draft):
    assert checked(draft, decided(toml), safe=True) == draft


GIVEN = """
[[name]]
preferred = "Volodymyr"
deprecated = ["Vladimir"]

[[name]]
preferred = "Olha"
kind = "person"
deprecated = ["Olga"]

[[name]]
preferred = "Kyiv"
deprecated = ["Kiev"]

[[name]]
preferred = "Olha Kharlan"
"""


@pytest.mark.parametrize(
    "draft",
    [
        "We met Vladimir Putin and Olga Kurylenko there.",
        "We met Vladimir Putin. Then Vladimir left.",
        "We met [Vladimir]{deprecated-term ->! Volodymyr} there.",
        "We met [Olga]{deprecated-term ->! Olha} Kharlan there.",
        "We saw Dynamo [Kiev]{deprecated-term ->! Kyiv} and [Kiev]{deprecated-term ->! Kyiv} Dynamo there.",
    ],
)
def test_a_given_name_of_a_list_is_not_every_bearer(draft):
    assert checked(draft, decided(GIVEN), safe=True) == draft
