"""Two spellings that compete where nothing decides: in one draft, across drafts, with no termbase."""

import pytest

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check, compare, survey
from canonym.index.termbase_index import Index
from canonym.languages import Stated, parse_in_language
from canonym.termbase.termbase import Termbase
from english import parse_document
from marking import checked, corpus, marked, plain

NOTHING = Index.build(Termbase(language="en"))


@pytest.mark.parametrize(
    "draft",
    [
        "Johann met Johanna at the port. Then Johanna and Johann left.",
        "Maria Kowalska met Jan Kowalski at the port. Then Jan Kowalski and Maria Kowalska left.",
        "They saw Taiwan and the Taiwanese. Many Taiwanese left Taiwan.",
        "They know Iran and Iraq. Some saw Iraq from Iran.",
        "Herr Kowalski spoke of the port. Later Herr Kowalski left the port.",
        "One Frenchman came, then two Frenchmen and a Frenchwoman. Two Englishmen saw one Englishman.",
        "The Australian met an Austrian at the Austrian Open. Many Austrians saw the Australian Open.",
        "They met Peter Anderson. Then Mary Sanderson and Peter Anderson left.",
    ],
)
def test_two_names_do_not_compete(draft):
    assert checked(draft, NOTHING) == draft


@pytest.mark.parametrize(
    "draft",
    [
        "Herr Kowalski spoke at length. Later Herr [Kowalsky]{inconsistent-name -> Kowalski} left the port.",
        "They met [Kowalski]{inconsistent-name -> Kowalsky}. Later Kowalsky left. Then old Kowalsky spoke.",
    ],
)
def test_the_rarer_or_the_later_spelling_is_found_with_no_termbase(draft):
    found = checked(draft, NOTHING, safe=True)
    assert found == draft


@pytest.mark.parametrize(
    "draft",
    [
        "Kowalski mówił długo, a Kowalski pisał. Oni widzieli tam Kowalskiego.",
        "Była tam Kowalska, mówiła Kowalska. Szła za [Kovalską]{inconsistent-name -> Kowalską}.",
    ],
)
def test_case_forms_do_not_compete_and_a_suggestion_keeps_the_ending(draft):
    document = parse_in_language("a.txt", plain(draft), Stated("pl"))
    found = check(document, Index.build(Termbase(language="pl")), Settings())
    assert marked(document.text, found) == draft


def test_spellings_of_an_undecided_name_compete(tmp_path):
    index = corpus(tmp_path, "They read Bernard-Henri Lévy.", "They know Bernard-Henri Levy.")
    draft = (
        "They read Bernard-Henri Lévy aloud. Then [Bernard-Henri Levy]"
        "{inconsistent-name -> Bernard-Henri Lévy} left."
    )
    assert checked(draft, index) == draft
    alone = "They read Bernard-Henri Levy aloud. Then Bernard-Henri Levy left."
    assert checked(alone, index) == alone


def test_the_plural_of_a_known_name_does_not_give_way_to_a_misspelt_one(tmp_path):
    index = corpus(tmp_path, "In June Massoud left the port.", "They saw Massoud there.")
    draft = "They know the Masouds well. Nobody knows the Massouds."
    assert checked(draft, index) == draft


def across(*drafts: str, index: Index = NOTHING, **settings) -> list[str]:
    """Return drafts that are checked together, marked."""
    documents = [parse_document(f"{n}.txt", plain(draft)) for n, draft in enumerate(drafts)]
    found = compare(tuple(survey(d, index) for d in documents), Settings(**settings))
    return [marked(d.text, found.get(d.path, ())) for d in documents]


def test_drafts_checked_together_compete():
    drafts = [
        "The envoy met Herr Kowalski at the port. In the evening Herr Kowalski left.",
        "In the morning Herr [Kowalsky]{inconsistent-name -> Kowalski} was at the port.",
    ]
    assert across(*drafts) == drafts
    assert across(*reversed(drafts)) == drafts[::-1]


def test_drafts_that_agree_do_not_compete():
    drafts = ["The envoy met Herr Kowalski at the port.", "In the morning Herr Kowalski and Johanna came."]
    assert across(*drafts) == drafts


def test_the_rule_can_be_off_across_drafts():
    drafts = ["The envoy met Herr Kowalski there.", "In the morning Herr Kowalsky came."]
    assert across(*drafts, ignore=("inconsistent-name",)) == drafts


def test_a_finding_names_the_place_of_its_rival():
    documents = [
        parse_document("a.txt", "The envoy met Herr Kowalski at the port. Then Herr Kowalski left."),
        parse_document("b.txt", "In the morning Herr Kowalsky was at the port."),
    ]
    found = compare(tuple(survey(d, NOTHING) for d in documents), Settings())
    (finding,) = found["b.txt"]
    (rival,) = finding.related
    assert (rival.path, rival.text, rival.span.of(documents[0].text)) == ("a.txt", "Kowalski", "Kowalski")


def test_a_part_of_a_compound_does_not_compete_with_the_whole(tmp_path):
    index = corpus(tmp_path, "They saw the al-Assad family.", "They know Omar al-Bashir well.")
    drafts = ["They met al-Farouk twice.", "They met Al-Farouk and AL-FAROUK twice."]
    assert across(*drafts, index=index) == drafts


def alike_names(count: int) -> list[str]:
    """Return invented names that share a block and are alike."""
    return [f"al-Xyz{''.join('abcdefghij'[int(digit)] for digit in str(number))}" for number in range(count)]


def test_a_name_is_found_written_otherwise_among_hundreds_of_alike_names():
    others = " ".join(f"In {name} it rained." for name in alike_names(1000))
    draft = f"In al-Xyzkarowy it rained twice. In al-Xyzkarowy it snowed. In al-Xyzkarovy it rained. {others}"
    found = {finding.text: finding for finding in check(parse_document("a.txt", draft), NOTHING, Settings())}
    assert found["al-Xyzkarovy"].suggestions == ("al-Xyzkarowy",)
