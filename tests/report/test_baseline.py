"""Known findings stay known when lines move and sentences are edited, and nothing else becomes known."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.checking.finding import ConceptRef, Finding, Severity
from canonym.report.baseline import BaselineError, Entry, compare, dump, entry, parse, update
from canonym.report.finding_places import place_findings
from canonym.report.report import Reported, Standing
from canonym.text.span import Span
from english import parse_document

DRAFT = "The Punjir valley held. Nobody spoke.\n\nLater the Punjir road was shut.\n"


def found(text: str, form: str = "Punjir", path: str = "a.txt") -> tuple[Reported, ...]:
    """Findings on every place of ``form``."""
    findings, at = [], text.find(form)
    while at >= 0:
        span = Span(at, at + len(form))
        findings.append(
            Finding(
                "variant-name", span, form, "m", Severity.ERROR, concept=ConceptRef("panjshir", "Panjshir")
            )
        )
        at = text.find(form, at + 1)
    return place_findings(parse_document(path, text), findings)


def known(text: str) -> tuple[Entry, ...]:
    """The baseline that knows all of a draft."""
    return parse(dump(map(entry, found(text))), "baseline.json")


def standings(text: str, baseline: Iterable[Entry]) -> list[str]:
    marked, _ = compare(found(text), tuple(baseline), {"a.txt"})
    return [str(r.standing) for r in marked]


def test_everything_is_new_to_an_empty_baseline() -> None:
    assert standings(DRAFT, ()) == ["new", "new"]


@pytest.mark.parametrize(
    "edited",
    [
        DRAFT,
        "A new first line.\n\n" + DRAFT,
        DRAFT.replace("\n\n", "\n\nA paragraph between, of two sentences. Yes.\n\n"),
        DRAFT.replace("Nobody spoke.", "Everybody spoke at once."),
        DRAFT.replace("held. Nobody", "held.\nNobody"),
        DRAFT.replace("\n", "\r\n"),
        DRAFT.replace("The Punjir valley held.", "The  Punjir valley held."),
    ],
    ids=["same", "moved", "parted", "neighbour", "rewrapped", "line ends", "spaces"],
)
def test_what_leaves_the_sentence_alone_leaves_a_finding_known(edited: str) -> None:
    assert standings(edited, known(DRAFT)) == ["unchanged", "unchanged"]


def test_words_edited_beside_a_finding_do_not_bring_it_back() -> None:
    edited = DRAFT.replace("valley held", "valley, far away, held")
    assert standings(edited, known(DRAFT)) == ["updated", "unchanged"]


def test_one_more_is_new() -> None:
    edited = DRAFT + "\nAt last, Punjir again.\n"
    assert standings(edited, known(DRAFT)) == ["unchanged", "unchanged", "new"]


def test_the_same_sentence_once_more_is_new() -> None:
    edited = "The Punjir valley held. " + DRAFT
    assert sorted(standings(edited, known(DRAFT))) == ["new", "unchanged", "unchanged"]


def test_another_spelling_is_new() -> None:
    marked, stale = compare(found(DRAFT.replace("Punjir", "Panjir"), "Panjir"), known(DRAFT), {"a.txt"})
    assert [r.standing for r in marked] == [Standing.NEW] * 2
    assert [s.text for s in stale] == ["Punjir"] * 2


def test_what_was_mended_is_stale() -> None:
    fixed = DRAFT.replace("Punjir road", "Panjshir road")
    marked, stale = compare(found(fixed), known(DRAFT), {"a.txt"})
    assert [r.standing for r in marked] == [Standing.KNOWN]
    assert [s.fingerprint for s in stale] == [found(DRAFT)[1].fingerprint]


def test_a_draft_that_was_not_checked_has_no_stale_entries() -> None:
    assert compare((), known(DRAFT), {"b.txt"}) == ((), ())


def test_an_update_keeps_what_is_known_of_other_drafts() -> None:
    old = known(DRAFT)
    other = found(DRAFT, path="b.txt")
    assert set(update(old, other, {"b.txt"})) == {*old, *map(entry, other)}
    assert update(old, (), {"a.txt"}) == ()


def test_a_baseline_is_sorted_an_entry_a_line() -> None:
    entries = [*map(entry, found(DRAFT, path="b.txt")), *known(DRAFT)]
    text = dump(entries)
    assert dump(reversed(entries)) == text
    assert sum('"fingerprint"' in line for line in text.splitlines()) == 4
    assert [e.path for e in parse(text, "x")] == ["a.txt", "a.txt", "b.txt", "b.txt"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "old.json:1: is no JSON"),
        ('{"version": 1,\n  oops', "old.json:2: is no JSON"),
        ("[]", "old.json: version: is no baseline of version 1"),
        ('{"version": 9, "findings": []}', "old.json: version: is no baseline of version 1"),
        ('{"version": 1}', "old.json: findings: each entry needs"),
        ('{"version": 1, "findings": [{"rule": "x"}]}', "old.json: findings: each entry needs"),
    ],
)
def test_what_is_no_baseline_is_refused_with_a_remedy(text: str, said: str) -> None:
    with pytest.raises(BaselineError) as refused:
        parse(text, "old.json")
    assert str(refused.value).startswith(said)
    assert str(refused.value).endswith("; or delete old.json, then run --update-baseline again")


PARAGRAPHS = st.lists(
    st.sampled_from(["Punjir fell.", "All was calm.", "The Punjir road.", "Punjir fell."]), max_size=6
)


@given(PARAGRAPHS, PARAGRAPHS)
def test_no_line_number_and_no_order_of_paragraphs_matters(before: list[str], after: list[str]) -> None:
    one, other = "\n\n".join(before + after), "\n\n".join(after + before)
    assert {r.fingerprint for r in found(one)} == {r.fingerprint for r in found(other)}


@given(PARAGRAPHS)
def test_fingerprints_are_unique(paragraphs: list[str]) -> None:
    prints = [r.fingerprint for r in found("\n\n".join(paragraphs))]
    assert len(set(prints)) == len(prints)


@given(PARAGRAPHS, PARAGRAPHS)
def test_as_many_are_known_as_were_known_and_are_there(old: list[str], new: list[str]) -> None:
    baseline, now = known("\n\n".join(old)), found("\n\n".join(new))
    marked, stale = compare(now, baseline, {"a.txt"})
    fresh = sum(r.standing is Standing.NEW for r in marked)
    assert fresh == max(0, len(now) - len(baseline))
    assert len(stale) == max(0, len(baseline) - len(now))
