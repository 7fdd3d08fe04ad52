"""A name that an editor writes again has the capitals of what stood there."""

import pytest

from canonym.lsp.names.rename_shape import in_shape_of, renamed_part
from canonym.termbase.authored import parse


@pytest.mark.parametrize(
    ("model", "name", "text"),
    [
        ("Porto", "İzmir", "İzmir"),
        ("PORTO", "Porto Elsin", "PORTO ELSIN"),
        ("PORTO", "İzmir", "İZMİR"),
        ("ΠΑΤΡΑ", "Αθήνα", "ΑΘΗΝΑ"),
        ("UN", "UNO", "UNO"),
    ],
)
def test_capitals_are_kept(model, name, text):
    assert in_shape_of(model, name) == text


MASSOUD = """
[[name]]
preferred = "Ahmad Shah Massoud"
admitted = ["Massoud", "ASM", "Commander Ahmad Massoud"]
"""


@pytest.mark.parametrize(
    ("text", "new", "renamed"),
    [
        ("Ahmad Shah Massoud", "Ahmed Schah Massud", "Ahmed Schah Massud"),
        ("Massoud", "Ahmed Schah Massud", "Massud"),
        ("Ahmad Shah", "Ahmed Schah Massud", "Ahmed Schah"),
        ("Massoud", "Ahmed Massud", ""),
        ("ASM", "Ahmed Schah Massud", ""),
        ("Commander Ahmad Massoud", "Ahmed Schah Massud", "Ahmed Schah Massud"),
    ],
)
def test_a_part_is_renamed_to_a_part(text, new, renamed):
    (concept,) = parse(MASSOUD, "termbase.toml")
    assert renamed_part(text, concept, new) == renamed
