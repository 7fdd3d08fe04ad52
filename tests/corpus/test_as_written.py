"""What scripts without capitals join, and their words, are learned from a corpus alone."""

from collections import Counter

import pytest

from canonym.corpus.counts import Statistics
from canonym.corpus.without_capitals.as_written import AsWritten, learn_as_written
from canonym.corpus.without_capitals.learn_joined import Cutter, learn_joined
from canonym.corpus.without_capitals.learn_unspaced import count_recurring, learn_unspaced
from canonym.corpus.without_capitals.tell_names import tell_names
from canonym.languages import parse_in_language
from canonym.languages.foreign_names import foreign_names
from canonym.text.span import Span

PLACES = ["لندن", *sorted(foreign_names("ar"))[200:260]]
WORDS = "كتاب مدينة رئيس حكومة شارع مدرسة طريق سيارة".split()


def arabic():
    """Places and words, with and without what Arabic joins before them, and an ending that no place has."""
    counts = Counter(PLACES + WORDS)
    counts.update(f"{joined}{word}" for joined in ("و", "ب") for word in PLACES + WORDS)
    counts.update(f"{word}ها" for word in WORDS)
    return counts


def test_only_what_names_have_is_joined():
    joined = learn_joined(arabic(), "ar")
    assert {"و", "ب"} <= set(joined.before)
    assert "ها" not in joined.behind


@pytest.mark.parametrize(
    ("word", "left"),
    [("لندن", "لندن"), ("ولندن", "لندن"), ("بلندن", "لندن"), ("وبلندن", "لندن"), ("مدينتها", "مدينتها")],
)
def test_what_is_joined_is_cut_off(word, left):
    (place,) = Cutter(learn_joined(arabic(), "ar"))(word)
    assert place.of(word) == left


@pytest.mark.parametrize("tag", ["xx", "en"])
def test_a_language_without_names_to_learn_from_joins_nothing(tag):
    assert learn_joined(arabic(), tag).cut("ولندن") == (Span(0, 5),)


TEXTS = [
    "特朗普说他会来",
    "记者问特朗普是否会来",
    "在华盛顿特朗普没有回答",
    "华盛顿的记者等了他很久",
    "他去华盛顿",
]


def test_a_word_recurs_and_its_pieces_do_not_count():
    words = learn_unspaced(count_recurring(TEXTS), "zh")
    assert {"特朗普", "华盛顿"} <= words
    assert not {"特朗", "朗普", "华盛", "盛顿"} & words


def test_parts_of_a_corpus_are_added_up():
    halves = []
    for texts in (TEXTS, TEXTS[:2]):
        written = AsWritten()
        for text in texts:
            written.add(parse_in_language("a.txt", text))
        halves.append(written.counts())
    assert learn_as_written(halves, "zh") == learn_as_written(halves[::-1], "zh")
    assert "特朗普" in learn_as_written(halves, "zh")["zh"].words


def told(**words):
    """The names among words, of which each has a number of mentions and of articles."""
    usual = dict.fromkeys("الذي كانت يمكن الناس المنزل يعتقد العمل جميع الوقت الحكومة".split(), (30, 30))
    mentions = Counter({word: times for word, (times, _) in (usual | words).items()})
    articles = Counter({word: number for word, (_, number) in (usual | words).items()})
    statistics = Statistics(articles=100, small=mentions, small_articles=articles)
    tell_names(statistics, "ar")
    return set(statistics.middle)


def test_common_words_and_words_with_capitals_are_no_names():
    assert told(مدرسة=(9, 8), massoud=(9, 2)) == set()


def test_what_comes_in_bursts_and_reads_as_a_name_is_one():
    assert told(كافانو=(40, 12), المدرسة=(2, 2), سوتوبو=(2, 1)) == {"كافانو", "سوتوبو"}
