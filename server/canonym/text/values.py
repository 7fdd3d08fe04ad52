"""A ``NamedTuple`` that is made faster than that of ``typing``: a check makes about 97 classes at its start.

``typing`` checks the type of each field and compiles a constructor for each class from source, at every
start. Here no type is checked, and one function constructs the values of all classes. Type checkers see the
class of ``typing``. ``tests/text/test_values.py`` compares the two.

It is needed until Python 3.14 is the lowest that we support; then this file goes. No Python makes such
classes fast by itself. The following times are microseconds of CPU for a class of four fields, on Python
3.11, 3.12 and 3.13. Here: 9, 11 and 12; by ``typing`` 51, 60 and 55. A frozen dataclass with slots took
368, 446 and 448, and the import of ``dataclasses`` 5 to 19 ms. With this class the check of a small file took
56 ms, with that of ``typing`` 63 (Python 3.11). Python 3.14 hides the annotations of a class body from us, so
there the class of ``typing`` is used.
"""

import sys
from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING or sys.version_info >= (3, 14):  # from 3.14 on, only ``typing`` knows the fields of a body
    from typing import NamedTuple
else:
    from collections import _tuplegetter
    from collections.abc import Callable, Iterable
    from typing import Any

    _new = tuple.__new__

    class _ValueMeta(type):
        """Makes a class of values with the fields in its body."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases or bases[0] is not NamedTuple:  # only direct heirs declare fields
                return type.__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            body |= {field: _tuplegetter(place, "") for place, field in enumerate(fields)}
            body |= {"_fields": fields, "__match_args__": fields, "_field_defaults": defaults}
            body |= {"__slots__": (), "__new__": _constructor(fields, defaults)}
            return type.__new__(cls, name, (_Value,), body)

    class NamedTuple(metaclass=_ValueMeta):
        """The base of a class of values. Its values are tuples."""

    class _Value(tuple):
        """The methods that all classes of values share."""

        __slots__ = ()
        _fields: tuple[str, ...] = ()

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self._asdict().items())})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        @classmethod
        def _make(cls, values: Iterable[Any]) -> "_Value":
            return cls(*values)

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, /, **changes: Any) -> "_Value":  # noqa: ANN401  (fields are of any type)
            replaced = _new(type(self), map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return replaced

    def _constructor(fields: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., _Value]:
        """Return the ``__new__`` of a class. The path of most calls comes first."""
        count, last = len(fields), tuple(defaults.values())

        def construct(cls: type, /, *values: Any, **named: Any) -> _Value:  # noqa: ANN401
            lacking = count - len(values)
            if lacking or named:
                if named or not 0 < lacking <= len(last):
                    return _new(cls, _completed(cls.__name__, fields, values, named, defaults))
                values += last[-lacking:]
            return _new(cls, values)

        return construct

    def _completed(
        name: str,
        fields: tuple[str, ...],
        values: tuple[Any, ...],
        named: dict[str, Any],
        defaults: dict[str, Any],
    ) -> list[Any]:
        """Return the values of all fields, given by position, by name or by default.

        Raises:
            TypeError: A field has no value, or a value has no field.
        """
        whole = list(values)
        for field in fields[len(values) :]:
            if field not in named and field not in defaults:
                raise TypeError(f"{name} lacks a value for {field!r}")
            whole.append(named.pop(field) if field in named else defaults[field])
        if named or len(whole) > len(fields):
            raise TypeError(f"{name} has values for no field of it, or two for one: {[*named] or values}")
        return whole
