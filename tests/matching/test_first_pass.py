"""The first pass: whether a list is looked through name by name or at once makes no difference."""

from hypothesis import given
from hypothesis import strategies as st

from canonym.matching.likeness import MANY, alike, likeness_of

NAMES = st.lists(st.text("abcdeklmnorsté ", max_size=9), min_size=MANY, max_size=MANY + 20, unique=True)


@given(st.text("abcdeklmnorstéA", min_size=1, max_size=9), NAMES, st.sampled_from((0.55, 0.75, 0.79)))
def test_long_lists_and_short_ones_agree(form, names, least):
    short = [name for name in names if likeness_of(form, name) >= least]
    assert sorted(alike(form, names, least)) == sorted(short)


def test_nothing_is_alike_to_nothing():
    assert not list(alike("Masoud", (), 0.5))
    assert not list(alike("Masoud", [""] * MANY, 0.5))


def test_the_likeliest_start_alike():
    assert likeness_of("Masoud", "massoud") > likeness_of("Masoud", "dassoum")
