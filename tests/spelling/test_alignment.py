"""Alignments are symmetric, complete, and cheapest for what changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.spelling import align, fold

words = st.text(alphabet="abcdehiklmnoqrstuvxyz", max_size=10)


def test_steps_can_be_read():
    assert str(align("masoud", "massoud")) == "m:m, a:a, s:ss, o:o, u:u, d:d"


@pytest.mark.parametrize(
    ("usual", "unusual"),
    [
        (("masoud", "massoud"), ("masoud", "mazhoud")),
        (("sharif", "xarif"), ("sharif", "barif")),
        (("yusuf", "yousuf"), ("yusuf", "yasuf")),
        (("gorbachov", "gorbachoff"), ("gorbachov", "gorbachot")),
    ],
)
def test_a_usual_correspondence_costs_less(usual, unusual):
    assert align(*usual).score > align(*unusual).score


@given(words, words)
def test_symmetric(a, b):
    there, back = align(a, b), align(b, a)
    assert there.score == back.score
    assert [(step.right, step.left) for step in there.steps] == list(back.steps)


@given(words, words)
def test_steps_spell_both_words(a, b):
    steps = align(a, b).steps
    assert "".join(step.left for step in steps) == a
    assert "".join(step.right for step in steps) == b


@given(words, words)
def test_nothing_is_more_alike_than_the_same(a, b):
    assert align(a, a).score == 0.0
    assert align(a, b).score < 0.0 or a == b


@given(st.text(max_size=8), st.text(max_size=8))
def test_forms_that_were_not_folded_align_too(a, b):
    assert "".join(step.left for step in align(a, b).steps) == a
    assert align(fold(a), fold(b)).score <= 0.0
