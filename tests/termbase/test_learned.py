"""The file of a learned termbase: what is written is read again, and nothing less is taken for it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.termbase.concept import Attestation, Concept, FoundBy, Kind, Link, Origin, Term, TermStatus
from canonym.termbase.errors import TermbaseError
from canonym.termbase.learned import dump, load
from canonym.termbase.termbase import Story, Termbase


def together(ones: list[Termbase]) -> Termbase:
    """The termbase of the commonest language, with the others beside it."""
    first, *others = sorted(ones, key=lambda one: (-one.articles, one.language))
    return first._replace(others=tuple(sorted(others, key=lambda one: one.language)))


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
COUNTS = st.integers(0, 10**6)
KEYS = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=6).map(tuple)
ATTESTATIONS = st.builds(Attestation, WORDS, COUNTS, st.text(max_size=20).filter(str.isascii))
TERMS = st.builds(
    Term,
    WORDS.filter(str.strip),
    st.sampled_from([None, *TermStatus]),
    COUNTS,
    COUNTS,
    st.lists(ATTESTATIONS, max_size=3).map(tuple),
    note=st.just(""),
    language=st.just(""),
    found=st.sampled_from(FoundBy),
)
LINKS = st.builds(Link, st.just("ru"), st.just("Масуд"), COUNTS, COUNTS, st.booleans(), st.just("ru/1.txt"))
CONCEPTS = st.builds(
    Concept,
    id=WORDS,
    kind=st.sampled_from(Kind),
    terms=st.lists(TERMS, min_size=1, max_size=3).map(tuple),
    parts=st.lists(WORDS, max_size=2).map(tuple),
    never=st.just(()),
    note=st.just(""),
    origin=st.just(Origin.LEARNED),
    source=st.just(""),
    links=st.just(()) | st.tuples(LINKS),
)
LETTERS = st.text(st.characters(categories=["Ll"]), max_size=5)
PAIRS = st.dictionaries(
    st.tuples(LETTERS, LETTERS).filter(lambda two: two[0] < two[1]).map("\t".join), LETTERS, max_size=5
)
ONES = st.builds(
    Termbase,
    st.lists(CONCEPTS, max_size=3).map(tuple),
    st.lists(st.builds(Story, WORDS, st.lists(KEYS, max_size=3).map(tuple)), max_size=3).map(tuple),
    COUNTS,
    st.dictionaries(WORDS, COUNTS, max_size=8),
    PAIRS,
    PAIRS,
    language=st.sampled_from(("und", "de", "pt-BR")),
    others=st.just(()),
)
TERMBASES = st.lists(ONES, min_size=1, max_size=3, unique_by=lambda one: one.language).map(together)

KNOWN = Termbase(
    concepts=(
        Concept("lisbon", Kind.PLACE, (Term("Lisbon", frequency=2, articles=2),)),
        Concept("porto", Kind.PLACE, (Term("Porto", None, 1, 1), Term("Oporto", None, 1, 1))),
    ),
    stories=(Story("one.txt", ((1, 2, 3), (4,))),),
    articles=2,
    ordinary={"town": 2, "tower": 1, "mayor": 2},
)


def bare(termbase: Termbase) -> Termbase:
    """The termbase without the places of its entries in the file."""
    concepts = tuple(
        Concept(one.id, one.kind, one.terms, parts=one.parts, note=one.note, links=one.links)
        for one in termbase.concepts
    )
    others = tuple(map(bare, termbase.others))
    return termbase._replace(concepts=concepts, others=others)


@given(TERMBASES)
def test_what_is_written_is_read_again(termbase):
    assert bare(load(list(dump(termbase)), "names.jsonl")) == termbase


def test_each_line_is_a_record_and_the_first_counts_the_others():
    header, *records = map(json.loads, dump(KNOWN))
    assert header == {"canonym": 2, "articles": {"und": 2}, "records": len(records)}


def test_the_text_of_a_concept_tells_its_line():
    assert [concept.source for concept in load(dump(KNOWN), "names.jsonl").concepts] == [
        "names.jsonl:2",
        "names.jsonl:3",
    ]


def test_no_beginning_of_a_file_is_taken_for_the_whole():
    whole = "".join(dump(KNOWN))
    for end in range(len(whole) - 1):
        with pytest.raises(TermbaseError, match=r"^names\.jsonl:\d+: .*learn it again$"):
            load(whole[:end].splitlines(), "names.jsonl")


TERM = {"form": "A", "status": "preferred", "frequency": 1, "articles": 1, "attestations": []}
NAME = {"id": "a", "kind": "name", "terms": [TERM]}
LINK = {"language": "de", "form": " ", "likeness": 99, "articles": 1, "parallel": True, "path": "a"}


@pytest.mark.parametrize("line", range(len(list(dump(KNOWN)))))
def test_no_line_can_be_lost_or_doubled(line):
    lines = list(dump(KNOWN))
    for changed in (lines[:line] + lines[line + 1 :], lines[: line + 1] + lines[line:]):
        with pytest.raises(TermbaseError):
            load(changed, "names.jsonl")


@pytest.mark.parametrize(
    ("line", "record", "named"),
    [
        (0, {"canonym": 2, "articles": 2, "records": 4}, r"names\.jsonl:1: articles: .*no header"),
        (1, {"id": "a", "language": 1}, r"names\.jsonl:2: language: .*no record"),
        (0, {"canonym": 999, "articles": 1, "records": 4}, r"names\.jsonl:1: canonym: is version 999"),
        (0, {"articles": 1}, r"names\.jsonl:1: canonym: is missing"),
        (0, {"canonym": 1, "articles": "many", "records": 4}, r"names\.jsonl:1: .*no header"),
        (1, [], r"names\.jsonl:2: .*no record"),
        (1, {"id": "lisbon"}, r"names\.jsonl:2: .*no record"),
        (1, {"id": "lisbon", "kind": "town", "terms": []}, r"names\.jsonl:2: .*no record"),
        (1, {"id": "lisbon", "kind": "place", "terms": []}, r"names\.jsonl:2: .*no record"),
        (2, {"story": "one.txt", "sentences": "?!"}, r"names\.jsonl:3: .*no record"),
        (1, {**NAME, "links": [1]}, r"names\.jsonl:2: links\[1\]: .*no record"),
        (1, {**NAME, "links": [{}]}, r"names\.jsonl:2: links\[1\]\.parallel: .*no record"),
        (1, {**NAME, "links": [LINK]}, r"names\.jsonl:2: links\[1\]\.form: .*no record"),
        (3, {"what": "else"}, r"names\.jsonl:4: .*no record"),
    ],
)
def test_a_damaged_record_is_named_by_its_line(line, record, named):
    lines = list(dump(KNOWN))
    lines[line] = json.dumps(record)
    with pytest.raises(TermbaseError, match=named):
        load(lines, "names.jsonl")


def test_a_record_of_a_newer_version_is_refused_with_what_to_run():
    lines = list(dump(KNOWN))
    lines[3] = json.dumps({"link": "porto", "to": "Порту"})
    with pytest.raises(
        TermbaseError, match=r"names\.jsonl:4: .*update it, or run `canonym learn` to learn it again$"
    ):
        load(lines, "names.jsonl")


def test_what_says_no_language_is_of_the_given_one():
    german = load(list(dump(KNOWN)), "names.jsonl", "de")
    assert (german.language, german.articles, german.others) == ("de", 2, ())


def test_each_record_says_its_language():
    both = KNOWN._replace(others=(KNOWN._replace(language="de", articles=1),))
    header, *records = map(json.loads, dump(both))
    assert header["articles"] == {"de": 1, "und": 2}
    half = len(records) // 2
    assert [record.get("language") for record in records] == ["de"] * half + [None] * half
