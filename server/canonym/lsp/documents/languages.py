"""Which documents of an editor are prose that we check, and in what format."""

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
"""What editors call languages that we know by another name."""

OWN_FILES = ("canonym.toml", "termbase.toml", "pyproject.toml")
"""Files of ours; whatever language the editor takes them for, they are no prose."""


def format_of(language: str, path: Path | None, others: Collection[str] = ()) -> str | None:
    """Return the format of a document that we check, or None for one that we leave alone.

    Args:
        language: The editor's name of its language.
        path: Where it is, if anywhere.
        others: Further languages that the user wants checked.
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
