"""Reads the texts of tests, which are English where nothing else is said."""

from functools import partial

from canonym.languages import language
from canonym.text import formats

ENGLISH = language("en")
parse_document = partial(formats.parse_document, language=ENGLISH)
"""``parse_document`` of ``text.formats`` for an English document."""
