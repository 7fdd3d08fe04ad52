"""Decides which documents of an editor are prose to check, and their formats."""

from collections.abc import Collection
from pathlib import Path

from canonym.text.formats import FORMATS, PLAIN, format_for

_ALIASES = {
    "text": "plaintext",  # Emacs, Neovim, Kate
    "plain text": "plaintext",  # Zed
    "gfm": "markdown",  # Emacs
    "rmd": "markdown",
    "quarto": "markdown",
    "rst": "restructuredtext",  # Emacs, Neovim, Sublime Text
    "adoc": "asciidoc",
    "tex": "latex",
    "plaintex": "latex",  # Neovim
    "gitcommit": "git-commit",  # Neovim
    "mhtml": "html",  # Emacs
    "xhtml": "html",
}
"""Editors' names of languages that have another name here."""

OWN_FILES = ("canonym.toml", "termbase.toml", "pyproject.toml")
"""Our own files. Whatever their language in the editor, they are not prose."""


def format_of(language: str, path: Path | None, others: Collection[str] = ()) -> str | None:
    """Return the format of a document to check; None for one that is not checked.

    Args:
        language: The editor's name of its language.
        path: Its path, if it has one.
        others: Further languages that the user wants to check.
    """
    if path is not None and (path.name in OWN_FILES or path.name.endswith(".learned.jsonl")):
        return None
    known = _BY_LANGUAGE.get(_ALIASES.get(language, language))
    if known is not None and not (known == PLAIN and path is not None):
        return known
    by_name = None if path is None else format_for(path.name)
    if known is not None or language in others or _has_known_suffix(path):
        return by_name or PLAIN
    return None


def _has_known_suffix(path: Path | None) -> bool:
    if path is None:
        return False
    name = path.name.lower()
    return any(name.endswith(suffix) for one in FORMATS.values() if not one.keyed for suffix in one.suffixes)


_BY_LANGUAGE = {language: one.name for one in FORMATS.values() for language in one.languages}
