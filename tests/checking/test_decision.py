"""What people decide about at a finding: which form, and of which name."""

import pytest

from canonym.checking.decision import Subject, subject_of
from canonym.checking.finding import ConceptRef, Finding, Severity
from canonym.index.termbase_index import Index
from canonym.termbase.authored import parse
from canonym.termbase.concept import Concept, Kind, Term
from canonym.termbase.termbase import Termbase
from canonym.text.span import Span

LEARNED = (
    Concept("southamerica", Kind.PLACE, (Term("South America", frequency=9, articles=6),)),
    Concept("latinamerica", Kind.PLACE, (Term("Latin America", frequency=9, articles=6),)),
    Concept("massoud", Kind.PERSON, (Term("Massoud", frequency=9, articles=6),), parts=("ahmadmassoud",)),
    Concept("ahmadmassoud", Kind.PERSON, (Term("Ahmad Massoud", frequency=9, articles=6),)),
    Concept("kowal", Kind.PERSON, (Term("Kowalski", None, 2, 2), Term("Kowalsky", None, 2, 2))),
)
AUTHORED = """
[[name]]
preferred = "Caterina Wexley"
admitted = ["Wexley"]
"""


def subject(text, suggestion, concept=None, authored=AUTHORED):
    index = Index.build(Termbase(LEARNED), parse(authored, "termbase.toml"))
    meant = None if concept is None else ConceptRef(concept, "")
    span = Span(0, len(text))
    found = Finding(
        "variant-name", span, text, "", Severity.WARNING, suggestions=(suggestion,), concept=meant
    )
    return subject_of(found, index)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        # the name itself
        (
            ("Sauth America", "South America", "southamerica"),
            ("Sauth America", "South America", "South America"),
        ),
        # a word of longer names: a name by itself, for it holds in each of them
        (("América", "America", "southamerica"), ("América", "America", "America")),
        (("Masoud", "Massoud", "ahmadmassoud"), ("Masoud", "Massoud", "Massoud")),
        # a case form that no termbase has is no name by itself
        (("Masudze", "Massudze", "massoud"), ("Masudze", "Massudze", "Massoud")),
        # another form of a name
        (("Wexly", "Wexley", "caterina-wexley"), ("Wexly", "Wexley", "Caterina Wexley")),
        # nobody has decided yet, or nobody knows the name
        (("Kowalski", "Kowalsky", "kowal"), ("Kowalski", "Kowalsky", "Kowalsky")),
        (("Punjir", "Panjshir", None), ("Punjir", "Panjshir", "Panjshir")),
        # as a termbase writes it: not in capitals, with plain apostrophes, on one line, without an ending
        (("AMÉRICA", "AMERICA", "southamerica"), ("AMÉRICA", "America", "America")),
        (("Masouds", "Massouds", "ahmadmassoud"), ("Masoud", "Massoud", "Massoud")),
        (("O’Brian", "O’Brien", None), ("O'Brian", "O'Brien", "O'Brien")),
        (
            ("Caterina\n  Wexly", "Caterina\n  Wexley", "caterina-wexley"),
            ("Caterina Wexly", *["Caterina Wexley"] * 2),
        ),
    ],
)
def test_the_concept_that_a_decision_is_written_to(found, expected):
    assert subject(*found) == Subject(*expected)


def test_a_word_that_another_name_admits_can_be_no_name_by_itself():
    authored = '[[name]]\npreferred = "Quito Forum"\nadmitted = ["America"]\n'
    assert subject("América", "America", "southamerica", authored).name == "South America"
    assert (
        subject("América", "America", "southamerica", '[[name]]\npreferred = "America"\n').name == "America"
    )
