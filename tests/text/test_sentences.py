"""Sentences: where they end, where a capital says nothing, and what is a headline."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.sentencebreak import SentenceBreak, sentence_break

from canonym.text import sentences as parting
from canonym.text.scripts.sentence_signs import SENTENCE_ENDS
from canonym.text.sentence_ends import is_joined, stop_patterns
from canonym.text.sentences import Sentence, sentences
from canonym.text.span import Span
from english import ENGLISH, parse_document


def split(text: str, name: str = "draft.txt") -> list[str]:
    return [s.span.of(text).strip() for s in _sentences(text, name)]


def _sentences(text: str, name: str = "draft.txt") -> list[Sentence]:
    return list(sentences(parse_document(name, text)))


@pytest.mark.parametrize(
    "text",
    [
        "The envoy of the town met Mr. Karim and Dr. Haddad in the old port.",
        "Gen. Orlov died on Sept. 9 in a hospital.",
        "He wrote about J. R. Halder at length.",
        "The U.S. Army left the valley.",
        "It came at 8 a.m. on a cold day.",
        "See No. 5 and Fig. 3 of the report.",
        "It rose by 3.5 percent.",
        "PARIS: The minister spoke.",
        "The site example.com is down, they said",
        "He works for the E.ON group.",
    ],
)
def test_a_stop_inside_a_sentence_ends_none(text):
    assert split(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "He left.|She came.",
        "What?|Yes!|He went…|She stayed.",
        "He said “Go.”|Then he left.",
        "“Go!”|he said.|“Stay.”",
        "(He left.)|She came.",
        "She said no.|Nobody heard.",
        "He came on Sept. 9.|It rained.",
        "„Geh!“|sagte er.|»Bleib.«|Sie blieb.",
    ],
)
def test_a_stop_at_the_end_of_a_sentence_ends_it(text):
    assert split(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    ["He left.|She came.", "Она ушла!|Он пришёл.", "Οδηγεί.|Έρχεται.", "Došel.|Čekal.", "Նա եկավ.|Նա գնաց"],
)
def test_a_capital_that_touches_a_stop_begins_a_sentence(text):
    assert split(text.replace("|", "")) == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "第一句。|第二句！|第三句？|「走。」|他说。",
        "مات الرجل؟| نعم.| انتهى",
        "مات الرجل.\u200f| نعم!\u200f| انتهى",
        "وہ آیا۔| وہ گیا۔",
        "वह आया।| वह गया॥| क्या?| हाँ!",
        "ሰላም ነው።| ደህና ነው፧| አዎ",
        "အောင်ဆန်း လာသည်။|ရန်ကုန် မြို့။",
        "គាត់មក។|គាត់ទៅ។",
        "Նա եկավ։| Նա գնաց։",
    ],
)
def test_the_stops_of_every_script_end_sentences(text):
    assert split(text.replace("|", "")) == [part.strip() for part in text.split("|")]


@pytest.mark.parametrize("text", ["ایم۔اے پاس", "第３．５节", "शहर में १.५ लाख"])
def test_a_sign_inside_a_figure_or_an_abbreviation_ends_none(text):
    assert split(text) == [text]


def test_all_signs_that_unicode_calls_ends_of_sentences_are_known():
    ends = (SentenceBreak.STERM, SentenceBreak.ATERM)
    found = {sign for sign in map(chr, range(0x110000)) if sentence_break(sign) in ends}
    assert set(SENTENCE_ENDS) - {"…"} == found


def test_a_paragraph_ends_a_sentence():
    assert split("The old port\n\nof the town", "draft.md") == ["The old port", "of the town"]
    assert split("The old port\nof the town", "draft.md") == ["The old port\nof the town"]


def opening(text: str) -> list[str]:
    return [t.text for s in _sentences(text) for t, opens in zip(s.tokens, s.opens, strict=True) if opens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister met Karim.", ["The"]),
        ("He said: The port is closed.", ["He", "The"]),
        ("He said “The port is closed” twice.", ["He", "The"]),
        ("The port (Old Town) is closed.", ["The", "Old"]),
        ("They met – Karim spoke – at noon.", ["They", "Karim", "at"]),
        ("Er sagte: „Gehen wir“, ¿Quién es?", ["Er", "Gehen", "Quién"]),
        ("The anti-Karim crowd met on/off Karim-led boats.", ["The"]),
    ],
)
def test_a_capital_may_be_due_to_its_place(text, expected):
    assert opening(text) == expected


def titled(text: str, name: str = "draft.txt") -> list[bool]:
    return [s.titled for s in _sentences(text, name)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister of the town met Karim Haddad at the port.", [False]),
        ("PARIS: The minister spoke of the port.", [False]),
        ("Mr. Karim met Dr. Haddad.", [False]),
        ("“Leyla Haddad thanked Omar Karim.”", [False]),
        ("Leyla Haddad Thanks Omar Karim.", [True]),
        ("Minister Returns to the Valley After a Long Winter", [True]),
        ("MINISTER RETURNS TO THE VALLEY", [True]),
        ("Minister Returns to the Valley\n\nHe came back in a car.", [True, False]),
    ],
)
def test_a_headline_is_known_by_its_capitals(text, expected):
    assert titled(text) == expected


def test_a_short_heading_says_nothing_by_its_capitals():
    assert titled("# Old Port\n\nThe old port of the town.\n", "draft.md") == [True, False]


@given(st.text(st.sampled_from("Ab c.!?”“:\n'(-5")))
def test_sentences_are_in_order_and_hold_their_tokens(text):
    found = _sentences(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for sentence in found:
        assert len(sentence.tokens) == len(sentence.opens) > 0
        assert all(sentence.span.covers(token.span) for token in sentence.tokens)


@given(st.text(st.sampled_from("Ab c.!?”“:\n'(-5")))
def test_no_word_of_a_block_is_lost(text):
    document = parse_document("draft.txt", text)
    in_sentences = [t.text for s in sentences(document) for t in s.tokens]
    assert "".join(in_sentences).count("b") == text.count("b")


OPENERS = "“\"«‘'(:–—-[•*>|/…;"
PIECES = st.lists(
    st.sampled_from((*OPENERS, " ", "\u00a0", "\u2060", "\t", ",", "A", "Bo", "c", "3", "O'Neil"))
)


@given(PIECES.map("".join))
def test_a_capital_is_due_first_and_behind_marks_that_do_not_join(text):
    for sentence in _sentences(text):
        for index, (token, opens) in enumerate(zip(sentence.tokens, sentence.opens, strict=True)):
            before = text[sentence.span.start : token.start]
            left = before.rstrip(" \t\u00a0\u2060")
            joined = left == before and left.endswith(("-", "/"))
            assert opens is (index == 0 or (left.endswith(tuple(OPENERS)) and not joined))


@given(st.text(st.sampled_from("Ab !?…。”\"“)\n'")))
def test_the_quick_way_to_stops_finds_all_of_them(text):
    found = stop_patterns(text, 0, len(text)).stop.finditer(text)
    ends = [stop.end() for stop in found if not is_joined(text, stop[0][0], stop.end())]
    assert [span.end for span in parting.split(text, Span(0, len(text)), ENGLISH)] == [*ends, len(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He left Kabul.¹ They stayed.", "draft.txt"),
        ("He left Kabul.”²³ They stayed.", "draft.txt"),
        ("He left Kabul.† They stayed.", "draft.txt"),
        ("**He left Kabul.** They stayed.", "draft.md"),
        ("He left Kabul.[^1] They stayed.\n\n[^1]: So he said.", "draft.md"),
        ("<p>He left <em>Kabul.</em> They stayed.</p>", "draft.html"),
    ],
)
def test_marks_behind_a_stop_hide_no_end_of_a_sentence(text, name):
    assert "They" in [sentence.split()[0] for sentence in split(text, name)]
