"""The first pass: whether a list is looked through name by name or at once makes no difference."""

from hypothesis import example, given
from hypothesis import strategies as st

from canonym.spelling.string_similarity import MANY, alike, similarity_of

LETTERS = "abcdeklmnorst0"
NAMES = st.lists(st.text(f"{LETTERS}é ", max_size=9), min_size=MANY, max_size=MANY + 20, unique=True)
NEAR = st.lists(st.text("abno", min_size=3, max_size=90), min_size=MANY, max_size=MANY + 20, unique=True)
LEAST = st.sampled_from((0.55, 0.6, 0.65, 0.75, 0.79))


@given(st.text(f"{LETTERS}éA-", min_size=1, max_size=9), NAMES, LEAST)
@example("-", [""] * MANY, 0.55)
@example("btdab", ["adlb0"] * MANY, 0.6)  # as alike as that, to the last digit
def test_long_lists_and_short_ones_agree(form, names, least):
    short = [name for name in names if similarity_of(form, name) >= least]
    assert list(alike(form, names, least)) == short


@given(st.text("abno", min_size=3, max_size=90), NEAR, LEAST)
def test_they_agree_on_long_names_of_few_letters(form, names, least):
    assert list(alike(form, names, least)) == [name for name in names if similarity_of(form, name) >= least]


@given(st.text(LETTERS, min_size=1, max_size=9), NAMES, LEAST)
def test_of_neighbours_with_their_mentions_only_the_words_count(form, names, least):
    neighbours = {name: place for place, name in enumerate(names)}
    assert list(alike(form, neighbours, least)) == list(alike(form, names, least))
    few = dict(list(neighbours.items())[: MANY - 1])
    assert list(alike(form, few, least)) == list(alike(form, list(few), least))


def test_nothing_is_alike_to_nothing():
    assert not list(alike("Masoud", (), 0.5))
    assert not list(alike("Masoud", [""] * MANY, 0.5))


def test_the_likeliest_start_alike():
    assert similarity_of("Masoud", "massoud") > similarity_of("Masoud", "dassoum")
