"""Capitals that a place asks for are no mistake, and a replacement has them."""

import pytest

from canonym.index.termbase_index import Index
from canonym.termbase.authored import parse
from canonym.termbase.termbase import Termbase
from marking import checked, corpus

PAPER = (
    "Omar al-Tamimi runs the port of Basra. It pays well, said al-Tamimi. Karl Meißner met Omar al-Tamimi.",
    "Karl Meißner sold a mill to Søren Bjælke. It was old, and Meißner was glad. The Wi-Fi is slow there.",
    "Søren Bjælke paid Karl Meißner in gold. They thanked Bjælke. Lachlan McAllister wrote about Wi-Fi.",
    "In Basra Omar al-Tamimi met Lachlan McAllister. They spoke of Kim Jae-min and a mill. Wi-Fi failed.",
    "Kim Jae-min came to Basra with Lachlan McAllister. They liked Kim Jae-min very much, said McAllister.",
    "A ship of Nato left Basra. Sailors of Nato waved. Then Søren Bjælke of Nato saw Omar al-Tamimi.",
    "Ships of Nato came back. Pieter van der Zee saw them, and the wife of Pieter van der Zee as well.",
)


@pytest.fixture(scope="module")
def index(tmp_path_factory) -> Index:
    return corpus(tmp_path_factory.mktemp("capitals"), *PAPER)


@pytest.mark.parametrize(
    "draft",
    [
        "OMAR AL-TAMIMI FLIES TO BASRA",
        "KIM JAE-MIN SILENT ABOUT WI-FI",
        "KARL MEISSNER SELLS A MILL",
        "PIETER van der ZEE AND LACHLAN McALLISTER LEAVE",
        "OMAR AL-TAMIMI went to Basra with two friends.",
        "Present: Karl MEISSNER (miller), Søren BJÆLKE (banker) and Pieter VAN DER ZEE.",
        "Erik MEISSNER came late, and Dr MEISSNER left early.",
        "Mr AL-TAMIMI opened the meeting. Then AL-TAMIMI closed it.",
        "Mr TAMIMI opened the meeting, and Ms BJÆLKE closed it.",
        "They thanked BJÆLKE, McALLISTER and AL-TAMIMI.",
        "Al-Tamimi left. The port wept.",
        "NATO sent two ships.",
    ],
)
def test_capitals_of_a_place_are_no_mistake(index, draft):
    assert checked(draft, index) == draft


@pytest.mark.parametrize(
    "heading", ["# Omar Al-Tamimi Flies to Basra\n", "# Kim Jae-Min Resigns in Basra Today\n"]
)
def test_the_capitals_of_a_heading_are_no_mistake(index, heading):
    assert checked(heading, index, name="draft.md") == heading


@pytest.mark.parametrize(
    "draft",
    [
        "[El-Tamimi]{variant-name -> Al-Tamimi} left the port of Basra. They wept.",
        "[SOREN BJAELKE]{X} BUYS A MILL",
        "The mill belongs to Karl [MEISNER]{variant-name -> MEISSNER} and to Søren BJÆLKE.",
        "A ship of [NATO]{term-form -> Nato} left.",
        "[NATO]{term-form -> Nato} left. A ship of [NATO]{term-form -> Nato} came.",
    ],
)
def test_a_replacement_has_the_capitals_of_its_place(index, draft):
    # AE in capitals is another spelling of Æ, and no mistake.
    draft = draft.replace("[SOREN BJAELKE]{X}", "[SOREN]{term-form -> SØREN} BJAELKE")
    assert checked(draft, index) == draft


def test_forms_that_differ_by_their_place_alone_do_not_compete():
    index = Index.build(Termbase(language="en"))
    draft = "We met Erik KOWALSKY of Lodz. Then Kowalsky left. They saw al-Hamidi. Al-Hamidi saw Al-Hamidi."
    assert checked(draft, index) == draft


def test_what_stands_before_a_known_name_does_not_bring_another(tmp_path):
    index = corpus(
        tmp_path,
        "Mansur Gaddawi ruled the port for years. They feared Gaddawi.",
        "The sons of Mansur Gaddawi fled. One of them praised Gaddawi.",
        "Historians argue about Mansur Gaddawi. The end of Gaddawi was sad.",
    )
    draft = (
        "The house of al-Qaddawi fell. The men of el-Qaddawi fled. The men of el-Qaddawi and el-Gaddawi wept."
    )
    assert "[el-Gaddawi]" not in checked(draft, index)


DECIDED = """
[[name]]
preferred = "al-Qaeda"
deprecated = ["al-Qaida", "Al-Qaida"]

[[name]]
preferred = "adidas"
deprecated = ["Adidas"]

[[name]]
preferred = "Nasa"
deprecated = ["NASA"]
"""


@pytest.mark.parametrize(
    "draft",
    [
        "[Al-Qaida]{deprecated-term -> Al-Qaeda} fled. Men of [Al-Qaida]{deprecated-term -> al-Qaeda} fled.",
        "Adidas sells shoes. The shop of [Adidas]{deprecated-term -> adidas} sells shoes.",
        "NASA SENDS A PROBE\n\nA probe of [NASA]{deprecated-term -> Nasa} fell.",
    ],
)
def test_what_people_decided_has_the_capitals_of_its_place(draft):
    assert checked(draft, Index.build(Termbase(language="en"), parse(DECIDED, "termbase.toml"))) == draft
