"""Finds the key or string at a position of one of our TOML files."""

from canonym.termbase.toml_places import Path, locate
from canonym.termbase.toml_text import parse_toml
from canonym.text.span import Span
from canonym.text.values import NamedTuple

TABLE: Path = ("tool", "canonym")
"""The path to our settings in ``pyproject.toml``."""


class Place(NamedTuple):
    """A key or a string.

    Attributes:
        path: Its path from the top of our part; numbers for entries of lists.
        span: Its place.
        value: The string; empty for a key or another value.
        is_termbase: Whether the file is a termbase; otherwise it holds settings.
    """

    path: Path
    span: Span
    value: str
    is_termbase: bool


def place_at(text: str, offset: int, *, is_termbase: bool, shared: bool) -> Place | None:
    """Return the key or string at ``offset``; None between them, or while the text is not TOML.

    Args:
        text: The file.
        offset: The offset.
        is_termbase: Whether the file is a termbase.
        shared: Whether it is ``pyproject.toml``, which has one table of ours.
    """
    try:
        data = parse_toml(text)
    except ValueError:
        return None
    best: Place | None = None
    for path, located in locate(text).items():
        own = _own(path, shared=shared)
        if own is None:
            continue
        for span, held in ((located.key, ""), (located.value, _string(data, path))):
            if span.start <= offset <= span.end and (best is None or _length(span) <= _length(best.span)):
                best = Place(own, span, held, is_termbase)
    return best


def _own(path: Path, *, shared: bool) -> Path | None:
    if not shared:
        return path
    return path[len(TABLE) :] if path[: len(TABLE)] == TABLE and len(path) > len(TABLE) else None


def _string(data: object, path: Path) -> str:
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return ""
    return data if isinstance(data, str) else ""


def _length(span: Span) -> int:
    return span.end - span.start
