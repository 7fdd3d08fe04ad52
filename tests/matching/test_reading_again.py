"""A draft that was edited is read as if it were read for the first time."""

from hypothesis import given
from hypothesis import strategies as st

from canonym.matching import draft
from canonym.text.apostrophes_and_ligatures import plain
from canonym.text.recent_answers import Recent
from english import parse_document

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
        draft.parse_draft(parse_document("a", text, form))
        text = text[:at] + new + text[at + length :]
    document = parse_document("a", text, form)
    again = draft.parse_draft(document)
    draft._BLOCKS, draft._SENTENCES = Recent(9), Recent(9)
    fresh = draft.parse_draft(document)
    assert (again.starts, again.keys, again.folded) == (fresh.starts, fresh.keys, fresh.folded)
    assert {form: word.spots for form, word in again.words.items()} == {
        form: word.spots for form, word in fresh.words.items()
    }
    for start, sentence in zip(again.starts, again.sentences, strict=True):
        assert document.prose.startswith(sentence.text, start)
    for form, word in again.words.items():
        assert word.spots
        for spot in word.spots:
            assert spot.token.text == spot.token.span.of(document.prose)
            assert plain(spot.token.text) == form
            assert spot.compound is None or spot.compound.span.covers(spot.token.span)
