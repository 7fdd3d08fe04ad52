"""A word beside another may be of its name when shortened, dropped between, or turned round."""

import pytest

from canonym.matching.index import Index
from canonym.matching.kin import is_kin
from canonym.termbase.model import Concept, Kind, Term
from canonym.termbase.termbase import Termbase

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
