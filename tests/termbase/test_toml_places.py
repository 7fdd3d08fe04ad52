"""Every key and value of a TOML text is found where it stands."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.termbase.edits.toml_edits import toml
from canonym.termbase.toml_places import key_name, line_of, locate

SAMPLE = r"""
# [[name]] in a comment
title = "a = [b]"  # and a value
[[name]]
preferred = 'C:\names'
admitted = ["x", # ] not the end
  "y\"]", QQQ
[[name]]
z"QQQ, ]
forms.fr = { preferred = "é", admitted = ['''
b]'''] }
when = 2026-11-21 07:32:00
ratio = 1.5e3
[name.note]
"quoted.key" = 1
[[ name ]]
preferred = "last"
[[name.inner]]
a = 1
[[name.inner]]
a = 2
""".lstrip().replace("QQQ", '"' * 3)


def value_at(data, path):
    for step in path:
        data = data[step]
    return data


def leaves(data, path=()):
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list) and data:
        for number, value in enumerate(data):
            yield from leaves(value, (*path, number))
    else:
        yield path


@pytest.mark.parametrize("text", [SAMPLE, SAMPLE.replace("\n", "\r\n"), SAMPLE.rstrip("\n")])
def test_each_value_is_found(text):
    data = tomllib.loads(text)
    places = locate(text)
    paths = list(leaves(data))
    assert len(paths) > 12
    for path in paths:
        written = places[path].value.of(text)
        assert tomllib.loads(f"v = {written}")["v"] == value_at(data, path)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("name", 0), 3),
        (("name", 0, "admitted", 1), 6),
        (("name", 0, "admitted", 2), 6),
        (("name", 0, "forms"), 9),
        (("name", 0, "forms", "fr", "admitted", 0), 9),
        (("name", 0, "note", "quoted.key"), 14),
        (("name", 1, "preferred"), 16),
        (("name", 1, "inner", 1, "a"), 20),
        (("name", 1, "missing"), 15),
        (("missing",), 0),
    ],
)
def test_a_line_is_counted_from_one(path, line):
    assert line_of(SAMPLE, path) == line


def test_a_path_is_named_as_people_write_it():
    assert key_name(("name", 1, "forms", "fr")) == "name[2].forms.fr"
    assert key_name(("formats", "*.txt")) == 'formats."*.txt"'


VALUES = st.text(st.characters(exclude_categories=["Cs"])) | st.booleans() | st.integers(0, 9)
TABLES = st.dictionaries(st.sampled_from("abcdef"), st.lists(VALUES, max_size=3).map(tuple) | VALUES)


@given(st.lists(TABLES, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_written_is_found_again(tables, end):
    lines = []
    for table in tables:
        lines += ["[[t]]", *(f"{key} = {toml(value)}" for key, value in table.items()), ""]
    text = end.join(lines)
    places = locate(text)
    for path in leaves(tomllib.loads(text)):
        if isinstance(path[-1], int) or len(path) == 3:
            span = places[path].value
            assert tomllib.loads(f"v = {span.of(text)}")["v"] == value_at(tomllib.loads(text), path)
