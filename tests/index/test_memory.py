"""What is remembered for the next keystroke, and what is forgotten."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.index.memory import Memory, those
from canonym.text.recent_answers import Recent

WORDS = [f"word{number}" for number in range(3_000)]


def asked(known: Recent, words, made: list[str]) -> None:
    """One check: each word is asked for, and worked out where it is not known."""
    known.begin()
    for word in words:
        if known.get(word) is None:
            made.append(word)
            known[word] = word.upper()


@pytest.mark.parametrize("size", [1, 10, 3_000])
def test_all_that_a_draft_asks_for_is_there_when_it_is_checked_again(size):
    known, made = Recent(10), []
    for _ in range(5):
        asked(known, WORDS[:size], made)
    assert made == WORDS[:size]


def test_what_was_typed_on_the_way_is_forgotten_and_the_draft_is_not():
    known, made = Recent(10), []
    asked(known, WORDS[:100], made)
    for number in range(1_000):
        asked(known, [*WORDS[:100], f"typed{number}"], made)
        assert len(known) + len(known._lower) <= 2 * (100 + 100 + 1)
    assert len(made) == 1_100
    assert known.get("typed999") == "TYPED999"
    assert known.get("typed0") is None


@given(st.lists(st.lists(st.sampled_from(WORDS[:9]))))
def test_an_answer_is_the_one_that_was_given(drafts):
    known = Recent(2)
    for words in drafts:
        asked(known, words, [])
        assert [known[word] for word in words] == [word.upper() for word in words]


class Turning(str):
    """A key that, when it is compared, has another thread begin with drafts of its own: once, and at once."""

    __slots__ = ("known",)
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        if known := getattr(self, "known", None):
            self.known = None
            asked(known, WORDS[200:300], [])
            asked(known, WORDS[300:500], [])
        return str.__eq__(self, other)


def test_an_answer_that_another_thread_has_forgotten_meanwhile_is_no_fault():
    known = Recent(10)
    asked(known, WORDS[:20], [])
    asked(known, WORDS[100:200], [])
    key = Turning(WORDS[0])
    key.known = known
    assert known.get(key) in (None, WORDS[0].upper())


def is_long(_index, word: str) -> bool:
    return len(word) > 6


def test_a_server_forgets_words_that_no_draft_has_any_more():
    index = SimpleNamespace(memory=Memory())
    index.memory.patience = 50
    for number in range(1_000):
        words = {*WORDS[:100], f"typed{number}"}
        assert those(index, is_long, words, 1 << 16) == {word for word in words if len(word) > 6}
        assert len(index.memory[is_long].asked) <= 202
