"""What is true of a language or of its script, and of no other: one file for each language.

Everything above asks by the tag of the language. No floor asks which language it is.

- ``profile`` finds what is known of a language. ``language`` is the part of it that ``text`` needs.
- ``ordinary`` and ``proper`` know the words of its dictionaries, ``is_derivation`` the endings that make
  another word of a name.
"""

from canonym.languages.derivation import is_derivation
from canonym.languages.dictionaries import ordinary, proper
from canonym.languages.known_profiles import ENGLISH, language, profile

__all__ = ["ENGLISH", "is_derivation", "language", "ordinary", "profile", "proper"]
