"""Our ``NamedTuple`` and the one of ``typing`` make the same values."""

import copy
import pickle
import typing
from collections.abc import Callable
from typing import Any

import pytest

from canonym.text.values import NamedTuple


class Theirs(typing.NamedTuple):
    """A place."""

    start: int
    text: str = ""
    tags: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def moved(self, by: int) -> "Theirs":
        return self._replace(start=self.start + by)


class Ours(NamedTuple):
    """A place."""

    start: int
    text: str = ""
    tags: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def moved(self, by: int) -> "Ours":
        return self._replace(start=self.start + by)


class Further(Ours):
    """A class below one of values."""


BOTH = pytest.mark.parametrize("cls", [Theirs, Ours])


@BOTH
@pytest.mark.parametrize(
    "make",
    [
        lambda cls: cls(1),
        lambda cls: cls(1, "a"),
        lambda cls: cls(1, "a", ("b",)),
        lambda cls: cls(start=1),
        lambda cls: cls(1, tags=("b",)),
        lambda cls: cls(tags=(), start=1, text="a"),
        lambda cls: cls(5, "abc").moved(-4),
        lambda cls: cls._make([1, "a", ()]),
    ],
    ids=["one", "two", "all", "named", "some named", "other order", "replaced", "made"],
)
def test_a_value_is_the_tuple_of_its_fields(cls: type, make: Callable[[Any], Any]) -> None:
    value = make(cls)
    assert type(value) is cls
    assert value == tuple(value) == (value.start, value.text, value.tags)
    assert value == make(Theirs)
    assert hash(value) == hash(tuple(value))
    assert value.end == 1 + len(value.text)
    assert value._asdict() == {"start": value.start, "text": value.text, "tags": value.tags}
    assert repr(value) == repr(make(Theirs)).replace("Theirs", cls.__name__)
    assert copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value
    assert type(pickle.loads(pickle.dumps(value))) is cls


@BOTH
@pytest.mark.parametrize(
    "make",
    [
        lambda cls: cls(),
        lambda cls: cls(text="a"),
        lambda cls: cls(1, start=1),
        lambda cls: cls(1, "a", (), 4),
        lambda cls: cls(1, colour="red"),
    ],
    ids=["none", "not the first", "twice", "too many", "unknown"],
)
def test_values_for_other_fields_than_those_of_the_class_are_refused(
    cls: type, make: Callable[[Any], Any]
) -> None:
    with pytest.raises(TypeError):
        make(cls)


@BOTH
def test_a_value_is_frozen(cls: type) -> None:
    with pytest.raises(AttributeError):
        cls(1).start = 2
    with pytest.raises(AttributeError):
        cls(1).colour = "red"
    with pytest.raises(ValueError, match="colour"):
        cls(1)._replace(colour="red")


@BOTH
def test_a_class_of_values_tells_its_fields(cls: Any) -> None:
    assert cls._fields == cls.__match_args__ == ("start", "text", "tags")
    assert cls._field_defaults == {"text": "", "tags": ()}
    assert list(cls.__annotations__) == list(cls._fields)
    assert cls.__doc__ == "A place."
    match cls(3, "x"):
        case cls(start, text):
            assert (start, text) == (3, "x")
        case _:
            pytest.fail("it does not match its class")


def test_a_class_may_be_derived() -> None:
    value = Further(2, "ab")
    assert (type(value), value, value.end) == (Further, (2, "ab", ()), 4)
