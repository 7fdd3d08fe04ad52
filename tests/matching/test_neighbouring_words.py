"""A word beside another may be of its name when shortened, dropped between, or turned round."""

import pytest

from canonym.index.termbase_index import Index
from canonym.matching.draft import Spot
from canonym.matching.neighbouring_words import Company, company_of, is_kin
from canonym.termbase.concept import Concept, Kind, Term
from canonym.termbase.termbase import Termbase
from canonym.text.tokens import Token

FORMS = ("Karim Olzas Veltani", "Veltani", "Dana Kuresh")
INDEX = Index.build(
    Termbase(
        tuple(
            Concept(f.replace(" ", "").lower(), Kind.NAME, (Term(f, frequency=3, articles=2),))
            for f in sorted(FORMS, key=str.lower)
        ),
        articles=4,
    )
)


@pytest.mark.parametrize(
    ("before", "is_of_the_name"),
    [
        ("dana", False),
        ("d", False),
        ("olza", False),
        ("olzas", True),
        ("o", True),
        ("karim", True),
    ],
)
def test_the_word_before(before, is_of_the_name):
    name = INDEX.word("veltani")
    assert name is not None
    assert is_kin(before, name, INDEX.leaders("veltani"), INDEX) is is_of_the_name


def test_the_surname_first():
    name = INDEX.word("kuresh")
    assert name is not None
    assert is_kin("dana", name, INDEX.followers("kuresh"), INDEX)


@pytest.mark.parametrize(
    ("beside", "company"),
    [
        ("", Company.ALONE),
        ("zzyxqu", Company.UNKNOWN),
        ("hussain", Company.STRANGER),
        ("olzaz", Company.ALIKE),
        ("karim", Company.KIN),
    ],
)
def test_what_stands_before_a_surname(beside, company):
    name = INDEX.word("veltani")
    assert name is not None
    assert company_of(spot(left=beside), name, INDEX) is company


def test_one_known_word_of_two_is_enough():
    name = INDEX.word("veltani")
    assert name is not None
    assert company_of(spot(left="karim", right="hussain"), name, INDEX) is Company.KIN


def spot(left: str = "", right: str = "") -> Spot:
    sides = (tuple(filter(None, [side])) for side in (left, right))
    return Spot(0, Token(0, "Veltany"), *sides, opens=False)
