"""What is printed of files: people's writing as it is, and nothing that anybody would obey."""

import json
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from canonym.text.printable import escaped_in_json, printable

INVISIBLE = frozenset("\u200b\u200e\u200f\u061c\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\xad")


@pytest.mark.parametrize(
    "text",
    [
        "drafts/Müller & Søn (2).txt",
        "نوشته\u200cها.txt",  # Persian: a plural, with the joiner that belongs into it
        "क्\u200dष.txt",  # Hindi: a half form
        "משה.txt",
        "أحمد شاه مسعود",
        "\U0001f469\u200d\U0001f4bb.md",  # a woman at a computer, of two emoji
        "a\u00a0b",
        "東京\u3000大学",
        "std::vector, 12:30::15, # heading, ## heading, ##",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\r\tc", r"a\nb\r\tc"),
        ("\x1b[2J\x07", r"\x1b[2J\x07"),
        ("\x9b31m\x7f", r"\x9b31m\x7f"),
        ("txt.\u202egpj", r"txt.\u202egpj"),
        ("\u2066a\u2069", r"\u2066a\u2069"),
        ("Mas\u200dsoud \u200c", r"Mas\u200dsoud \u200c"),  # joiners that join nothing
        ("Mas\u200bsoud\ufeff\xad", r"Mas\u200bsoud\ufeff\xad"),
        ("\u2028::error::x", r"\u2028::error::x"),
        ("caf\udce9", r"caf\udce9"),
        ("\U000e0041", r"\U000e0041"),
        ("::error::x", r"\x3a:error::x"),
        ("  ::add-mask::x", r"  \x3a:add-mask::x"),
        ("a ##vso[task.complete]", r"a #\x23vso[task.complete]"),
        ("##teamcity[buildStop]", r"#\x23teamcity[buildStop]"),
        ("###[group]", r"##\x23[group]"),
    ],
)
def test_what_would_be_obeyed_is_written_out(text: str, shown: str) -> None:
    assert printable(text) == shown


TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("\n\x1b\u202e\u200d#:[vso")))


@given(TEXTS)
@example("\u200d" * 3)
def test_no_text_holds_a_control_character_or_begins_a_command(text: str) -> None:
    shown = printable(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert not INVISIBLE.intersection(shown)
    assert not shown.lstrip().startswith("::")
    assert "##[" not in shown
    assert "##vso[" not in shown
    assert len(shown.splitlines()) <= 1


@given(TEXTS)
def test_doing_it_twice_changes_nothing(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@given(TEXTS)
def test_json_says_the_same(text: str) -> None:
    assert json.loads(printable(json.dumps(text, ensure_ascii=False), escaped_in_json)) == text
