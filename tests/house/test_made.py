"""What the benchmark of speed is made of: the same for the same seed, and nothing twice."""

import re
import sys
from pathlib import Path

import pytest

from canonym.termbase.learned import load

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from made_articles import Writer, write_articles
from made_names import make_rules, people, write_termbase

RULES = make_rules(60)


@pytest.fixture(scope="module")
def articles():
    writer = Writer(RULES, 7)
    return [writer.article(markdown=number % 2 == 1) for number in range(30)]


def test_articles_are_the_same_for_the_same_seed(articles):
    writer = Writer(RULES, 7)
    assert [writer.article(markdown=number % 2 == 1) for number in range(30)] == articles


def test_no_sentence_is_written_twice(articles):
    sentences = [s for text in articles for s in re.split(r"(?<=\.)\s+", text) if len(s.split()) > 6]
    assert len(sentences) > 500
    assert len(set(sentences)) == len(sentences)


def test_common_words_are_common_and_rare_ones_rare(articles):
    words = [word.lower() for text in articles for word in re.findall(r"[A-Za-z]+", text)]
    counts = sorted((words.count(word) for word in set(words)), reverse=True)
    assert 0.02 < counts[0] / len(words) < 0.12
    assert sum(count == 1 for count in counts) > len(counts) / 3


def test_names_are_right_wrong_and_unknown(articles):
    text = "\n".join(articles)
    right = sum(len(re.findall(rf"\b{rule.right}\b", text)) for rule in RULES)
    wrong = sum(len(re.findall(rf"\b{rule.wrong}\b", text)) for rule in RULES)
    assert 0 < 10 * wrong < right


def test_no_word_of_a_rule_is_in_another():
    assert len({word for rule in RULES for word in rule}) == 2 * len(RULES) == 120


def test_a_larger_termbase_has_the_people_of_the_smaller_one(tmp_path):
    small, large = list(people(RULES, 60)), list(people(RULES, 200))
    assert large[:60] == small
    assert len(set(large)) == 200
    path = tmp_path / "names.jsonl"
    write_termbase(path, RULES, 200)
    with path.open("rb") as lines:
        termbase = load(lines, path.name)
    assert [c.id for c in termbase.concepts] == sorted(f"{g} {s}".lower() for g, s in large)


def test_only_articles_are_left_in_their_folder(tmp_path):
    stray = tmp_path / "articles" / ".canonym" / "index"
    stray.mkdir(parents=True)
    (stray / "a.stamp").touch()
    assert [path.name for path in write_articles(tmp_path / "articles", 1, RULES).iterdir()] == ["000000.txt"]


def test_articles_that_are_there_stay(tmp_path):
    folder = write_articles(tmp_path / "articles", 4, RULES)
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    write_articles(folder, 4, RULES)
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    assert len(list(write_articles(folder, 2, RULES).iterdir())) == 2
