"""What holds for every parser, whatever the text."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from canonym.text.document import FILLER, HIDDEN, JOINER, Document, visible_text
from canonym.text.formats import FORMATS
from canonym.text.lines import LineIndex, Place
from canonym.text.markup.front_matter import find_front_matter
from canonym.text.sentences import sentences
from english import parse_document

SPACES = ["\n", "\r", "\r\n", "\n\n", "\t", " ", "  ", "    ", "\u2028", "\x0c", "\0", "\ufeff", "\ud800"]
WORDS = ["Anna", "Lindqvist", "é", "𝒜", "पुल", "https://a.org/", "a@b.org", "canonym: off", "[sic]"]
SIGNS = list("*_`~<>[](){}!#-+=|\\/&.;:'\"@^$%,0123456789")
LINES = [
    *("---", "+++", "=====", "*****", "~~~~~", "^^^^^", "////", "....", "++++", "::", "|===", "--"),
    *(".. note::", ".. code:: x", ".. |a| image:: b", ".. _a:", ":field: Anna", "|--|--|", "|a|b|", "|-|-|"),
    *("00:01.000 --> 00:02.000", "WEBVTT", "STYLE", "NOTE Anna", "1", "00:00:01,000 --> 00:00:02,000"),
    *("key = '''", "[table]", "title:", "- a: |", "  > x", "%YAML 1.2", "...", "&a *a", "key = 1979-05-27"),
    *(
        "diff --git a b",
        "# Please enter",
        "# -------- >8 --------",
        "[source]",
        "image::a[b]",
        "include::a[]",
    ),
    *(
        "\\begin{verbatim}",
        "\\end{verbatim}",
        "\\begin{equation}",
        "\\end{equation}",
        "\\section{Anna}",
        "\\[",
    ),
]
MARKS = [
    *("```", "~~~", "- ", "1. ", "> ", "# ", "[a](b)", "[^1]", "[^1]: ", "[a]: b", "!["),
    *("<p>", "</p>", "<br>", "<em>", "<code>", "</code>", "<script>", "</script>", "<!--", "-->", "<a b='"),
    *(
        "&nbsp;",
        "&amp;",
        "&eacute;",
        "&#39;",
        "&rsquo;",
        "&#x2011;",
        "&#49",
        "&shy;",
        "''",
        "\\'e",
        "{\\ss}",
        "{{",
        "}}",
        "{%",
        "%}",
        ":ref:`",
        "`_",
        "``",
        ".. ",
        "__",
        "|a|",
        "[[a]]",
        "<<a>>",
    ),
    *("\\emph{", "\\ref{a}", "\\verb|", "\\%", "$$", "\\(", "\\)", "\\]", "\\\\", "\\item ", "% "),
    *(
        "xref:a[",
        "'''",
        '"""',
        '{"a": "',
        '", "',
        '"}',
        "\\n",
        "\\u00e9",
        '\\"',
        "<00:01>",
        "<v Anna>",
        "{\\i1}",
    ),
]
PIECES = [*SPACES, *WORDS, *SIGNS, *(line + "\n" for line in LINES), *MARKS]
# A mark of ours in the text itself could not be told from what we hid.
CHARACTERS = st.characters(exclude_characters=HIDDEN + JOINER + FILLER)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(CHARACTERS, max_size=200)
KEYS = ("**",)


@pytest.mark.parametrize("name", FORMATS)
@given(text=TEXTS)
def test_prose_is_the_text_where_nothing_is_hidden(name: str, text: str) -> None:
    document = parse_document("", text, name, KEYS)
    prose = document.prose
    assert len(prose) == len(text)
    read = {at for span, _ in document.markup.references for at in range(*span)}
    pairs = enumerate(zip(prose, text, strict=True))
    assert all(at in read or shown in (char, HIDDEN, JOINER) for at, (shown, char) in pairs)


