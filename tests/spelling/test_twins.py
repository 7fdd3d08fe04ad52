"""Words that are alike in letters and yet are two."""

import pytest

from canonym.spelling import are_twins


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("austria", "austrian"),
        ("austrian", "austrian"),
        ("tehran", "teheran"),
        ("austrian", "iraqi"),
        ("austria", "syria"),
        ("", ""),
    ],
)
def test_no_twins(a, b):
    assert not are_twins(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("austrians", "australian"), ("syria", "assyria"), ("nigerien", "nigerian"), ("jacobins", "jacobeans")],
)
def test_twins(a, b):
    assert are_twins(a, b)
    assert are_twins(b, a)
