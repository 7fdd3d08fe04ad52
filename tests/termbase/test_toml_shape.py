"""Our reading of a shape agrees with a validator of JSON Schema, and says more."""

from datetime import date, datetime

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from canonym.termbase.authored_shape import TERMBASE
from canonym.termbase.toml_shape import faults, nearest

LIST = {"type": "array", "minItems": 1, "items": {"type": "integer"}}
DAY = {"type": "string", "format": "date"}


@pytest.mark.parametrize(
    ("value", "shape", "messages"),
    [
        (1, {"type": "integer"}, []),
        (True, {"type": "integer"}, ["expected a whole number, got true or false"]),
        (1, {"type": "boolean"}, ["expected true or false, got a whole number"]),
        (1.5, {"type": "integer"}, ["expected a whole number, got a float"]),
        ([1, 2], LIST, []),
        ([], LIST, ["is empty; write an entry or remove the key"]),
        (["a", 1, "b"], LIST, ["expected a whole number, got a string"] * 2),
        (date(2026, 1, 1), DAY, []),
        (
            datetime(2026, 1, 1),
            DAY,
            ["expected a date such as 2026-12-31 (without quotation marks), got a datetime"],
        ),
        ({"a": 1}, {"type": "object"}, []),
        (
            {"a": 1},
            {"type": "object", "additionalProperties": {"type": "string"}},
            ["expected a string, got a whole number"],
        ),
    ],
)
def test_what_is_wrong_is_said(value, shape, messages):
    assert [fault.message for fault in faults(value, shape)] == messages


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Person", "; did you mean 'person'?"),
        ("persn", "; did you mean 'person'?"),
        ("xyz", "; known are person, place"),
    ],
)
def test_the_nearest_word_is_proposed(word, said):
    assert nearest(word, ["person", "place"]) == said


FORMS = st.sampled_from(
    ["A", "B c", "é", "", 3, True, {"form": "A"}, {"form": ""}, {"form": "A", "note": "n"}, {"note": "n"}]
)
LISTS = st.lists(FORMS, max_size=3) | FORMS
LANGUAGES = st.dictionaries(
    st.sampled_from(["fr", "zh-Hant", "french", ""]),
    FORMS
    | st.fixed_dictionaries(
        {}, optional={"preferred": FORMS, "admitted": LISTS, "deprecated": LISTS, "x": FORMS}
    ),
    max_size=2,
)
NAMES = st.fixed_dictionaries(
    {},
    optional={
        "preferred": FORMS,
        "kind": st.sampled_from(["person", "Person", "", 1]),
        "admitted": LISTS,
        "not": LISTS,
        "note": FORMS,
        "forms": LANGUAGES | FORMS,
        "prefered": FORMS,
    },
)
TERMBASES = st.fixed_dictionaries({}, optional={"name": st.lists(NAMES, max_size=2) | NAMES, "names": LISTS})


@given(TERMBASES)
def test_a_termbase_is_refused_when_a_validator_refuses_it(data):
    assert any(faults(data, TERMBASE)) != jsonschema.Draft202012Validator(TERMBASE).is_valid(data)
