"""A name that an editor writes again has the capitals of what stood there."""

import pytest

from canonym.lsp.names.rename_shape import in_shape_of


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
