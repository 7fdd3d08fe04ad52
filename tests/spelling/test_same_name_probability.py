"""Spellings of one name are likely, distinct names that look alike are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.spelling import same_spelling

DISTINCT = [
    ("walker", "walter"),
    ("kyoko", "ryoko"),
    ("holland", "rolland"),
    ("barton", "baron"),
    ("modi", "moda"),
]
SAME = [
    ("masoud", "massoud"),
    ("hussein", "husayn"),
    ("zelenskyy", "zelenskiy"),
    ("jablonski", "yablonsky"),
    ("khodajihol", "khodadzhikhol"),
    ("tchaikovsky", "chaikovskii"),
    ("amrullah", "amrollah"),
    ("gorbatschow", "gorbachev"),
]


@pytest.mark.parametrize(("a", "b"), DISTINCT)
def test_distinct_names(a, b):
    assert same_spelling(a, b) < 0.4


@pytest.mark.parametrize(("a", "b"), SAME)
def test_spellings_of_one_name(a, b):
    assert same_spelling(a, b) > 0.9


@given(st.text(max_size=12), st.text(max_size=12))
def test_a_symmetric_probability(a, b):
    assert 0.0 <= same_spelling(a, b) <= 1.0
    assert same_spelling(a, b) == same_spelling(b, a)


@given(st.text(max_size=12), st.text(max_size=12))
def test_nothing_is_more_alike_than_the_same(a, b):
    assert same_spelling(a, b) <= same_spelling(a, a) == 1.0
