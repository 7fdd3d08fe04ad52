"""What is too much for memory comes back from scratch files as if it had never left."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.index import file_writer, word_rows
from canonym.index.file_reader import Reader
from canonym.index.file_sections import Table
from canonym.index.file_writer import Rows, Spill, Writer
from canonym.index.termbase_index import compiled
from index.test_file_reader import TERMBASE, WHOLE

pairs = st.lists(st.tuples(st.binary(max_size=4), st.integers(0, 9)), max_size=60)


@pytest.fixture(params=[1, 3, 1000], ids=["no memory", "little memory", "enough memory"], scope="module")
def held(request):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(file_writer, "HELD", request.param)
        patch.setattr(word_rows, "HELD", request.param)
        yield request.param


@given(pairs)
def test_values_come_back_by_key_in_the_order_they_came(held, added):
    spill = Spill(BytesIO)
    for key, value in added:
        spill.add(key, value)
    rows = list(spill.rows())
    assert dict(rows) == {key: [v for k, v in added if k == key] for key, _ in added}
    assert len(rows) == len({key for key, _ in added})


@given(pairs)
def test_groups_come_in_their_order(held, added):
    spill = Spill(BytesIO, len)
    for key, value in added:
        spill.add(key, value)
    groups = list(spill.groups())
    assert [len(group[0][0]) for group in groups] == sorted({len(key) for key, _ in added})
    assert sorted(pair for group in groups for pair in group) == sorted(added)


@given(pairs)
def test_a_table_finds_what_was_put_in_and_nothing_else(held, added):
    spill, writer, out = Spill(BytesIO), Writer(BytesIO), BytesIO()
    for key, value in added:
        spill.add(key, value)
    writer.table("t", ((key, bytes(values)) for key, values in spill.rows()))
    writer.finish(out)
    table = Table(Reader(out.getvalue()), "t")
    for key in {key for key, _ in added}:
        assert bytes(table.find(key) or b"") == bytes(v for k, v in added if k == key)
    assert table.find(b"another key") is None


def test_the_index_does_not_depend_on_the_memory_there_was(held):
    assert compiled(TERMBASE) == WHOLE


def test_a_section_above_four_gigabytes_gets_numbers_of_64_bits():
    writer, rows = Writer(BytesIO), Rows(BytesIO)
    rows.size = 5 << 30
    rows.starts.append(rows.size)
    writer.rows("r", rows)
    assert {name: section.width for name, section in writer._sections.items()} == {"r.starts": 8, "r.data": 4}
