"""Chooses the fields of a record that hold an article's text, title, date and name."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from canonym.text.values import NamedTuple

_DATE = re.compile(r"\d{4}-?\d{2}-?\d{2}(?!\d)")
_LONGEST = 200
"""Most characters of the name of a record."""


class Fields(NamedTuple):
    """The names of fields. Each role has several, which are tried in order.

    A dot leads into a record within the record. The defaults are the usual names of news collections.
    """

    text: tuple[str, ...] = ("text", "content", "body", "maintext", "plain_text")
    title: tuple[str, ...] = ("title", "headline")
    date: tuple[str, ...] = (
        "date",
        "published",
        "published_date",
        "publish_date",
        "date_publish",
        "timestamp",
    )
    id: tuple[str, ...] = ("id", "url", "link", "uri")

    def with_names(self, names: Mapping[str, str]) -> "Fields":
        """Return fields in which each role of ``names`` has only that name."""
        return self._replace(**{role: (name,) for role, name in names.items()})


ROLES = Fields._fields


class Article(NamedTuple):
    """An article in a record.

    Attributes:
        name: Its date, if it has one, and its id, or else the number of the record.
        text: The title, if it has one, and the text.
    """

    name: str
    text: str


def article_of(record: Any, number: int, fields: Fields) -> Article | str:  # noqa: ANN401  (any JSON value)
    """Return the article in a record, or the reason why there is none."""
    if not isinstance(record, dict):
        return "is no record but a list or a single value"
    text = _first(record, fields.text)
    if text is None:
        return f"has no text; looked for {', '.join(fields.text)}"
    title = _first(record, fields.title)
    name = name_of(_first(record, fields.id) or str(number), _first(record, fields.date))
    return Article(name, f"{title}\n\n{text}" if title else text)


def name_of(own: str, date: str | None) -> str:
    """Return the name of a record within its archive. Its date makes the newest records recognisable."""
    own = " ".join(own.split())[:_LONGEST]
    found = _DATE.match(date or "")
    return f"{found[0]}/{own}" if found else own


def _first(record: dict[str, Any], names: Iterable[str]) -> str | None:
    return next(filter(None, (_text(_value(record, name)) for name in names)), None)


def _value(record: Any, name: str) -> Any:  # noqa: ANN401
    if not isinstance(record, dict):
        return None
    if name in record:
        return record[name]
    outer, dot, inner = name.partition(".")
    return _value(record.get(outer), inner) if dot else None


def _text(value: Any) -> str | None:  # noqa: ANN401
    """Return a string or number as text, and a list as its paragraphs; None for anything else."""
    if isinstance(value, list):
        value = "\n\n".join(paragraph for paragraph in value if isinstance(paragraph, str))
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return value if isinstance(value, str) and value.strip() else None
