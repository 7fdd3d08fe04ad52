"""Whatever happens to the bytes of a compiled index, it answers as before or says that it is damaged."""

import random
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canonym.index.file_reader import HEADER, NUMBER, PAGE, SECTION, Damaged, Reader
from canonym.index.termbase_index import Index, compiled
from canonym.stories.signature import word_key
from canonym.termbase.concept import Attestation, Concept, Kind, Term, TermStatus
from canonym.termbase.termbase import Story, Termbase

SYLLABLES = ("mas", "soud", "kab", "ul", "her", "at", "ban", "jal", "o", "nu")


def generated(size: int) -> Termbase:
    """Return a termbase whose index has several pages of everything."""
    chance = random.Random(size)

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=3)).capitalize()

    concepts = {}
    for number in range(size):
        form, other = f"{word()} {word()}", word()
        quotes = tuple(Attestation(f"{n}.txt", n, f"They met {form}.") for n in range(3))
        terms = (
            Term(form, frequency=number, articles=number % 7, attestations=quotes, note="naïve 北"),
            Term(other, TermStatus.DEPRECATED, language="fr" * (number % 2)),
        )
        concepts[form.lower()] = Concept(form.lower(), Kind.PERSON, terms, never=("x",), source=f"t:{number}")
    stories = tuple(
        Story(f"{n}.txt", (tuple(word_key(word(), "en") | 1 for _ in range(9)),) * 3)
        for n in range(size // 10)
    )
    ordinary = {word().lower(): 1 for _ in range(size)}
    return Termbase(tuple(concepts[id_] for id_ in sorted(concepts)), stories, size, ordinary)


TERMBASE = generated(300)
WHOLE = compiled(TERMBASE)
WORDS = sorted({word for concept in TERMBASE.concepts for word in concept.id.split()})[:40]


def known(index: Index, folded: str) -> object:
    word = index.word(folded)
    return word and (word.forms, word.articles, word.concepts, word.deprecated)


def answers(index: Index) -> list[object]:
    """Return what an index says of everything."""
    said: list[object] = [index.articles, list(index.concepts()), index.complete("mas", 5)]
    for word in WORDS:
        name = word.capitalize()
        said += [index.terms(name), index.folded(word), index.is_ordinary(word), index.longest_form(name)]
        said += [known(index, word), index.candidates(name), index.followers(word), index.leaders(word)]
        said += [index.names_of_key(word_key(name, "en")), index.concept(word)]
    stories = index.stories
    said += [stories.stories[number] for number in range(len(stories.stories))]
    said += [stories.related(TERMBASE.stories[0].sentences), stories.weight(word_key(WORDS[0], "en") >> 1)]
    return said


ANSWERS = answers(Index(Reader(WHOLE)))
PAGES = len(WHOLE) // PAGE
flips = st.lists(
    st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(1, 255)), min_size=1, max_size=6, unique=True
)


def damaged(changes: list[tuple[int, int]]) -> bytes:
    data = bytearray(WHOLE)
    for place, flip in changes:
        data[place] ^= flip
    return bytes(data)


def test_the_index_of_these_tests_has_many_pages():
    assert PAGES > 50


def test_the_same_termbase_gives_the_same_bytes():
    assert compiled(TERMBASE) == WHOLE


@settings(max_examples=40, deadline=None)
@given(flips)
def test_changed_bytes_are_refused_or_mended_before_they_are_used(changes):
    made = []

    def renew() -> bytes:
        made.append(1)
        return WHOLE

    try:
        index = Index(Reader(damaged(changes), renew))
    except Damaged:
        return
    assert answers(index) == ANSWERS
    assert len(made) <= 1


@settings(max_examples=40, deadline=None)
@given(flips)
def test_what_cannot_be_made_anew_is_refused_and_never_misread(changes):
    try:
        assert answers(Index(Reader(damaged(changes)))) == ANSWERS
    except Damaged:
        return


@given(st.integers(0, len(WHOLE) - 1))
def test_a_cut_index_is_refused(size):
    with pytest.raises(Damaged):
        Reader(WHOLE[:size])


def forged(changes: list[tuple[int, int]]) -> bytes:
    """Change bytes after the header and make all checksums fit, as no accident does."""
    data = bytearray(damaged([(max(place, HEADER.size), flip) for place, flip in changes]))
    _, _, _, _, head, count, _ = HEADER.unpack_from(data)
    sums = HEADER.size + count * SECTION.size
    for number, start in enumerate(range(head, len(data), PAGE)):
        NUMBER.pack_into(data, sums + NUMBER.size * number, crc32(data[start : start + PAGE]))
    NUMBER.pack_into(data, HEADER.size - NUMBER.size, crc32(data[HEADER.size : head]))
    return bytes(data)


def test_forging_nothing_changes_nothing():
    assert forged([]) == WHOLE


@settings(max_examples=80, deadline=None)
@given(flips)
def test_a_forged_index_may_lie_but_never_breaks_a_check(changes):
    try:
        answers(Index(Reader(forged(changes))))
    except Damaged:
        return


def test_mapped_memory_is_given_back_again_and_again():
    given_back = []
    answers(Index(Reader(WHOLE, release=lambda: given_back.append(1))))
    assert given_back
