"""The text here is always the text in the editor, however the editor counts and whatever it edits."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, Range

from canonym.lsp.documents.positions import Encoding, SourceText
from canonym.text.span import Span

LINE_END = re.compile(r"\r\n|\n|\r")
PIECES = [
    "a",
    "Bo",
    " ",
    "\n",
    "\r",
    "\r\n",
    "é",
    "e\u0301",
    "\u2028",
    "\u2029",
    "\x85",
    "\f",
    "😀",
    "𝔘",
    "Ж",
    "中",
]
HALVES = ["\ud83d", "\ude00"]
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
broken_texts = st.lists(st.sampled_from(PIECES + HALVES), max_size=14).map("".join)


class EditorText:
    """A text as an editor keeps it: a list of code units."""

    def __init__(self, text: str, encoding: Encoding) -> None:
        self.encoding = encoding
        self.units = self.units_of(text)

    def units_of(self, text):
        if self.encoding is Encoding.UTF16:
            data = text.encode("utf-16-le", "surrogatepass")
            return [data[at : at + 2] for at in range(0, len(data), 2)]
        return list(text)

    @property
    def text(self):
        if self.encoding is Encoding.UTF16:
            return b"".join(self.units).decode("utf-16-le", "surrogatepass")
        return "".join(self.units)

    def part(self, start, end):
        units = self.units[start:end]
        if self.encoding is Encoding.UTF16:
            return b"".join(units).decode("utf-16-le", "surrogatepass")
        return "".join(units)

    def position(self, at):
        before = self.part(0, at)
        ends = list(LINE_END.finditer(before))
        column = before[ends[-1].end() :] if ends else before
        if self.encoding is Encoding.UTF8:
            return Position(len(ends), len(column.encode("utf-8", "surrogatepass")))
        return Position(len(ends), len(self.units_of(column)))

    def splits_line_end(self, at):
        return self.part(max(at - 1, 0), at).endswith("\r") and self.part(at, at + 1) == "\n"

    def replace(self, start, end, new):
        self.units[start:end] = self.units_of(new)
        self.units = self.units_of(self.text)


@pytest.mark.parametrize("encoding", list(Encoding))
@given(data=st.data())
def test_any_edits_keep_both_texts_equal(encoding, data):
    pool = broken_texts if encoding is Encoding.UTF16 else texts
    editor = EditorText(data.draw(pool), encoding)
    editor.replace(0, 0, "")
    ours = SourceText(editor.text, encoding)
    for _ in range(data.draw(st.integers(1, 4))):
        places = [at for at in range(len(editor.units) + 1) if not editor.splits_line_end(at)]
        start, end = sorted((data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))))
        new = data.draw(pool)
        ours = ours.edited(Range(editor.position(start), editor.position(end)), new)
        editor.replace(start, end, new)
        assert ours.text == editor.text
        fresh = SourceText(ours.text, encoding)
        assert [ours.line(n) for n in range(ours.line_count)] == [
            fresh.line(n) for n in range(fresh.line_count)
        ]


@pytest.mark.parametrize("encoding", list(Encoding))
@given(text=texts, data=st.data())
def test_there_and_back(encoding, text, data):
    source = SourceText(text, encoding)
    offset = data.draw(st.integers(0, len(text)))
    inside_line_end = text[max(offset - 1, 0) : offset + 1] == "\r\n"
    expected = offset - 1 if inside_line_end else offset
    assert source.offset(source.position(offset)) == expected


@pytest.mark.parametrize("encoding", list(Encoding))
def test_what_lies_outside_is_taken_for_the_nearest_place(encoding):
    source = SourceText("ab\r\ncd", encoding)
    assert source.offset(Position(0, 99)) == 2
    assert source.offset(Position(9, 0)) == 6
    assert source.span(Range(Position(1, 1), Position(0, 0))) == Span(5, 5)
    assert source.edited(Range(Position(7, 0), Position(8, 0)), "e").text == "ab\r\ncde"
    assert source.edited(Range(Position(0, 50), Position(1, 0)), "").text == "abcd"


def test_lines_end_only_where_editors_end_them():
    source = SourceText("one\u2028two\x0bthree\x85four\nfive\rsix\r\nseven", Encoding.UTF16)
    assert source.line_count == 4
    assert source.position(source.text.index("five")) == Position(1, 0)


def test_half_a_character_can_be_taken_away_and_put_back():
    source = SourceText("a😀b", Encoding.UTF16)
    half = source.edited(Range(Position(0, 2), Position(0, 3)), "")
    assert half.text == "a\ud83db"
    assert half.edited(Range(Position(0, 2), Position(0, 2)), "\ude00").text == "a😀b"
