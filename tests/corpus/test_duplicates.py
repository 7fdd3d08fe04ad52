"""A repeated sentence belongs to the first article by path, however the work is cut into slices."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from canonym.corpus import duplicates
from canonym.corpus.duplicates import Printing, owned_elsewhere

hashes = st.sets(st.one_of(st.integers(0, 9), st.integers(2**64 - 9, 2**64 - 1), st.integers(0, 2**64 - 1)))
printings = st.dictionaries(st.sampled_from("abcdef"), hashes).map(
    lambda articles: [Printing(name, array("Q", sorted(found))) for name, found in articles.items()]
)


@given(printings, st.randoms(use_true_random=False), st.integers(1, 9))
def test_the_first_article_owns_a_sentence(given_, chance, size):
    expected = {}
    for article in given_:
        before = {h for other in given_ if other.article < article.article for h in other.hashes}
        if again := before.intersection(article.hashes):
            expected[article.article] = again
    chance.shuffle(given_)
    whole, duplicates.SLICE = duplicates.SLICE, size
    try:
        assert owned_elsewhere(given_) == expected
    finally:
        duplicates.SLICE = whole
    assert owned_elsewhere(given_) == expected
