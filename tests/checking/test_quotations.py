"""What stands in quotation marks, of any language and of any kind of typing."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.english import parse_document

from canonym.checking.quotations import quotations

NOT_QUOTED = (
    "Kiew fiel.",
    "It's Kiew's army, and the Russians' fleet.",
    'A pipe of 5" runs to Kiew.',
    "She said Kiew fell.” And then silence.",
    "'Tis Kiew.",
    "rock 'n roll in Kiew",
    "Er kam – aus Kiew – zurück.",
    "- Kiew is a point of a list",
    "“Yes.” Kiew fell. “No.”",
    "„Ja.“ Kiew fiel. „Nein.“",
    "»Ja.« Kiew fiel. »Nein.«",
    "« Oui. » Kiew tomba. « Non. »",
    "»Kyllä.» Kiew kaatui. »Ei.»",
    "„Tak.” Kiew upadł. „Nie.”",
    ',,Tak." Kiew upadł. ,,Nie."',
    '"Yes." Kiew fell. "No."',
    "``Yes.'' Kiew fell. ``No.''",
    "‘Yes.’ Kiew fell. ‘No.’",
    "‚Ja.‘ Kiew fiel. ‚Nein.‘",
    "「はい」Kiew「いいえ」",
)
QUOTED = (
    "“Kiew fell.”",
    "“Kiew fell, said he.",
    "„Kiew fiel“, sagte er.",
    "Er sagte: »Kiew fiel.«",
    "Er sagte: ›Kiew fiel.‹",
    "Er sagte: ‚Kiew fiel.‘",
    "»Er sagte ›nein‹ in Kiew«, hieß es.",
    "Hän sanoi: »Kiew kaatui.»",
    "Hän sanoi: ”Kiew kaatui.”",
    "Il dit : « Kiew tomba. »",
    'Mówił: ,,Kiew upadł".',
    "Mówił: „Kiew upadł”.",
    "``Kiew fell,'' he said.",
    "He said 'Kiew fell', and left.",
    "He said ‘Kiew fell’, and left.",
    "He said ‘the Russians’ fleet left Kiew’.",
    '("Kiew fell")',
    '5" of rain. "Kiew fell"',
    "— Kiew upadł — powiedział.",
    "– Kiew fällt, sagte er.",
    "「Kiew」",
    "『Kiew』",
    "《Kiew》",
)


@pytest.mark.parametrize("text", NOT_QUOTED)
def test_a_word_outside_is_not_quoted(text):
    assert not _is_quoted(text)


@pytest.mark.parametrize("text", QUOTED)
def test_a_word_inside_is_quoted(text):
    assert _is_quoted(text)


@pytest.mark.parametrize("text", ['**"Kiew"** fell.', "He said *“Kiew fell.”*"])
def test_markup_beside_a_mark_says_nothing(text):
    assert _is_quoted(text, "a.md")


@given(st.text("a \n\"'“”„«»‹›‘’‚,-–「」`\ufffc"))
def test_quotations_are_in_order_and_within_the_text(text):
    spans = quotations(parse_document("a.txt", text))
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def _is_quoted(text, path="a.txt"):
    at = text.index("Kiew")
    return any(span.start <= at < span.end for span in quotations(parse_document(path, text)))
