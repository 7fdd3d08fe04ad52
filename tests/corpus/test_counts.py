"""Counts of parts of a corpus add up to the counts of the whole, however it is parted."""

from hypothesis import given
from hypothesis import strategies as st

from canonym.corpus.count_names import Extraction
from canonym.corpus.counts import MAX_ATTESTATIONS, Statistics
from canonym.text.document import Document
from canonym.text.sentences import sentences
from english import parse_document

WORDS = (
    "Kharzhin",
    "Sorvak",
    "the",
    "of",
    "port",
    "Harvest",
    "harvest",
    "Karim",
    ".",
    "(NRF)",
    "met",
    "They",
)
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=8)


def counted(articles: list[Document]) -> Statistics:
    extraction = Extraction(quotes=True)
    for article in articles:
        extraction.add(article, sentences(article), frozenset())
    return extraction.statistics()


def read(texts: list[str]) -> list[Document]:
    return [parse_document(f"{number}.txt", text) for number, text in enumerate(texts)]


@given(TEXTS, st.integers(0, 8), st.integers(0, 8))
def test_adding_is_associative_and_commutative(texts, one, other):
    articles = read(texts)
    low, high = sorted((one, other))
    parts = [counted(articles[a:b]) for a, b in ((high, None), (0, low), (low, high))]
    total = Statistics()
    for part in parts:
        total.add(part)
    assert total == counted(articles)


@given(TEXTS)
def test_no_name_has_more_articles_than_the_corpus_and_no_more_examples_than_are_kept(texts):
    statistics = counted(read(texts))
    for count in statistics.runs.values():
        assert 1 <= count.articles + count.first_articles <= statistics.articles
        assert count.articles + count.first_articles <= count.middle + count.first
        assert 1 <= len(count.places) <= MAX_ATTESTATIONS
        assert len({place.path for place in count.places}) == len(count.places)
