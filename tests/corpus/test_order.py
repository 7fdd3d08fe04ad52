"""Learning depends on the articles alone: not on their order, nor on how the work is shared."""

import random

import pytest

from canonym.corpus import articles as parting
from canonym.corpus.learning import PART, Cancelled, learn
from canonym.termbase.learned import dump
from marking import write_corpus

NAMES = ("Kharzhin", "Sorvak", "Tkachuk", "Bandar Siraj", "Lévy", "Levy", "Karim", "al-Rashidi", "al Rashidi")


def articles(count: int) -> list[str]:
    """Return short articles, each of one to four names in sentences of several shapes."""
    chance = random.Random(count)
    shapes = ("They met {} at the port on day {}.", "In the evening {} was quiet for {} hours.", "{} has {}.")
    return [
        " ".join(
            chance.choice(shapes).format(chance.choice(NAMES), chance.randrange(9)) for _ in range(1 + n % 4)
        )
        for n in range(count)
    ]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_files_is_no_matter(tmp_path, seed):
    sources = write_corpus(tmp_path, articles(40))
    shuffled = random.Random(seed).sample(sources, len(sources))
    assert list(dump(learn(shuffled))) == list(dump(learn(sources)))


def test_the_number_of_processes_is_no_matter(tmp_path):
    sources = write_corpus(tmp_path, articles(2 * PART + 3))
    assert list(dump(learn(sources, jobs=2))) == list(dump(learn(sources)))


def test_how_much_a_part_holds_is_no_matter(tmp_path, monkeypatch):
    sources = write_corpus(tmp_path, articles(40))
    learned = list(dump(learn(sources)))
    for size in (1, 300, 3000):
        monkeypatch.setattr(parting, "SIZE", size)
        assert list(dump(learn(sources))) == learned


def test_large_corpora_have_large_parts(tmp_path):
    sources = write_corpus(tmp_path, {"a.txt": "x" * (100 << 10)})
    assert parting.size_of_parts([sources[0].path]) == 1 << 19
    assert parting.size_of_parts([sources[0].path] * 640) == 1000 << 10
    assert parting.size_of_parts([sources[0].path] * 10_000) == 8 << 20


def test_progress_counts_every_step_to_the_end(tmp_path):
    told = []
    learn(write_corpus(tmp_path, articles(PART + 1)), progress=lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert told[-1] == (2 * (PART + 1), 2 * (PART + 1))


def test_learning_can_be_stopped(tmp_path):
    with pytest.raises(Cancelled):
        learn(write_corpus(tmp_path, articles(3)), cancelled=lambda: True)


def test_a_corpus_of_nothing_teaches_nothing():
    assert learn([]).concepts == ()


def test_an_article_that_cannot_be_read_takes_nothing_from_the_others(tmp_path):
    sources = write_corpus(tmp_path, {"a.txt": "They met Karim there.", "b.txt": ""})
    (tmp_path / "c.txt").write_bytes(b"\x00\x01\x02\xff" * 40)
    gone = [s._replace(path=tmp_path / f"none-{s.name}", name=f"none-{s.name}") for s in sources]
    binary = sources[0]._replace(path=tmp_path / "c.txt", name="c.txt")
    assert [c.terms[0].form for c in learn([*sources, *gone, binary]).concepts] == ["Karim"]
