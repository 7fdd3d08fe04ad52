"""A repeated sentence belongs to the first article, however the work is cut into parts and slices."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.corpus import duplicates
from canonym.corpus.duplicates import Printing, Printings, printing, sentence_hash, sentence_hashes
from canonym.text.span import Span
from english import parse_document

hashes = st.sets(st.one_of(st.integers(0, 9), st.integers(2**64 - 9, 2**64 - 1), st.integers(0, 2**64 - 1)))
corpora = st.lists(st.lists(hashes, max_size=3), max_size=5)
"""Parts of articles, each its hashes."""


def printed(part: list[set[int]]) -> Printing:
    pairs = sorted((key, number) for number, keys in enumerate(part) for key in keys)
    return Printing(array("Q", [k for k, _ in pairs]), array("I", [n for _, n in pairs]), array("I"))


def owned(corpus: list[list[set[int]]]) -> list[dict[int, set[int]]]:
    with Printings() as printings:
        for part in corpus:
            printings.add(printed(part))
        return [part.by_article() for part in printings.owned()]


@given(corpora, st.integers(1, 9))
def test_the_first_article_owns_a_sentence(corpus, size):
    expected, seen = [], set()
    for part in corpus:
        expected.append({})
        for number, keys in enumerate(part):
            if again := seen & keys:
                expected[-1][number] = again
            seen |= keys
    whole, duplicates.SLICE = duplicates.SLICE, size
    try:
        assert owned(corpus) == expected
    finally:
        duplicates.SLICE = whole
    assert owned(corpus) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("They met the son of Karim.", "They met the sons of Karim.", False),
        ("They saw Karim in the port.", "They saw Karim's in the port.", True),
        ("They saw Karim’s son there.", "They saw Karim son there.", True),
        ("They met the well-known man.", "they met, the well known “man”", True),
    ],
)
def test_a_sentence_is_known_by_its_words(one, other, same):
    assert (hashed(one) == hashed(other)) is same
    assert hashed(one) is not None


def test_a_short_sentence_is_no_duplicate():
    assert hashed("They met him there.") is None


def hashed(sentence: str) -> int | None:
    return sentence_hash(sentence, Span(0, len(sentence)))


def test_an_article_that_repeats_itself_is_known():
    texts = ("They met him at the port.", "They met her at the port. He left. They met her at the port.")
    found = printing(sentence_hashes(parse_document("", text)) for text in texts)
    assert (sorted(found.articles), list(found.again)) == ([0, 1], [1])
