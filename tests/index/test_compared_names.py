"""What is known of names that are only compared with each other is what the whole index knows."""

from hypothesis import given
from hypothesis import strategies as st

from canonym.index.compared_names import compile_compared
from canonym.index.file_reader import Reader
from canonym.index.termbase_index import Index
from canonym.stories.signature import name_keys
from canonym.termbase.concept import Concept, Kind, Term, TermStatus
from canonym.termbase.termbase import Termbase

WORDS = ("Anna", "Ana", "Kozak", "Kozaka", "Jean-Luc", "van", "Łódź", "Путин")
forms = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
statuses = st.sampled_from((None, TermStatus.PREFERRED, TermStatus.DEPRECATED))
counts = st.integers(0, 9)
terms = st.lists(
    st.tuples(forms, statuses, counts, counts).map(lambda given: Term(*given)), min_size=1, max_size=3
)
termbases = st.lists(terms, max_size=4).map(
    lambda found: Termbase(
        tuple(Concept(f"n{number}", Kind.NAME, tuple(own)) for number, own in enumerate(found)),
        articles=len(found),
        ordinary={"stadt": 3},
        endings={"|a": "k"},
        language="pl",
    )
)


@given(termbases)
def test_words_are_known_as_in_the_whole_index(termbase: Termbase) -> None:
    whole, compared = Index.build(termbase), Index(Reader(compile_compared(termbase)), language="pl")
    for word in (
        "anna",
        "ana",
        "kozak",
        "kozaka",
        "jean",
        "luc",
        "jeanluc",
        "van",
        "lodz",
        "putin",
        "nobody",
    ):
        assert _known(compared, word) == _known(whole, word)


@given(termbases)
def test_names_are_found_by_the_keys_of_stories(termbase: Termbase) -> None:
    whole, compared = Index.build(termbase), Index(Reader(compile_compared(termbase)), language="pl")
    for key in {key for word in WORDS for key in name_keys(word, "pl")}:
        assert compared.names_of_key(key) == whole.names_of_key(key)


def test_small_words_and_endings_are_known() -> None:
    termbase = Termbase((), articles=7, ordinary={"stadt": 3}, endings={"|a": "k"}, language="pl")
    index = Index(Reader(compile_compared(termbase)), language="pl")
    assert index.articles == 7
    assert index.is_ordinary("stadt")
    assert index.grammar.endings.get("|a", "") == "k"


def _known(index: Index, folded: str) -> tuple[object, ...]:
    word = index.word(folded)
    own = word and (word.forms, word.articles, word.deprecated, tuple(index.heads(word)))
    return own, index.leaders(folded), index.followers(folded)
