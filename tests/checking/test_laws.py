"""What holds of every check, whatever the draft."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.checking.check_settings import Settings
from canonym.checking.engine import check, examine, survey
from canonym.checking.fixes.apply_fixes import apply
from canonym.checking.rules import RULES
from english import parse_document

WORDS = (
    *("Ahmad", "Shah", "Chah", "Massoud", "Masoud", "Masood", "Amrullah", "Saleh", "Salih", "Barham"),
    *("Panjshir", "Punjir", "Panjshīr", "PANJSHIR", "Taliban", "Talibs", "Barzani", "Kowalski", "Kowalsky"),
    *("anti-Taliban", "anti-Tibetan", "anti-taliban", "Masoud's", "Masoud-led", "Salih’s", "MASOUD"),
    *("the", "valley", "of", "leads", "fighters", "wrote", "a", "letter", "The", "In", "son", "now", "and"),
    *(".", ",", "“", "”", '"', "\n\n", "# ", "`", "**", "(", ")", ":", "<!--", "-->"),
)
DRAFTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
SETTINGS = Settings()


@given(draft=DRAFTS)
def test_findings_are_sorted_disjoint_and_quote_the_draft(index, draft):
    found = check(parse_document("draft.md", draft), index, SETTINGS)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for finding in found:
        assert finding.span.of(draft) == finding.text != ""
        assert finding.text not in finding.suggestions
        assert 0 <= finding.confidence <= 1
        assert finding.rule in RULES
        assert "\n" not in finding.message


@given(draft=DRAFTS)
def test_checking_twice_is_checking_once(index, draft):
    document = parse_document("draft.md", draft)
    found = check(document, index, SETTINGS)
    assert check(document, index, SETTINGS) == found
    assert examine(document, index, SETTINGS) == (found, survey(document, index))


EDITS = st.lists(
    st.tuples(st.integers(0, 200), st.integers(0, 40), st.lists(st.sampled_from(WORDS), max_size=4)),
    max_size=5,
)


@given(draft=DRAFTS, edits=EDITS)
def test_what_is_remembered_of_earlier_drafts_changes_no_finding(index, draft, edits):
    for at, length, new in edits:
        examine(parse_document("draft.md", draft), index, SETTINGS)
        draft = draft[:at] + " ".join(new) + draft[at + length :]
    document = parse_document("draft.md", draft)
    warm = examine(document, index, SETTINGS)
    index.memory.clear()
    assert examine(document, index, SETTINGS) == warm


@given(draft=DRAFTS)
def test_when_all_safe_fixes_are_applied_none_is_left(index, draft):
    def safe(text: str):
        found = check(parse_document("draft.md", text), index, SETTINGS)
        return [f.edit for f in found if f.safe and f.edit]

    assert safe(apply(draft, safe(draft))) == []


@given(draft=DRAFTS)
@pytest.mark.parametrize("rule", [r for r in RULES if r != "unused-suppression"])
def test_a_rule_selected_alone_gives_findings_of_its_own_alone(index, rule, draft):
    found = check(parse_document("draft.md", draft), index, Settings(select=(rule,)))
    assert {f.rule for f in found} <= {rule}


@given(text=st.text())
def test_any_text_at_all_can_be_checked(index, text):
    found = check(parse_document("draft.txt", text), index, SETTINGS)
    assert [f.span.of(text) for f in found] == [f.text for f in found]
