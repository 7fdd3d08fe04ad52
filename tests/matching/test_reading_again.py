"""A draft that was edited is read as if it were read for the first time."""

from hypothesis import given
from hypothesis import strategies as st

from canonym.matching import draft
from canonym.text.formats import read_document

PIECES = [
    "Ahmad Massoud spoke. ",
    "anti-Taliban fighters held No. 5",
    "“Panjshir is ours,” said Saleh. ",
    "\n\n",
    "# A Headline in Title Case\n\n",
    "*Ahmad* Shah Massoud’s men",
    "al Qaeda ",
    ".",
    " ",
]


@given(
    start=st.lists(st.sampled_from(PIECES), max_size=6),
    edits=st.lists(st.tuples(st.integers(0, 120), st.integers(0, 30), st.sampled_from(PIECES)), max_size=4),
    form=st.sampled_from(["plain", "markdown"]),
)
def test_sentences_that_stood_before_are_the_same_wherever_they_stand_now(start, edits, form):
    text = "".join(start)
    for at, length, new in edits:
        draft.read_draft(read_document("a", text, form))
        text = text[:at] + new + text[at + length :]
    document = read_document("a", text, form)
    again = draft.read_draft(document)
    draft._read.cache_clear()
    assert again == draft.read_draft(document)
    for number, sentence in enumerate(again.sentences):
        assert all(token.span.of(document.prose).startswith(token.text) for token in sentence.tokens)
        assert all(
            spot.token in sentence.tokens
            for word in again.words.values()
            for spot in word.spots
            if spot.sentence == number and "-" not in word.form and not _is_part(spot.token, sentence)
        )


def _is_part(token, sentence):
    return any("-" in one.text and one.start <= token.start < one.end for one in sentence.tokens)
