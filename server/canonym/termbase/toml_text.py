"""Parses TOML. Any text gives values, or a ``ValueError`` that names the line."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from canonym.termbase.toml_places import tokens

DEEPEST = 64
"""Most tables and lists within each other. Code that walks them is recursive; our files stay far below."""
_DIGITS = 4300
"""A number of more digits is one that Python does not parse."""
_PART = r"[^\s.=\[\]{},#]"
_MANY_DOTS = re.compile(rf"(?<!{_PART})(?:{_PART}++[ \t]*+\.[ \t]*+){{{DEEPEST}}}")
"""A possible key of too many parts. ``tomllib`` takes time with the square of their number."""


def parse_toml(text: str) -> dict[str, Any]:
    """Return the values of ``text``.

    Raises:
        ValueError: It is not TOML, is nested too deep, or has too long a number.
    """
    import tomllib

    if _MANY_DOTS.search(text) and _deep_at(text) is not None:
        raise _unreadable(too_deep(text))
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise _unreadable(too_deep(text)) from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:
        raise _unreadable(too_long(text)) from None
    if _is_deep(data):
        raise _unreadable(too_deep(text))
    return data


def too_deep(text: str) -> tuple[int, str]:
    """Return the line, from 1, at which a text of TOML or JSON gets too deep, and a message about it."""
    return text.count("\n", 0, _deep_at(text)) + 1, "nested too deep"


def _deep_at(text: str) -> int | None:
    """Return where a text of TOML or JSON gets too deep; None if it does not."""
    depth = dots = 0
    for token in tokens(text):
        if token.kind == "mark":
            depth += (token.text in "[{") - (token.text in "]}")
            dots = dots + 1 if token.text == "." else dots if token.text in "[{" else 0
        elif token.kind == "newline":
            dots = 0
        if depth + dots > DEEPEST:
            return token.span.start
    return None


def too_long(text: str) -> tuple[int, str]:
    """Return the line, from 1, of the first number in a text of TOML or JSON that Python does not parse."""
    places = (
        token.span.start for token in tokens(text) if token.kind == "bare" and len(token.text) > _DIGITS
    )
    return text.count("\n", 0, next(places, len(text))) + 1, "a number has too many digits"


def _unreadable(place: tuple[int, str]) -> ValueError:
    line, message = place
    return ValueError(f"{message} (at line {line}, column 1)")


def _is_deep(data: dict[str, Any]) -> bool:
    level: list[Any] = [data]
    for _ in range(DEEPEST):
        level = [one for one in chain.from_iterable(map(_inner, level)) if isinstance(one, dict | list)]
        if not level:
            return False
    return True


def _inner(value: dict[str, Any] | list[Any]) -> Iterator[Any]:
    return iter(value.values() if isinstance(value, dict) else value)
