from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.checking.finding import Edit, Finding, Severity
from canonym.checking.fixes.apply_fixes import apply, select
from canonym.text.span import Span

TEXT = "Ana Lindquist came to Harogate."


def finding(start: int, end: int, *suggestions: str, safe: bool = True, confidence: float = 1.0) -> Finding:
    return Finding(
        rule="variant-name",
        span=Span(start, end),
        text=TEXT[start:end],
        message="",
        severity=Severity.WARNING,
        confidence=confidence,
        suggestions=suggestions,
        safe=safe,
    )


ANA = finding(0, 3, "Anna")
WHOLE = finding(0, 13, "Anna Lindqvist")
TOWN = finding(22, 30, "Harrogate", safe=False)


@pytest.mark.parametrize(
    ("findings", "unsafe", "fixed"),
    [
        ([], True, TEXT),
        ([TOWN], False, TEXT),
        ([finding(0, 3)], True, TEXT),
        ([finding(0, 3, "Ana", "Anna")], True, TEXT),
        ([ANA], False, "Anna Lindquist came to Harogate."),
        ([TOWN, ANA], True, "Anna Lindquist came to Harrogate."),
        ([ANA, WHOLE], False, "Anna Lindqvist came to Harogate."),
        ([finding(0, 3, "Hanna", confidence=0.5), ANA], False, "Anna Lindquist came to Harogate."),
        ([finding(0, 6, "x"), finding(3, 9, "y")], False, "xndquist came to Harogate."),
    ],
)
def test_select_and_apply(findings: list[Finding], unsafe: bool, fixed: str) -> None:
    assert apply(TEXT, select(findings, unsafe=unsafe)) == fixed
    assert apply(TEXT, select(findings[::-1], unsafe=unsafe)) == fixed


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 3), "a"), Edit(Span(2, 4), "b")],
        [Edit(Span(0, 3), "a"), Edit(Span(0, 3), "b")],
        [Edit(Span(30, 32), "a")],
    ],
)
def test_edits_that_would_spoil_the_text_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlaps another or lies outside"):
        apply(TEXT, edits)


SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(*sorted(ends)))
FINDINGS = st.lists(
    st.builds(
        lambda span, new, safe, confidence: finding(*span, new, safe=safe, confidence=confidence),
        SPANS,
        st.text("ab ", max_size=4),
        st.booleans(),
        st.sampled_from([0.5, 0.9]),
    ),
    max_size=8,
)


@given(FINDINGS, st.booleans(), st.randoms())
def test_selected_edits_are_ordered_and_disjoint_whatever_the_order(findings, unsafe, random) -> None:
    edits = select(findings, unsafe=unsafe)
    assert all(one.span.end <= other.span.start for one, other in pairwise(edits))
    shuffled = random.sample(findings, len(findings))
    assert select(shuffled, unsafe=unsafe) == edits


@given(FINDINGS)
def test_applied_edits_stand_in_the_text_and_nothing_else_changes(findings) -> None:
    edits = select(findings, unsafe=True)
    fixed, shift = apply(TEXT, edits), 0
    for edit in edits:
        start = edit.span.start + shift
        assert fixed[start : start + len(edit.text)] == edit.text
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    assert len(fixed) == len(TEXT) + shift
    untouched = apply(TEXT, [Edit(edit.span, "") for edit in edits])
    assert untouched == "".join(
        c for at, c in enumerate(TEXT) if not any(e.span.covers(Span(at, at + 1)) for e in edits)
    )


@given(FINDINGS)
def test_fixing_twice_is_fixing_once(findings) -> None:
    edits = select(findings, unsafe=True)
    fixed = apply(TEXT, edits)
    again = [Edit(span, span.of(fixed)) for span in _places_after(edits)]
    assert apply(fixed, again) == fixed


def _places_after(edits: tuple[Edit, ...]) -> list[Span]:
    places, shift = [], 0
    for edit in edits:
        start = edit.span.start + shift
        places.append(Span(start, start + len(edit.text)))
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    return places
