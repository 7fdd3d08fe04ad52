"""Decides which language a document is in."""

from collections.abc import Sequence

from canonym.languages.declared_language import declared_language
from canonym.languages.found_language import found_language
from canonym.languages.known_profiles import ENGLISH, language
from canonym.text.document import Document
from canonym.text.formats import parse_document
from canonym.text.values import NamedTuple


class Stated(NamedTuple):
    """What people said of the language of a document.

    Attributes:
        setting: The tag that the settings give it; empty if they give none.
        option: The tag for documents of which nothing else says one; empty to look at their text.
        expected: The tag for texts that are too short to show one; English if empty.
    """

    setting: str = ""
    option: str = ""
    expected: str = ""


_NOTHING = Stated()


def parse_in_language(
    path: str,
    text: str,
    format: str | None = None,  # noqa: A002 - the word of the interface
    keys: Sequence[str] = (),
    stated: Stated = _NOTHING,
) -> Document:
    """Parse ``text`` as ``parse_document`` does, in its language. This never raises, whatever the text."""
    document = parse_document(path, text, format, keys)
    return document.in_language(language(language_of(document, stated)))


def language_of(document: Document, stated: Stated = _NOTHING) -> str:
    """Return the tag of the language of ``document``.

    The settings come first, then what the document says itself, then the option, then what its text shows.
    """
    said = stated.setting or declared_language(document.text, document.format, document.markup.front_matter)
    return said or stated.option or found_language(document.prose, stated.expected or ENGLISH)
