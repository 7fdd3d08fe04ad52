"""Which names of a termbase a word of a draft may spell."""

import pytest

from canonym.index.termbase_index import Index
from canonym.matching.candidates import candidates, is_settled
from canonym.termbase.concept import Concept, Kind, Term
from canonym.termbase.termbase import Termbase

INDEX = Index.build(
    Termbase(
        tuple(
            Concept(form.lower(), Kind.NAME, (Term(form, articles=9),)) for form in ("Massoud", "Wimbledon")
        ),
        ordinary={"Niederschlag": 3, "Summe": 2, "regen": 4},
        language="en",
    )
)


@pytest.mark.parametrize("form", ["Massoudabad", "Antimassoud", "Wimbledonians"])
def test_a_compound_of_a_name_is_no_spelling_of_it(form):
    assert candidates(INDEX, form, (), ()) == set()


@pytest.mark.parametrize(
    ("form", "name"), [("Masoud", "massoud"), ("Massoude", "massoud"), ("Wimbleton", "wimbledon")]
)
def test_a_respelt_name_is(form, name):
    assert candidates(INDEX, form, (), ()) == {name}


@pytest.mark.parametrize(
    ("form", "settled"),
    [("Niederschlag", True), ("Niederschlag-Summe", True), ("Niederschlag-Regen", False), ("Regen", False)],
)
def test_a_common_noun_with_a_capital_needs_no_check(form, settled):
    assert is_settled(INDEX, form) is settled
