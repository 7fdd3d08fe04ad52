"""Lines that changed, as a diff has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.project.git.line_changes import changed_lines

TEXTS = st.lists(st.sampled_from("abcd"), max_size=12)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("", "", []),
        ("abc", "abc", []),
        ("abc", "ac", []),
        ("abc", "", []),
        ("abc", "aXc", [1]),
        ("abc", "Xabc", [0]),
        ("abc", "abcX", [3]),
        ("abc", "aXbYc", [1, 3]),
        ("aa", "aaa", [2]),
        ("", "ab", [0, 1]),
    ],
)
def test_changed_lines(old: str, new: str, changed: list[int]) -> None:
    assert [n for span in changed_lines(old, new) for n in span] == changed


@given(TEXTS, TEXTS)
def test_the_other_lines_are_in_the_old_text_in_this_order(old: list[str], new: list[str]) -> None:
    changed = {n for span in changed_lines(old, new) for n in span}
    left = iter(old)
    assert all(line in left for number, line in enumerate(new) if number not in changed)


@given(TEXTS, TEXTS)
def test_lines_come_in_order_and_once(old: list[str], new: list[str]) -> None:
    numbers = [n for span in changed_lines(old, new) for n in span]
    assert numbers == sorted(set(numbers))
    assert set(numbers) <= set(range(len(new)))


def test_texts_beyond_any_article_count_from_the_first_change_to_the_last() -> None:
    old = ["same", *(f"old {n}" for n in range(40_000)), "same"]
    new = ["same", *(f"new {n}" for n in range(40_000)), "same"]
    assert changed_lines(old, new) == (range(1, 40_001),)
