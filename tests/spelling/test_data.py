"""The tables are complete: every row has its source, no row is there twice, none is beyond reach."""

import pytest

from canonym.spelling.data_tables import read, rows

SOUNDS = set("aeoycskxtdpbfvmnlr|")


@pytest.mark.parametrize(("table", "columns"), [("letters.tsv", 1), ("habits.tsv", 1)])
def test_every_row_is_there_once_and_names_its_source(table, columns):
    found = list(rows(table))
    assert all(row[-1] for row in found)
    assert len({tuple(row[:columns]) for row in found}) == len(found)


def test_a_twin_stands_in_one_place():
    forms = [form for row in rows("twins.tsv") for cell in row for form in cell.split()]
    assert len(set(forms)) == len(forms)
    assert all(len(row) > 1 for row in rows("twins.tsv"))


def test_habits_are_written_in_sounds():
    for group, sounds, _source in rows("habits.tsv"):
        assert set(sounds) <= SOUNDS, group
        assert group.strip("<>").isascii(), group
        assert group.strip("<>").islower(), group


def test_costs_are_costs():
    assert all(float(cost) > 0 for _left, _right, cost in rows("costs.tsv"))


@pytest.mark.parametrize("lexicon", ["names.txt", "places.txt"])
def test_lines_of_a_lexicon_are_sorted_behind_its_comments(lexicon):
    """A word's line is found by halving, and the lines are not sorted again at every start."""
    lines = read(lexicon).splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert words == sorted(words)
    assert all(line.startswith("#") for line in lines[: len(lines) - len(words)])
    assert words[0] > "#"
