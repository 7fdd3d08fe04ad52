"""What is remembered of words is what would be made again, and it is never too much."""

from hypothesis import given
from hypothesis import strategies as st

from canonym.text.memo import Memo


@given(st.lists(st.integers(0, 9)), st.integers(1, 4))
def test_values_are_those_that_are_made(keys, most):
    memo = Memo(str, most)
    for key in keys:
        assert memo[key] == str(key)
        assert len(memo) <= most


def test_a_value_is_made_once():
    made = []
    memo = Memo(made.append)
    assert list(map(memo.__getitem__, "abab")) == [None] * 4
    assert made == ["a", "b"]
