"""The tables are complete: every row has its source, no row is there twice, none is beyond reach."""

import pytest

from canonym.matching.spelling.resource import rows

SOUNDS = set("aeoycskxtdpbfvmnlr|")
LABELS = {"plural", "demonym", "adjective", "gender", "inflection"}


@pytest.mark.parametrize(
    ("table", "columns"), [("letters.tsv", 1), ("habits.tsv", 1), ("derivations.tsv", 2)]
)
def test_every_row_is_there_once_and_names_its_source(table, columns):
    found = list(rows(table))
    assert all(row[-1] for row in found)
    assert len({tuple(row[:columns]) for row in found}) == len(found)


def test_habits_are_written_in_sounds():
    for group, sounds, _source in rows("habits.tsv"):
        assert set(sounds) <= SOUNDS, group
        assert group.strip("<>").isascii(), group
        assert group.strip("<>").islower(), group


def test_derivations_have_known_labels():
    assert {label for _ending, _derived, label, _stem, _source in rows("derivations.tsv")} == LABELS


def test_costs_are_costs():
    assert all(float(cost) > 0 for _left, _right, cost in rows("costs.tsv"))
