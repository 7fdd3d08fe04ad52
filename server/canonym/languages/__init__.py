"""What is true of a language or of its script, and of no other: one file for each language.

Everything above asks by the tag of the language. No floor asks which language it is.

- ``profile`` finds what is known of a language. ``language`` is the part of it that ``text`` needs.
- ``parse_in_language`` parses a document and decides its language.
- ``ordinary`` and ``proper`` know the words of its dictionaries, ``is_derivation`` the endings that make
  another word of a name.
"""

from canonym.languages.derivation import is_derivation, is_made_of
from canonym.languages.dictionaries import has_dictionary, ordinary, proper
from canonym.languages.known_profiles import is_function_word, language, profile
from canonym.languages.language_of_document import Stated, language_of, parse_in_language

__all__ = [
    "Stated",
    "has_dictionary",
    "is_derivation",
    "is_function_word",
    "is_made_of",
    "language",
    "language_of",
    "ordinary",
    "parse_in_language",
    "profile",
    "proper",
]
