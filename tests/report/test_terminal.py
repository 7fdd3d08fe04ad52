"""A line, cut to what is near the finding, with the caret under it whatever the script."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.report.terminal import excerpt, paint, width


@pytest.mark.parametrize(
    ("line", "form", "shown"),
    [
        ("The Punjir road.", "Punjir", "The Punjir road.\n    ^^^^^^"),
        ("\tPunjir", "Punjir", " Punjir\n ^^^^^^"),
        ("東京 Punjir", "Punjir", "東京 Punjir\n     ^^^^^^"),
        ("पंजशीर Punjir", "Punjir", "पंजशीर Punjir\n" + " " * 6 + "^^^^^^"),
        ("Cafe\u0301 Punjir", "Punjir", "Cafe\u0301 Punjir\n     ^^^^^^"),
        (
            "x" * 300 + " Punjir " + "y" * 300,
            "Punjir",
            "…" + "x" * 46 + " Punjir " + "y" * 46 + "…\n" + " " * 48 + "^^^^^^",
        ),
    ],
)
def test_the_caret_stands_under_the_finding(line: str, form: str, shown: str) -> None:
    at = line.index(form)
    piece = excerpt(line, at, at + len(form))
    assert f"{piece.text}\n{' ' * piece.start}{'^' * piece.length}" == shown


@given(st.text(), st.data())
def test_an_excerpt_holds_the_finding_and_fits(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, min(len(line), start + 20)))
    piece = excerpt(line, start, end)
    marked = "".join(re.escape(c) if c.isprintable() else "." for c in line[start:end])
    assert re.search(marked, piece.text)
    assert piece.length >= 1
    assert len(piece.text) <= 130
    assert piece.text.isprintable() or set("\u200c\u200d") & set(piece.text)


def test_colour_is_only_put_where_it_is_wanted() -> None:
    assert paint("x", "red", color=False) == "x"
    assert paint("x", "red", color=True) == "\x1b[31mx\x1b[0m"
    assert width("東京") == 4
