"""Which known names a document has, under any known spelling, the longest whole name first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.index.termbase_index import Index
from canonym.matching.draft import Draft
from canonym.matching.draft_sentence import ParsedSentence
from canonym.matching.mentions import mentions_in, recognise, unsettled
from canonym.termbase.concept import Concept, Kind, Origin, Term, TermStatus
from canonym.termbase.termbase import Termbase
from canonym.text.markup.base import BlockKind
from english import ENGLISH, parse_document


def concept(id_: str, form: str, *deprecated: str) -> Concept:
    wrong = (Term(f, TermStatus.DEPRECATED) for f in deprecated)
    return Concept(id_, Kind.NAME, (Term(form, frequency=3, articles=2), *wrong))


KNOWN = (
    concept("ahmadshahmassoud", "Ahmad Shah Massoud", "Ahmad Chah Massoud"),
    concept("ahmadmassoud", "Ahmad Massoud"),
    concept("massoud", "Massoud"),
    concept("alqaeda", "al-Qaeda", "al Qaeda"),
    concept("antitaliban", "anti-Taliban"),
    concept("taliban", "Taliban"),
)
INDEX = Index.build(Termbase(KNOWN))


@pytest.mark.parametrize("text", ["قالت جوجل", "قالت جُوجِل", "قالت جـوجـل", "قالت جُوجِل إنّها"])
def test_a_form_may_have_the_vowel_signs_of_its_script(text):
    index = Index.build(Termbase((concept("google", "غوغل", "جوجل"),)))
    (found,) = recognise(parse_document("draft.md", text), index)
    assert (found.text, found.status) == ("جوجل", TermStatus.DEPRECATED)


def mentions(text: str) -> list[tuple[str, str]]:
    """Return what stands at each mention, and its concept."""
    return [(m.span.of(text), m.concept) for m in recognise(parse_document("draft.md", text), INDEX)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The old port of the town",
        "Ahmad left. Shah came.",
        "See `Massoud` and https://massoud.org there",
        "Massoudi and the Massouds",
        "MASSOUD LEFT",
    ],
)
def test_what_is_no_known_form_is_no_mention(text):
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Ahmad Shah Massoud", [("Ahmad Shah Massoud", "ahmadshahmassoud")]),
        ("He met Ahmad Massoud", [("Ahmad Massoud", "ahmadmassoud")]),
        ("He met Mr. Massoud", [("Massoud", "massoud")]),
        ("He met Ahmad Chah Massoud", [("Ahmad Chah Massoud", "ahmadshahmassoud")]),
        ("Massoud's men", [("Massoud", "massoud")]),
        ("the Massoud-led men", [("Massoud", "massoud")]),
        ("the anti-Taliban men", [("anti-Taliban", "antitaliban")]),
        ("the pro-Taliban men", [("Taliban", "taliban")]),
        ("al-Qaeda and al Qaeda", [("al-Qaeda", "alqaeda"), ("al Qaeda", "alqaeda")]),
        ("Ahmad\nMassoud came", [("Ahmad\nMassoud", "ahmadmassoud")]),
        ("Ahmad **Massoud** came", [("Ahmad **Massoud", "ahmadmassoud")]),
        ("Ahmad Shah, Massoud", [("Massoud", "massoud")]),
    ],
)
def test_the_longest_known_name_is_the_mention(text, expected):
    assert mentions(text) == expected


def test_a_mention_tells_its_standing_and_the_names_beside_it():
    text = "He saw Old Massoud Khan and al Qaeda"
    known, wrong = recognise(parse_document("draft.md", text), INDEX)
    assert (known.status, known.beside) == (TermStatus.PREFERRED, ("Old", "Khan"))
    assert (wrong.status, wrong.beside) == (TermStatus.DEPRECATED, ("", ""))


UNSETTLED = Index.build(
    Termbase((*KNOWN, Concept("kabul", Kind.NAME, (Term("Kabul", None), Term("Cabul", None))))),
    (concept("kyiv", "Kyiv", "Kiev", "the Kiev", "U.S.-Kiev")._replace(origin=Origin.AUTHORED),),
)
PIECES = st.sampled_from(
    ("Ahmad", "Chah", "Massoud", "al", "Qaeda", "Kiev", "KIEV", "the", "Cabul", "-", "'s", "U.S.", ":", "a")
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(("", " "))), max_size=8))
def test_no_unsettled_form_is_overlooked_for_haste(pieces):
    text = "".join(piece + gap for piece, gap in pieces)
    document = parse_document("draft.txt", text)
    sentence = ParsedSentence(text, BlockKind.PARAGRAPH, ENGLISH)
    for index in (INDEX, UNSETTLED):
        index.memory.clear()
        assert unsettled(Draft(document, [0], [sentence]), index) == mentions_in(index, sentence).unsettled