@pytest.mark.parametrize("name", FORMATS)
@example(text='\\"0')
@example(text="a\\'{e1}")
@given(text=TEXTS)
def test_references_are_what_they_stand_for_and_no_word_ends_within_one(name: str, text: str) -> None:
    document = parse_document("", text, name, KEYS)
    inside = {at for span, _ in document.markup.references for at in range(span.start + 1, span.end)}
    for span, meant in document.markup.references:
        assert any(block.span.covers(span) for block in document.markup.blocks)
        assert visible_text(span.of(document.prose)) == meant
    for sentence in sentences(document):
        assert not any(token.start in inside or token.end in inside for token in sentence.tokens)


@pytest.mark.parametrize("name", FORMATS)
@given(text=TEXTS)
def test_blocks_and_masks_are_in_order(name: str, text: str) -> None:
    markup = parse_document("", text, name, KEYS).markup
    blocks = [block.span for block in markup.blocks]
    masks = [mask.span for mask in markup.masks]
    for spans in (blocks, masks):
        assert all(start < end for start, end in spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(any(block.covers(mask) for block in blocks) for mask in masks)
    assert all(0 <= start <= end <= len(text) for start, end in (*markup.comments, *blocks))


@pytest.mark.parametrize("name", FORMATS)
@given(text=TEXTS)
def test_every_block_has_something_to_read(name: str, text: str) -> None:
    document = parse_document("", text, name, KEYS)
    for block in document.markup.blocks:
        assert (
            block.span.of(document.prose).replace(HIDDEN, "").replace(JOINER, "").replace(FILLER, "").strip()
        )


@pytest.mark.parametrize("name", FORMATS)
@given(text=TEXTS)
def test_line_ends_make_no_difference(name: str, text: str) -> None:
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    dos = unix.replace("\n", "\r\n")
    assert _lines(parse_document("", unix, name, KEYS)) == _lines(parse_document("", dos, name, KEYS))


@given(text=TEXTS)
def test_places_and_offsets_round_trip(text: str) -> None:
    lines = LineIndex(text)
    for offset in range(len(text) + 1):
        place = lines.place(offset)
        assert lines.offset(place) == offset or text[offset - 1 : offset + 1] == "\r\n"
        assert lines.line(place.line).start <= offset
    assert lines.offset(Place(len(lines), 3)) == len(text)
    assert lines.offset(Place(len(lines) - 1, len(text) + 1)) == len(text)


@given(text=TEXTS)
def test_front_matter_stands_at_the_top(text: str) -> None:
    span = find_front_matter(text)
    assert span is None or span.of(text).strip("\ufeff")[:3] in ("---", "+++")


def _lines(document: Document) -> list[str]:
    return document.prose.replace("\r\n", "\n").split("\n")


NESTED = [
    *(
        "[",
        "{",
        "(",
        "<b>",
        "<!--",
        "- ",
        "> ",
        "* ",
        "? ",
        "_a_",
        "`",
        "$",
        '"',
        "'",
        '"""',
        "\\",
        "!",
        "&a ",
        "%",
    ),
    *(
        '{"a":',
        "a:\n ",
        "a.",
        "[[a",
        "a: [",
        "a: |\n",
        "&a [*a",
        "{a = [",
        "\\begin{a}",
        "\\emph{",
        ".. a::\n   ",
    ),
    *(
        "[a](",
        "![a](",
        "[^1]: ",
        "|a",
        "xref:a[",
        "====\n",
        "&#9999999999;",
        '"\\ud8',
        "<![CDATA[",
        "<v a>",
        "<<: *a\n",
    ),
]


@pytest.mark.parametrize("name", FORMATS)
def test_reading_never_fails_however_deep_a_text_is_nested(name: str) -> None:
    numbers = [f"a = {'7' * 5000}", f'{{"a": {"7" * 5000}}}', f"a: {'7' * 5000}", f"a: {'1:' * 3000}1"]
    for text in (*(opening * 3000 for opening in NESTED), *numbers, "[" * 3000 + "]" * 3000, "\0a" * 3000):
        assert len(parse_document("", text, name, KEYS).prose) == len(text)
