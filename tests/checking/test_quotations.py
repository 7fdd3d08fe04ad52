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


NOT_QUOTED_BY_MARKUP = (
    ("a.html", "<p><q>No.</q> Kiew fell.</p><p title='<q>'>"),
    ("a.html", "<blockquote>No.</blockquote> Kiew fell."),
    ("a.html", "</q><!-- <q> --> Kiew <code><q></code>"),
    ("a.txt", "> Kiew fell."),
    ("a.md", "> No.\n\nKiew fell."),
    ("a.md", "5 > 4 in Kiew"),
    ("a.md", "- <q>No.</q> Kiew"),
    ("a.rst", "He said:\n\n   No.\n\nKiew fell."),
    ("a.rst", "- No.\n\n  Kiew fell."),
    ("a.rst", ".. note::\n\n   No.\n\n   Kiew fell."),
    ("a.rst", "Word\n   Kiew fell.\n\n   Kiew."),
    ("a.rst", ":Place:\n\n   Kiew"),
    ("a.adoc", "[quote]\nNo.\n\nKiew"),
    ("a.adoc", "____\nNo.\n____\nKiew"),
    ("a.adoc", "--\nKiew\n--"),
    ("a.tex", r"\enquote{No.} Kiew"),
    ("a.tex", r"\begin{quote}No.\end{quote} Kiew \emph{\enquote{"),
    ("a.tex", r"% \begin{quote}" "\nKiew"),
)
QUOTED_BY_MARKUP = (
    ("a.html", "<p>He said: <Q lang=de>Kiew <i>fell.</i></Q>"),
    ("a.html", "<blockquote cite=x><p>No.<p>Kiew</blockquote>"),
    ("a.html", "<blockquote><q>No.</q> Kiew</blockquote>"),
    ("a.html", "<p><q>Kiew"),
    ("a.md", "> No, or\n> in Kiew."),
    ("a.md", "> No, or\nin Kiew."),
    ("a.md", "- a\n\n  > - Kiew"),
    ("a.md", "He said <q>Kiew</q>."),
    ("a.rst", "He said:\n\n   No.\n\n   Kiew fell."),
    ("a.rst", "- No.\n\n     Kiew fell."),
    ("a.rst", ".. epigraph::\n\n   Kiew fell."),
    ("a.rst", ".. note::\n\n   No.\n\n      Kiew fell."),
    ("a.adoc", "[quote, Gogol]\nOf Kiew"),
    ("a.adoc", "[quote]\n--\nNo.\n\nKiew\n--"),
    ("a.adoc", "____\nNo.\n\nKiew\n____"),
    ("a.adoc", '""\nKiew\n""'),
    ("a.adoc", "> Kiew"),
    ("a.tex", r"\enquote*{Of \emph{old} Kiew}"),
    ("a.tex", r"\foreignquote{german}[x]{Kiew}"),
    ("a.tex", r"\begin{quotation}\begin{quote}No.\end{quote}Kiew\end{quotation}"),
)


@pytest.mark.parametrize(("path", "text"), NOT_QUOTED_BY_MARKUP)
def test_a_word_outside_of_what_markup_quotes_is_not_quoted(path, text):
    assert not _is_quoted(text, path)


@pytest.mark.parametrize(("path", "text"), QUOTED_BY_MARKUP)
def test_a_word_that_markup_quotes_is_quoted(path, text):
    assert _is_quoted(text, path)


@pytest.mark.parametrize("text", ['**"Kiew"** fell.', "He said *“Kiew fell.”*"])
def test_markup_beside_a_mark_says_nothing(text):
    assert _is_quoted(text, "a.md")


@pytest.mark.parametrize("path", ["a.html", "a.md", "a.rst", "a.adoc", "a.tex"])
@given(text=st.text('a \n>-_"<q>/{}.:'))
def test_whatever_the_markup_quotations_are_in_order_and_within_the_text(path, text):
    spans = quotations(parse_document(path, text))
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@given(st.text("a \n\"'“”„«»‹›‘’‚,-–「」`\ufffc"))
def test_quotations_are_in_order_and_within_the_text(text):
    spans = quotations(parse_document("a.txt", text))
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


def _is_quoted(text, path="a.txt"):
    at = text.index("Kiew")
    return any(span.start <= at < span.end for span in quotations(parse_document(path, text)))
