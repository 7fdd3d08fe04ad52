"""No replacement repeats what already stands beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.checking.fixes.repeated_words import Fit, fitted
from canonym.index.termbase_index import Index
from canonym.termbase.authored import parse
from canonym.termbase.termbase import Termbase
from canonym.text.span import Span
from marking import checked

TERMBASE = """
[[name]]
preferred = "Omar Said Tamimi"
deprecated = ["Tammimi", "Tammimi Foundation"]

[[name]]
preferred = "McAllister"
deprecated = ["Alister"]

[[name]]
preferred = "McDouglas's"
deprecated = ["McDouglases"]

[[name]]
preferred = "Bank of Basra"
deprecated = ["BoB"]

[[name]]
preferred = "St. Asaph"
deprecated = ["Asaf"]
"""


@pytest.mark.parametrize(
    "draft",
    [
        "Then [Tammimi]{deprecated-term -> Omar Said Tamimi} left.",
        "Then Omar Said [Tammimi]{deprecated-term -> Tamimi} left.",
        "Then Omar [Tammimi]{deprecated-term -> Said Tamimi} left.",
        "Then Umar Said [Tammimi]{deprecated-term -> Tamimi} left.",
        "They left St. [Asaf]{deprecated-term -> Asaph} early.",
        "The house of [BoB]{deprecated-term -> Bank of Basra} fell.",
        "The Bank [BoB]{deprecated-term -> of Basra} fell.",
        "At [McDouglases]{deprecated-term -> McDouglas's} we ate.",
        "Then [McDouglases]{deprecated-term -> McDouglas}'s food came.",
        "Then [Mc Alister]{deprecated-term -> McAllister} left.",
    ],
)
def test_what_stands_beside_a_place_is_not_written_again(draft):
    assert checked(draft, Index.build(Termbase(language="en"), parse(TERMBASE, "termbase.toml"))) == draft


def _fitted(form: str, prose: str) -> str | None:
    """Return ``prose`` with ``form`` in the place that ``<>`` marks; None if it does not fit."""
    start, end = prose.index("<"), prose.index(">") - 1
    text = prose.replace("<", "").replace(">", "")
    fit = fitted(form, text, Span(start, end))
    return None if fit is None else text[: fit.span.start] + fit.form + text[fit.span.end :]


@pytest.mark.parametrize(
    ("form", "prose", "after"),
    [
        ("McAllister", "Fiona Mc <Allister> left", "Fiona McAllister left"),
        ("MacGregor", "Laura Mac <Gregor>", "Laura MacGregor"),
        ("O'Rourke", "Miss O' <Rourke> left", "Miss O'Rourke left"),
        ("al-Tamimi", "the al <Tammimi> house", "the al-Tamimi house"),
        ("al-Tamimi", "the al-<Tamimi> house", "the al-Tamimi house"),
        ("Jae-min", "Kim <Jae> Min left", "Kim Jae-min left"),
        ("Guoqiang", "Chen <Guo> Qiang left", "Chen Guoqiang left"),
        ("van der Zee", "Pieter van <Zee> left", "Pieter van der Zee left"),
        ("Omar Said Tamimi", "Omar Said <Omar Said Tammimi>", "Omar Said Omar Said Tamimi"),
        ("Ahmad", "A <Ahmed> left", "A Ahmad left"),
        ("Tamimi", "Omar <Tammimi> left", "Omar Tamimi left"),
        ("Ottawa", "Al <Otawa>", "Al Ottawa"),
        ("Mc Allister", "He. Mc <Allister>", "He. Mc Allister"),
    ],
)
def test_a_form_fits_between_its_neighbours(form, prose, after):
    assert _fitted(form, prose) == after


@pytest.mark.parametrize("gap", ["\n", "\u2060", "\u2060 \u2060"])
def test_no_line_end_and_no_markup_is_swallowed(gap):
    assert _fitted("McAllister", f"Fiona Mc{gap}<Allister> left") is None


@given(st.text(st.sampled_from("aAlMmc '-’.\n\u2060")), st.integers(0, 8), st.integers(1, 5))
def test_a_fit_covers_its_place_and_its_form_is_a_part_of_what_was_asked(prose, start, length):
    span = Span(min(start, len(prose)), min(start + length, len(prose)))
    fit = fitted("Omar al-Malla McAl", prose, span)
    assert fit is None or (fit.span.covers(span) and fit.form in "Omar al-Malla McAl" and fit.form)
    assert fitted("Omar", "x", Span(0, 1)) == Fit(Span(0, 1), "Omar")
