"""Limits the failure of the program on one article to that article: it is reported and counts as empty."""

from collections.abc import Sequence

from canonym.corpus.articles import Read, Report, Trouble
from canonym.languages import Stated, parse_in_language
from canonym.text.document import Document
from canonym.text.formats import PLAIN, parse_document
from canonym.text.internal_errors import describe_mistake

Spared = tuple[type[Exception], ...]
"""Failures that cost one article and not the whole run. The caller chooses them."""


def article_parser(spared: Spared, report: Report) -> Read:
    """Return a parser of articles that returns an empty article in place of one that fails."""

    def read(name: str, text: str, format_: str | None, keys: Sequence[str], stated: Stated) -> Document:
        try:
            return parse_in_language(name, text, format_, keys, stated)
        except spared as error:
            report(left_out(name, error))
            return empty(name)

    return read


def empty(name: str) -> Document:
    """Return an article without text."""
    return parse_document(name, "", PLAIN)


def left_out(name: str, error: Exception) -> Trouble:
    """Return the report of an article that failed."""
    source, mark, record = name.partition("#")
    return Trouble(source, mark + record, f"is left out: {describe_mistake(error)}")
